/** Applications as they are let into the tenant, and what an administrator agreed to for them. */
import { createHash, randomUUID } from 'node:crypto';
import type { ServicePrincipal } from '@microsoft/microsoft-graph-types';
import { applicationObjectId } from '../identity/tokens.ts';
import { type ConsentRow, type PrincipalRow, type RoleRow, registrationsIn } from '../state/registrations.ts';
import { demandAdministrator, missingObject, REGISTER } from './applications.ts';
import { created, type GraphCall, type GraphRoute, jsonBody, nothing } from './call.ts';
import { badRequest, GraphError } from './graph-errors.ts';
import { type Entity, type EntityKind, oneOf } from './odata.ts';
import { GRAPH_APP, GRAPH_PRINCIPAL, isScope, permissionNamed } from './permission-names.ts';

const PRINCIPAL: EntityKind = {
  context: 'servicePrincipals',
  type: 'microsoft.graph.servicePrincipal',
  properties: ['id', 'appId', 'displayName', 'servicePrincipalType', 'accountEnabled'],
  pageSize: 100,
  maxTop: 999,
  directory: true,
};

const contextOf = ({ tenant }: GraphCall, words: string) => ({ '@odata.context': `${tenant.addresses.origin}/v1.0/$metadata#${words}` });

const entityOf = (call: GraphCall, { id, appId }: PrincipalRow): ServicePrincipal & Entity => ({
  id,
  appId,
  displayName:
    appId === GRAPH_APP
      ? 'Microsoft Graph'
      : (registrationsIn(call.tenant.store)
          .applications.all()
          .find((one) => one.appId === appId)?.body.displayName ?? ''),
  servicePrincipalType: 'Application',
  accountEnabled: true,
});

const principalAt = (call: GraphCall): PrincipalRow => {
  const asked = call.params.principal ?? '';
  const rows = [{ id: GRAPH_PRINCIPAL, appId: GRAPH_APP }, ...registrationsIn(call.tenant.store).principals.all()];
  const found = rows.find(({ id, appId }) => asked === id || asked === `appId=${appId}`);
  if (!found) throw missingObject(asked);
  return found;
};

const letIn = (call: GraphCall) => {
  demandAdministrator(call);
  const { appId } = jsonBody<{ appId: string }>(call);
  const all = registrationsIn(call.tenant.store);
  if (!all.applications.all().some((one) => one.appId === appId))
    throw badRequest(`The appId '${appId}' of the service principal does not reference a valid application object.`, 'Request_BadRequest');
  if (all.principals.all().some((one) => one.appId === appId))
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created because the service principal name ${appId} is already in use.`,
    );
  const row = { id: applicationObjectId(appId ?? ''), appId: appId ?? '' };
  all.principals.put(row.id, row);
  return created({ ...contextOf(call, 'servicePrincipals/$entity'), ...entityOf(call, row) });
};

const turnOut = (call: GraphCall) => {
  demandAdministrator(call);
  const { id } = principalAt(call);
  const all = registrationsIn(call.tenant.store);
  for (const consent of all.consents.all()) if (consent.clientId === id) all.consents.remove(consent.id);
  for (const role of all.roles.all()) if (role.principalId === id) all.roles.remove(role.id);
  all.principals.remove(id);
  return nothing();
};

const AGREE = { delegated: ['DelegatedPermissionGrant.ReadWrite.All'] };
const ASSIGN = { delegated: ['AppRoleAssignment.ReadWrite.All'] };

const agree = (call: GraphCall) => {
  demandAdministrator(call);
  const { clientId = '', consentType = '', resourceId = '', scope = '' } = jsonBody<ConsentRow>(call);
  const all = registrationsIn(call.tenant.store);
  if (!all.principals.get(clientId)) throw missingObject(clientId);
  if (resourceId !== GRAPH_PRINCIPAL) throw missingObject(resourceId);
  if (consentType !== 'AllPrincipals') throw badRequest('The local tenant agrees for all principals alone.', 'Request_BadRequest');
  const unknown = scope.split(/\s+/).find((name) => name !== '' && !isScope(name));
  if (unknown) throw badRequest(`The entitlement '${unknown}' could not be found on the resource application.`, 'Request_BadRequest');
  if (all.consents.all().some((one) => one.clientId === clientId && one.resourceId === resourceId))
    throw new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.');
  const row: ConsentRow = { id: randomUUID(), clientId, consentType, resourceId, scope };
  all.consents.put(row.id, row);
  return created({ ...contextOf(call, 'oauth2PermissionGrants/$entity'), ...row, principalId: null });
};

const takeBack = (call: GraphCall) => {
  demandAdministrator(call);
  const id = call.params.grant ?? '';
  const { consents } = registrationsIn(call.tenant.store);
  if (!consents.get(id)) throw missingObject(id);
  consents.remove(id);
  return nothing();
};

const assign = (call: GraphCall) => {
  demandAdministrator(call);
  const principal = principalAt(call);
  const { principalId, resourceId = '', appRoleId = '' } = jsonBody<RoleRow>(call);
  if (principalId !== principal.id)
    throw badRequest('The principal of the assignment is not the one in the address.', 'Request_BadRequest');
  if (resourceId !== GRAPH_PRINCIPAL) throw missingObject(resourceId);
  if (!permissionNamed('application', appRoleId))
    throw badRequest('Permission being assigned was not found on application.', 'Request_BadRequest');
  const { roles } = registrationsIn(call.tenant.store);
  const id = createHash('sha256').update(`${principal.id} ${appRoleId}`).digest('base64url').slice(0, 43);
  if (roles.get(id)) throw badRequest('Permission being assigned already exists on the object', 'Request_BadRequest');
  const row: RoleRow = { id, principalId: principal.id, appRoleId, resourceId, at: `${new Date().toISOString().slice(0, 19)}Z` };
  roles.put(id, row);
  const { at, ...rest } = row;
  return created({
    ...contextOf(call, `servicePrincipals('${principal.id}')/appRoleAssignments/$entity`),
    ...rest,
    createdDateTime: at,
    principalDisplayName: entityOf(call, principal).displayName,
    principalType: 'ServicePrincipal',
    resourceDisplayName: 'Microsoft Graph',
  });
};

const unassign = (call: GraphCall) => {
  demandAdministrator(call);
  const { roles } = registrationsIn(call.tenant.store);
  const id = call.params.assignment ?? '';
  if (!roles.get(id)) throw missingObject(id);
  roles.remove(id);
  return nothing();
};

export const principalRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/servicePrincipals', needs: REGISTER, handle: letIn },
  {
    method: 'GET',
    path: '/servicePrincipals/{principal}',
    needs: REGISTER,
    handle: (call) => oneOf(call, PRINCIPAL, entityOf(call, principalAt(call))),
  },
  { method: 'DELETE', path: '/servicePrincipals/{principal}', needs: REGISTER, handle: turnOut },
  { method: 'POST', path: '/oauth2PermissionGrants', needs: AGREE, handle: agree },
  { method: 'DELETE', path: '/oauth2PermissionGrants/{grant}', needs: AGREE, handle: takeBack },
  { method: 'POST', path: '/servicePrincipals/{principal}/appRoleAssignments', needs: ASSIGN, handle: assign },
  { method: 'DELETE', path: '/servicePrincipals/{principal}/appRoleAssignments/{assignment}', needs: ASSIGN, handle: unassign },
];
