/** Site, drive and items: reading, listing, making folders, renaming, moving, deleting, versions and changes since. */
import type { LibraryItem } from '../state/library.ts';
import { contextOf, created, type GraphCall, type GraphRoute, jsonBody, nothing, ok } from './call.ts';
import { deltaOf } from './delta.ts';
import { downloadUrlOf } from './downloads.ts';
import {
  authorOf,
  checkName,
  checkTags,
  demandSite,
  driveAt,
  itemAt,
  mayInOwnDrive,
  mayRead,
  READ_FILES,
  WRITE_FILES,
} from './drive-access.ts';
import {
  DRIVE,
  deletedEntity,
  driveEntity,
  driveIdOf,
  eTagOf,
  ITEM,
  itemEntity,
  ownDriveEntity,
  SITE,
  SITE_PATH,
  siteEntity,
  siteHost,
  siteIdOf,
  versionEntity,
} from './drive-entities.ts';
import { accessDenied, invalidRequest, itemNotFound, nameTaken } from './graph-errors.ts';
import { listOf, oneOf } from './odata.ts';

type FolderInput = {
  readonly name: string;
  readonly folder: object;
  readonly '@microsoft.graph.conflictBehavior': 'fail' | 'replace' | 'rename';
};
type ItemInput = { readonly name: string; readonly description: string; readonly parentReference: { readonly id?: string } };

export const entityOf = (call: GraphCall, item: LibraryItem) =>
  itemEntity(call.tenant, driveAt(call), item, item.kind === 'file' ? downloadUrlOf(call.tenant, item) : undefined);
const itemContext = (call: GraphCall) => `drives('${encodeURIComponent(driveIdOf(call.tenant, driveAt(call).owner))}')/items/$entity`;

const siteAt = (call: GraphCall) => {
  const { tenant, params } = call;
  const named = [siteIdOf(tenant), `${siteHost(tenant)}:${SITE_PATH}`].map((name) => name.toLowerCase());
  // The tenant's root site is there, and nobody here has been let into it.
  if (params.site === 'root') throw accessDenied();
  if (!named.includes((params.site ?? '').toLowerCase())) throw itemNotFound();
  demandSite(call, 'read');
  return siteEntity(tenant);
};

const readItem = (call: GraphCall) => {
  const item = itemAt(call, 'read');
  if (call.headers.get('if-none-match') === eTagOf(item)) return { status: 304, headers: { etag: eTagOf(item) } };
  return { ...oneOf(call, ITEM, entityOf(call, item), itemContext(call)), headers: { etag: eTagOf(item) } };
};

const children = (call: GraphCall) => {
  const folder = itemAt(call, 'read');
  const items = driveAt(call)
    .children(folder.id)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return listOf(
    call,
    ITEM,
    items.map((item) => entityOf(call, item)),
    `drives('${encodeURIComponent(driveIdOf(call.tenant))}')/items('${folder.id}')/children`,
  );
};

/** Files below a folder whose names hold the words, as SharePoint's index answers; only those the caller may open. */
const search = (call: GraphCall) => {
  const shelf = driveAt(call);
  const start = itemAt(call, 'read');
  const words = Buffer.from(call.params.words ?? '', 'base64url')
    .toString('utf8')
    .toLowerCase();
  const found = shelf.items
    .all()
    .filter((item) => item.kind === 'file' && !item.deleted && item.name.toLowerCase().includes(words))
    .filter((item) => shelf.line(item).some(({ id }) => id === start.id) && mayRead(call, item))
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1));
  return listOf(
    call,
    ITEM,
    found.map((item) => entityOf(call, item)),
    `drives('${encodeURIComponent(driveIdOf(call.tenant, shelf.owner))}')/root/search`,
  );
};

const drive = (call: GraphCall) => {
  const { owner } = driveAt(call);
  if (owner === null) demandSite(call, 'read');
  else if (!mayInOwnDrive(call.caller, owner, 'read')) throw accessDenied();
  return oneOf(call, DRIVE, owner === null ? driveEntity(call.tenant) : ownDriveEntity(call.tenant, owner));
};

const createFolder = (call: GraphCall) => {
  const parent = itemAt(call, 'write');
  const { name = '', folder, '@microsoft.graph.conflictBehavior': onConflict = 'fail' } = jsonBody<FolderInput>(call);
  if (!folder) throw invalidRequest('Only folders can be created here.');
  checkName(name);
  const shelf = driveAt(call);
  const there = shelf.childNamed(parent.id, name);
  if (there && onConflict === 'fail') throw nameTaken();
  // SharePoint answers `replace` of a folder by a folder with the folder that is there.
  if (there && onConflict === 'replace') return answered(call, there, 200);
  const made = shelf.add({ name: there ? freeName(call, parent, name) : name, parent: parent.id, by: authorOf(call) });
  driveChanged(call);
  return answered(call, made, 201);
};

