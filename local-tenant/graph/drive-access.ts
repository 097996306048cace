/**
 * Who may open what in the SEND library. Members of the site are the coordinators. The application comes in through `Sites.Selected`, as
 * far as its role on the site goes. Everyone else opens only what was granted to them, item by item, until the grant ends.
 */
import { type Grant, type Library, type LibraryItem, library } from '../state/library.ts';
import type { Tenant } from '../tenant.ts';
import { unpacked } from './addresses.ts';
import type { Caller, GraphCall } from './call.ts';
import { cTagOf, driveIdOf, eTagOf } from './drive-entities.ts';
import { accessDenied, invalidRequest, itemNotFound, staleTag } from './graph-errors.ts';

export type Access = 'read' | 'write';
export type Shelf = { readonly shelf: Library };
/** Where something is to be put: an item that is there already, or a name in a folder. */
export type Place = { readonly parent: LibraryItem; readonly name: string; readonly existing?: LibraryItem };

const WHOLE_TENANT = ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.FullControl.All', 'Files.Read.All', 'Files.ReadWrite.All'];
/** A person's own drive; of the SEND library they open what was granted to them. */
const OWN_DRIVE = ['Files.Read', 'Files.ReadWrite'];
export const READ_FILES = {
  delegated: ['Sites.Selected', ...OWN_DRIVE, ...WHOLE_TENANT],
  application: ['Sites.Selected', ...WHOLE_TENANT],
};
export const WRITE_FILES = {
  delegated: ['Sites.Selected', 'Sites.ReadWrite.All', 'Files.ReadWrite.All'],
  application: ['Sites.Selected', 'Sites.ReadWrite.All', 'Sites.FullControl.All', 'Files.ReadWrite.All'],
};

export const shelfOf = (tenant: Tenant): Library => library(tenant.store, tenant.now);

/** The library or OneDrive that the address names. */
export const driveAt = ({ tenant, params }: GraphCall): Library => {
  if (params.drive === undefined || params.drive === driveIdOf(tenant)) return shelfOf(tenant);
  const owner = tenant.directory.people().find(({ id, kind }) => kind === 'staff' && driveIdOf(tenant, id) === params.drive);
  if (!owner) throw itemNotFound();
  return library(tenant.store, tenant.now, owner.id);
};

/** Refuses callers who are nobody to the site as a whole. */
export const demandSite = (call: GraphCall, access: Access) => {
  if (!ofSite(call.tenant, call.caller, access)) throw accessDenied();
};

/** The item that the address names, if the caller may have that much of it. What one may not read is not there. */
export const itemAt = (call: GraphCall, access: Access): LibraryItem => {
  const shelf = driveAt(call);
  const item = resolve(shelf, call.params.item ?? '');
  if (!item || !mayOpen(call, shelf, item, 'read')) throw item?.parent === null ? accessDenied() : itemNotFound();
  if (access === 'write' && !mayOpen(call, shelf, item, 'write')) throw accessDenied();
  return item;
};

/** Where content is to go. Missing folders on the way are made, as OneDrive does. */
export const placeAt = (call: GraphCall): Place => {
  const shelf = driveAt(call);
  const { from, names } = unpacked(call.params.item ?? '');
  const start = from === 'root' ? shelf.root : shelf.item(from);
  if (!start || !mayOpen(call, shelf, start, 'read')) throw itemNotFound();
  const existing = resolve(shelf, call.params.item ?? '');
  if (existing) return placeOfExisting(call, shelf, existing);
  const [name = '', ...above] = names.toReversed();
  checkName(name);
  const parent = above.toReversed().reduce((folder, one) => shelf.childNamed(folder.id, one) ?? newFolder(call, shelf, folder, one), start);
  if (!mayOpen(call, shelf, parent, 'write')) throw accessDenied();
  return { parent, name };
};

const placeOfExisting = (call: GraphCall, shelf: Library, existing: LibraryItem): Place => {
  const parent = existing.parent === null ? undefined : shelf.item(existing.parent);
  if (!parent || existing.kind === 'folder') throw invalidRequest('The resource is a folder and has no content.');
  if (!mayOpen(call, shelf, existing, 'write')) throw accessDenied();
  return { parent, name: existing.name, existing };
};

