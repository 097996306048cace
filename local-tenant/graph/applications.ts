/** Registering applications, as an administrator of the tenant does it through Graph. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Application } from '@microsoft/microsoft-graph-types';
import { type ApplicationBody, type ApplicationRow, registrationsIn, type Secret } from '../state/registrations.ts';
import { created, type GraphCall, type GraphRoute, jsonBody, nothing } from './call.ts';
import { badRequest, denied, GraphError } from './graph-errors.ts';
import { type Entity, type EntityKind, listOf, oneOf } from './odata.ts';
import { GRAPH_APP, permissionNamed } from './permission-names.ts';

/** An administrator's own token: Azure CLI and Graph PowerShell carry it. */
export const REGISTER = { delegated: ['Application.ReadWrite.All'] };

const YEAR = 365 * 86_400_000;

const APPLICATION: EntityKind = {
  context: 'applications',
  type: 'microsoft.graph.application',
  properties: [
    'id',
    'appId',
    'displayName',
    'createdDateTime',
    'signInAudience',
    'identifierUris',
    'groupMembershipClaims',
    'api',
    'spa',
    'web',
    'appRoles',
    'requiredResourceAccess',
    'passwordCredentials',
    'publisherDomain',
  ],
  pageSize: 100,
  maxTop: 999,
  directory: true,
};

/** Only a person who administers the directory; others are told so whatever their token says. */
export const demandAdministrator = ({ caller }: GraphCall): void => {
  if (caller.person?.role !== 'administrator') throw denied();
};

export const missingObject = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

const iso = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;

const passwordEntity = ({ keyId, name, text, from, until }: Secret) => ({
  customKeyIdentifier: null,
  displayName: name,
  startDateTime: from,
  endDateTime: until,
  hint: text.slice(0, 3),
  keyId,
  secretText: null,
});

const entityOf = (call: GraphCall, { id, appId, at, body, secrets }: ApplicationRow): Application & Entity => ({
  ...(body as Application),
  id,
  appId,
  createdDateTime: at,
  publisherDomain: call.tenant.settings.school.organisation.domain,
  passwordCredentials: secrets.map(passwordEntity),
});

const rowAt = (call: GraphCall): ApplicationRow => {
  const asked = call.params.application ?? '';
  const rows = registrationsIn(call.tenant.store).applications;
  const found = asked.startsWith('appId=') ? rows.all().find(({ appId }) => appId === asked.slice(6)) : rows.get(asked);
  if (!found) throw missingObject(asked);
  return found;
};

const KNOWN = new Set([
  'displayName',
  'signInAudience',
  'identifierUris',
  'groupMembershipClaims',
  'api',
  'spa',
  'web',
  'appRoles',
  'requiredResourceAccess',
]);

/** What Entra looks at before it takes a registration. */
const checkBody = (call: GraphCall, body: Partial<ApplicationBody>, appId: string): void => {
  const strange = Object.keys(body).find((name) => !KNOWN.has(name));
  if (strange) throw badRequest(`Invalid property '${strange}'.`, 'Request_BadRequest');
  const scopes = new Map((body.api?.oauth2PermissionScopes ?? []).map((scope) => [scope.id, scope]));
  const lost = (body.api?.preAuthorizedApplications ?? [])
    .flatMap(({ delegatedPermissionIds }) => delegatedPermissionIds ?? [])
    .find((id) => !scopes.has(id));
  if (lost) throw badRequest(`Property PreAuthorizedApplication references permission '${lost}' which cannot be found.`, 'InvalidValue');
  const host = `api://${new URL(call.tenant.addresses.origin).hostname}`;
  const foreign = (body.identifierUris ?? []).find(
    (uri) => !uri.startsWith('api://') || !(uri.endsWith(`/${appId}`) || uri === `api://${appId}`),
  );
  if (foreign)
    throw badRequest(
      `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${foreign}' (${host}).`,
      'HostNameNotOnVerifiedDomain',
    );
  for (const { resourceAppId, resourceAccess = [] } of body.requiredResourceAccess ?? []) {
    if (resourceAppId !== GRAPH_APP) throw badRequest(`Resource '${resourceAppId}' is not in this tenant.`, 'Request_BadRequest');
    const unknown = resourceAccess.find(({ id = '', type }) => !permissionNamed(type === 'Scope' ? 'delegated' : 'application', id));
    if (unknown) throw badRequest(`Permission entry '${unknown.id}' is not a permission of the resource.`, 'Request_BadRequest');
  }
};

const register = (call: GraphCall) => {
  demandAdministrator(call);
  const body = jsonBody<ApplicationBody>(call);
  if (!body.displayName)
    throw badRequest("A value is required for property 'displayName' of resource 'Application'.", 'Request_BadRequest');
  const appId = randomUUID();
  checkBody(call, body, appId);
  const id = randomUUID();
  const row: ApplicationRow = { id, appId, at: iso(new Date()), body: { ...body, displayName: body.displayName }, secrets: [] };
  registrationsIn(call.tenant.store).applications.put(id, row);
  return created({ '@odata.context': `${call.tenant.addresses.origin}/v1.0/$metadata#applications/$entity`, ...entityOf(call, row) });
};

const change = (call: GraphCall) => {
  demandAdministrator(call);
  const row = rowAt(call);
  const asked = jsonBody<ApplicationBody>(call);
  const api = { ...row.body.api, ...asked.api };
  const body = { ...row.body, ...asked, ...(asked.api ? { api } : {}) };
  checkBody(call, body, row.appId);
  registrationsIn(call.tenant.store).applications.put(row.id, { ...row, body });
  return nothing();
};

const remove = (call: GraphCall) => {
  demandAdministrator(call);
  const row = rowAt(call);
  const all = registrationsIn(call.tenant.store);
  for (const principal of all.principals.all().filter(({ appId }) => appId === row.appId)) all.principals.remove(principal.id);
  all.applications.remove(row.id);
  return nothing();
};

const addPassword = (call: GraphCall) => {
  demandAdministrator(call);
  const row = rowAt(call);
  const { passwordCredential = {} } = jsonBody<{ passwordCredential: { displayName?: string } }>(call);
  const now = new Date();
  const secret: Secret = {
    keyId: randomUUID(),
    name: passwordCredential.displayName ?? '',
    text: `${randomBytes(3).toString('hex')}~${randomBytes(24).toString('base64url')}`,
    from: iso(now),
    until: iso(new Date(now.getTime() + YEAR)),
  };
  registrationsIn(call.tenant.store).applications.put(row.id, { ...row, secrets: [...row.secrets, secret] });
  const context = `${call.tenant.addresses.origin}/v1.0/$metadata#microsoft.graph.passwordCredential`;
  return { status: 200, body: { '@odata.context': context, ...passwordEntity(secret), secretText: secret.text } };
};

export const applicationRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/applications', needs: REGISTER, handle: register },
  {
    method: 'GET',
    path: '/applications',
    needs: REGISTER,
    handle: (call) =>
      listOf(
        call,
        APPLICATION,
        registrationsIn(call.tenant.store)
          .applications.all()
          .map((row) => entityOf(call, row)),
      ),
  },
  {
    method: 'GET',
    path: '/applications/{application}',
    needs: REGISTER,
    handle: (call) => oneOf(call, APPLICATION, entityOf(call, rowAt(call))),
  },
  { method: 'PATCH', path: '/applications/{application}', needs: REGISTER, handle: change },
  { method: 'DELETE', path: '/applications/{application}', needs: REGISTER, handle: remove },
  { method: 'POST', path: '/applications/{application}/addPassword', needs: REGISTER, handle: addPassword },
];