/** `name 1`, `name 2`, … before the file's ending. */
export const freeName = (call: GraphCall, parent: LibraryItem, name: string): string => {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem} ${number}${ending}`;
    if (!driveAt(call).childNamed(parent.id, candidate)) return candidate;
  }
};

export const answered = (call: GraphCall, item: LibraryItem, status: number) => {
  const body = { '@odata.context': contextOf(call, itemContext(call)), ...entityOf(call, item) };
  return { ...(status === 201 ? created(body) : ok(body)), headers: { etag: eTagOf(item) } };
};

export const driveChanged = ({ tenant }: GraphCall) => {
  for (const listener of tenant.onChange) listener('drive');
};

const changeItem = (call: GraphCall) => {
  const item = itemAt(call, 'write');
  checkTags(call, item);
  const { name, description, parentReference } = jsonBody<ItemInput>(call);
  const shelf = driveAt(call);
  const parent = parentReference?.id === undefined ? item.parent : shelf.item(parentReference.id)?.id;
  if (item.parent === null || !parent) throw invalidRequest('The item cannot be moved there.');
  if (name !== undefined) checkName(name);
  const twin = shelf.childNamed(parent, name ?? item.name);
  if (twin && twin.id !== item.id) throw nameTaken();
  const changed = shelf.change(item, {
    by: authorOf(call),
    parent,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
  });
  driveChanged(call);
  return answered(call, changed, 200);
};

const deleteItem = (call: GraphCall) => {
  const item = itemAt(call, 'write');
  checkTags(call, item);
  if (item.parent === null) throw invalidRequest('The root of a drive cannot be deleted.');
  driveAt(call).remove(item);
  driveChanged(call);
  return nothing();
};

/** Past the recycle bin: the item with what lies in it, and every version of it, is gone. */
const eraseItem = (call: GraphCall) => {
  const item = itemAt(call, 'write');
  if (item.parent === null) throw invalidRequest('The root of a drive cannot be deleted.');
  driveAt(call).erase(item);
  driveChanged(call);
  return nothing();
};

const VERSION = {
  ...ITEM,
  context: 'versions',
  type: 'microsoft.graph.driveItemVersion',
  properties: ['id', 'size', 'lastModifiedDateTime', 'lastModifiedBy', 'publication'],
};
const versions = (call: GraphCall) => listOf(call, VERSION, driveAt(call).versions(itemAt(call, 'read').id).map(versionEntity));

const delta = (call: GraphCall) => {
  demandSite(call, 'read');
  const shelf = driveAt(call);
  const rows = [shelf.root, ...shelf.items.all().filter(({ parent }) => parent !== null)].map((item) => ({
    ...item,
    removed: item.deleted === true,
  }));
  return deltaOf(call, {
    kind: ITEM,
    rows,
    entity: (item) => entityOf(call, item),
    removed: (item) => deletedEntity(call.tenant, item),
    drive: true,
  });
};

export const fileRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/sites/{site}', needs: READ_FILES, handle: (call) => oneOf(call, SITE, siteAt(call)) },
  {
    method: 'GET',
    path: '/sites/{site}/drives',
    needs: READ_FILES,
    handle: (call) => siteAt(call) && listOf(call, DRIVE, [driveEntity(call.tenant)]),
  },
  { method: 'GET', path: '/drives/{drive}', needs: READ_FILES, handle: drive },
  { method: 'GET', path: '/drives/{drive}/at/{item}/search/{words}', needs: READ_FILES, handle: search },
  { method: 'GET', path: '/drives/{drive}/at/{item}', needs: READ_FILES, handle: readItem },
  { method: 'PATCH', path: '/drives/{drive}/at/{item}', needs: WRITE_FILES, handle: changeItem },
  { method: 'DELETE', path: '/drives/{drive}/at/{item}', needs: WRITE_FILES, handle: deleteItem },
  { method: 'POST', path: '/drives/{drive}/at/{item}/permanentDelete', needs: WRITE_FILES, handle: eraseItem },
  { method: 'GET', path: '/drives/{drive}/at/{item}/children', needs: READ_FILES, handle: children },
  { method: 'POST', path: '/drives/{drive}/at/{item}/children', needs: WRITE_FILES, handle: createFolder },
  { method: 'GET', path: '/drives/{drive}/at/{item}/versions', needs: READ_FILES, handle: versions },
  { method: 'GET', path: '/drives/{drive}/at/{item}/delta', needs: READ_FILES, handle: delta },
];
