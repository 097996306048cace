/** Letting one application into one site (`Sites.Selected`): an administrator's to do, and SharePoint's own. */
import { createHash } from 'node:crypto';
import { registrationsIn, type SiteGrantRow } from '../state/registrations.ts';
import { demandAdministrator } from './applications.ts';
import { contextOf, created, type GraphCall, type GraphRoute, jsonBody, nothing } from './call.ts';
import { siteIdOf } from './drive-entities.ts';
import { invalidRequest, itemNotFound } from './graph-errors.ts';

type Asked = {
  readonly roles: readonly string[];
  readonly grantedToIdentities: readonly { readonly application?: { readonly id?: string; readonly displayName?: string } }[];
};

/** The Azure CLI's token does not hold it: whoever uses that one is refused here, as at Microsoft. */
const NEEDS = { delegated: ['Sites.FullControl.All'] };
const ROLES = ['read', 'write', 'fullcontrol'];

const demandSendSite = ({ tenant, params }: GraphCall): void => {
  if ((params.site ?? '').toLowerCase() !== siteIdOf(tenant).toLowerCase()) throw itemNotFound();
};

const entityOf = ({ id, appId, name, roles }: SiteGrantRow) => {
  const application = { id: appId, displayName: name };
  return { id, roles, grantedToIdentities: [{ application }], grantedToIdentitiesV2: [{ application }] };
};

const give = (call: GraphCall) => {
  demandAdministrator(call);
  demandSendSite(call);
  const { roles = [], grantedToIdentities = [] } = jsonBody<Asked>(call);
  const application = grantedToIdentities[0]?.application;
  if (!application?.id) throw invalidRequest('grantedToIdentities must name an application.');
  if (roles.length === 0 || roles.some((role) => !ROLES.includes(role))) throw invalidRequest('roles must be read, write or fullcontrol.');
  const id = createHash('sha256').update(`site permission ${application.id}`).digest('base64url').slice(0, 40);
  const row: SiteGrantRow = { id, appId: application.id, name: application.displayName ?? '', roles };
  registrationsIn(call.tenant.store).siteGrants.put(id, row);
  return created({
    '@odata.context': contextOf(call, `sites('${encodeURIComponent(siteIdOf(call.tenant))}')/permissions/$entity`),
    ...entityOf(row),
  });
};

const takeBack = (call: GraphCall) => {
  demandAdministrator(call);
  demandSendSite(call);
  const { siteGrants } = registrationsIn(call.tenant.store);
  const id = call.params.permission ?? '';
  if (!siteGrants.get(id)) throw itemNotFound();
  siteGrants.remove(id);
  return nothing();
};

export const sitePermissionRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/sites/{site}/permissions', needs: NEEDS, handle: give },
  { method: 'DELETE', path: '/sites/{site}/permissions/{permission}', needs: NEEDS, handle: takeBack },
];
