/** Giving single items to single people: invitations that require sign-in, and their end. */
import { createHash } from 'node:crypto';
import type { Permission } from '@microsoft/microsoft-graph-types';
import type { Grant, LibraryItem } from '../state/library.ts';
import { contextOf, type GraphCall, type GraphRoute, jsonBody, nothing, ok } from './call.ts';
import { demandSite, driveAt, isLive, itemAt, READ_FILES, WRITE_FILES } from './drive-access.ts';
import { accessDenied, invalidRequest, itemNotFound } from './graph-errors.ts';
import { type Entity, type EntityKind, listOf, oneOf } from './odata.ts';

type Invitation = {
  readonly recipients: readonly { readonly email?: string; readonly objectId?: string; readonly alias?: string }[];
  readonly roles: readonly string[];
  readonly requireSignIn: boolean;
  readonly sendInvitation: boolean;
  readonly message: string;
  readonly expirationDateTime: string;
};

const PERMISSION: EntityKind = {
  context: 'permissions',
  type: 'microsoft.graph.permission',
  properties: [
    'id',
    'roles',
    'grantedTo',
    'grantedToV2',
    'expirationDateTime',
    'inheritedFrom',
    'invitation',
    'link',
    'hasPassword',
    'shareId',
    'grantedToIdentities',
    'grantedToIdentitiesV2',
  ],
  pageSize: 200,
  maxTop: 999,
};

const invite = (call: GraphCall) => {
  const item = itemAt(call, 'write');
  demandSite(call, 'write');
  const { recipients = [], roles = [], requireSignIn, expirationDateTime } = jsonBody<Invitation>(call);
  if (recipients.length === 0) throw invalidRequest('At least one recipient is required.');
  // The tenant's policy: nobody opens a child's file without signing in.
  if (requireSignIn !== true) throw accessDenied('Sharing without sign-in is turned off for this site.');
  const expires = expiryFrom(call, expirationDateTime);
  const given = recipients.map((recipient) => grantTo(call, item, recipient, { roles: checkedRoles(roles), expires }));
  return ok({ '@odata.context': contextOf(call, 'Collection(permission)'), value: given.map((grant) => grantEntity(grant)) });
};

const checkedRoles = (roles: readonly string[]): Grant['roles'] => {
  const known = roles.filter((role): role is 'read' | 'write' | 'owner' => ['read', 'write', 'owner'].includes(role));
  if (known.length === 0 || known.length !== roles.length) throw invalidRequest('roles must be read, write or owner.');
  return known;
};

const expiryFrom = ({ tenant }: GraphCall, text: string | undefined) => {
  if (text === undefined) return null;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || moment <= tenant.now()) throw invalidRequest('expirationDateTime must lie in the future.');
  return moment.toISOString();
};

/** Asking twice for the same person changes the one grant there is. */
const grantTo = (
  call: GraphCall,
  item: LibraryItem,
  recipient: Invitation['recipients'][number],
  given: Pick<Grant, 'roles' | 'expires'>,
): Grant => {
  const reference = recipient.objectId ?? recipient.email ?? recipient.alias ?? '';
  const account = call.tenant.directory.account(reference);
  if (!account && !/^[^\s@]+@[^\s@]+$/.test(reference)) throw invalidRequest(`The recipient '${reference}' could not be found.`);
  const mail = account?.mail ?? reference;
  const id = createHash('sha256').update(`${item.id} ${mail.toLowerCase()}`).digest('base64url').slice(0, 40);
  const grant: Grant = {
    id,
    item: item.id,
    account: account?.id ?? null,
    mail,
    name: account?.displayName ?? mail,
    grantedAt: call.tenant.now().toISOString(),
    ...given,
  };
  return driveAt(call).grants.put(id, grant);
};

const grantEntity = (grant: Grant, inheritedFrom?: LibraryItem): Permission & Entity => {
  const user = { id: grant.account, displayName: grant.name, email: grant.mail };
  return {
    id: grant.id,
    roles: [...grant.roles],
    ...(grant.expires === null ? {} : { expirationDateTime: grant.expires }),
    grantedTo: { user },
    grantedToV2: { user, siteUser: { id: grant.id.slice(0, 2), displayName: grant.name, loginName: `i:0#.f|membership|${grant.mail}` } },
    invitation: { email: grant.mail, signInRequired: true },
    ...(inheritedFrom ? { inheritedFrom: { driveId: '', id: inheritedFrom.id } } : {}),
  };
};

/** The site's members come first, inherited from the root, then the item's own grants and those of its folders. */
const permissionsOf = (call: GraphCall, item: LibraryItem): (Permission & Entity)[] => {
  const shelf = driveAt(call);
  const members: Permission & Entity = {
    id: createHash('sha256').update('site members').digest('base64url').slice(0, 40),
    roles: ['write'],
    grantedTo: { user: { displayName: 'SEND casework Members' } },
    grantedToV2: { siteGroup: { id: '5', displayName: 'SEND casework Members', loginName: 'SEND casework Members' } },
    ...(item.parent === null ? {} : { inheritedFrom: {} }),
  };
  const line = shelf.line(item);
  const live = shelf.grants.all().filter((grant) => isLive(grant, call.tenant.now()));
  const own = line.flatMap((one) =>
    live.filter((grant) => grant.item === one.id).map((grant) => grantEntity(grant, one.id === item.id ? undefined : one)),
  );
  return [members, ...own];
};

const permissionAt = (call: GraphCall, access: 'read' | 'write') => {
  const item = itemAt(call, access);
  const found = permissionsOf(call, item).find(({ id }) => id === call.params.permission);
  if (!found) throw itemNotFound();
  return { item, found };
};

const withdraw = (call: GraphCall) => {
  const { item, found } = permissionAt(call, 'write');
  demandSite(call, 'write');
  const grant = driveAt(call).grants.get(String(found.id));
  if (!grant || grant.item !== item.id) throw invalidRequest('Inherited permissions cannot be deleted here.');
  driveAt(call).grants.remove(grant.id);
  return nothing();
};

const changeRoles = (call: GraphCall) => {
  const { item, found } = permissionAt(call, 'write');
  demandSite(call, 'write');
  const grant = driveAt(call).grants.get(String(found.id));
  if (!grant || grant.item !== item.id) throw invalidRequest('Inherited permissions cannot be changed here.');
  const { roles, expirationDateTime } = jsonBody<Invitation>(call);
  const changed: Grant = {
    ...grant,
    ...(roles ? { roles: checkedRoles(roles) } : {}),
    ...(expirationDateTime ? { expires: expiryFrom(call, expirationDateTime) } : {}),
  };
  return oneOf(call, PERMISSION, grantEntity(driveAt(call).grants.put(grant.id, changed)));
};

export const sharingRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/drives/{drive}/at/{item}/invite', needs: WRITE_FILES, handle: invite },
  {
    method: 'GET',
    path: '/drives/{drive}/at/{item}/permissions',
    needs: READ_FILES,
    handle: (call) => listOf(call, PERMISSION, permissionsOf(call, itemAt(call, 'read'))),
  },
  {
    method: 'GET',
    path: '/drives/{drive}/at/{item}/permissions/{permission}',
    needs: READ_FILES,
    handle: (call) => oneOf(call, PERMISSION, permissionAt(call, 'read').found),
  },
  { method: 'PATCH', path: '/drives/{drive}/at/{item}/permissions/{permission}', needs: WRITE_FILES, handle: changeRoles },
  { method: 'DELETE', path: '/drives/{drive}/at/{item}/permissions/{permission}', needs: WRITE_FILES, handle: withdraw },
];