const newFolder = (call: GraphCall, shelf: Library, parent: LibraryItem, name: string) => {
  checkName(name);
  if (!mayOpen(call, shelf, parent, 'write')) throw accessDenied();
  return shelf.add({ name, parent: parent.id, by: authorOf(call) });
};

const resolve = (shelf: Library, address: string): LibraryItem | undefined => {
  const { from, names } = unpacked(address);
  const start = from === 'root' ? shelf.root : shelf.item(from);
  return names.reduce<LibraryItem | undefined>((at, name) => (at ? shelf.childNamed(at.id, name) : undefined), start);
};

const mayOpen = ({ tenant, caller }: GraphCall, shelf: Library, item: LibraryItem, access: Access): boolean => {
  if (shelf.owner !== null) return mayInOwnDrive(caller, shelf.owner, access);
  if (ofSite(tenant, caller, access)) return true;
  const { person } = caller;
  if (!person || !mayInScope(tenant, caller, access)) return false;
  const line = new Set(shelf.line(item).map(({ id }) => id));
  return shelf.grants
    .all()
    .some((grant) => line.has(grant.item) && grant.account === person.id && isLive(grant, tenant.now()) && gives(grant.roles, access));
};

/** A OneDrive is its owner's; what others were given of it is not played here. */
export const mayInOwnDrive = ({ person, permissions }: Caller, owner: string, access: Access): boolean => {
  const needed = access === 'read' ? [...OWN_DRIVE, 'Files.Read.All', 'Files.ReadWrite.All'] : ['Files.ReadWrite', 'Files.ReadWrite.All'];
  return person?.id === owner && needed.some((name) => permissions.has(name));
};

const ofSite = (tenant: Tenant, caller: Caller, access: Access): boolean => {
  if (!mayInScope(tenant, caller, access)) return false;
  // A SharePoint administrator finds every site; what lies in it is its members' alone.
  if (caller.person?.role === 'administrator' && caller.permissions.has('Sites.FullControl.All')) return access === 'read';
  return caller.person ? caller.person.role === 'coordinator' : true;
};

/** Whether the caller may look at this item at all. */
export const mayRead = (call: GraphCall, item: LibraryItem): boolean => mayOpen(call, driveAt(call), item, 'read');

/** How far the token itself reaches, whoever the person is. */
const mayInScope = (tenant: Tenant, { clientId, permissions }: Caller, access: Access): boolean => {
  const wide = access === 'read' ? WHOLE_TENANT : ['Sites.ReadWrite.All', 'Sites.FullControl.All', 'Files.ReadWrite.All'];
  if (wide.some((name) => permissions.has(name))) return true;
  const role = tenant.client(clientId)?.sendSite;
  return permissions.has('Sites.Selected') && role !== undefined && (access === 'read' || role !== 'read');
};

export const isLive = ({ expires }: Grant, now: Date) => expires === null || Date.parse(expires) > now.getTime();
const gives = (roles: Grant['roles'], access: Access) =>
  access === 'read' ? roles.length > 0 : roles.includes('write') || roles.includes('owner');

export const authorOf = ({ tenant, caller }: GraphCall) =>
  caller.person
    ? { kind: 'person' as const, id: caller.person.id, name: caller.person.displayName, mail: caller.person.mail }
    : { kind: 'application' as const, id: caller.clientId, name: tenant.client(caller.clientId)?.name ?? 'Application' };

const FORBIDDEN = /["*:<>?/\\|]|\p{Cc}|^\s|[\s.]$|^~\$|^$/u;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|desktop\.ini|_vti_|\.lock)(\..*)?$/i;

/** Names that SharePoint does not take. */
export const checkName = (name: string) => {
  if (FORBIDDEN.test(name) || RESERVED.test(name) || name.length > 400)
    throw invalidRequest('The provided name cannot contain any of the following: " * : < > ? / \\ | or begin or end with a space.');
};

/** `If-Match` against the eTag or the cTag; `If-None-Match: *` against being there at all. */
export const checkTags = ({ headers }: GraphCall, existing: LibraryItem | undefined) => {
  const match = headers.get('if-match');
  if (match && !(existing && (match === '*' || [eTagOf(existing), cTagOf(existing)].includes(match)))) throw staleTag();
  if (headers.get('if-none-match') === '*' && existing) throw staleTag();
};
