/** Site, drive and items as Graph shows them. */
import { createHash } from 'node:crypto';
import type { Drive, DriveItem, DriveItemVersion, IdentitySet, Site } from '@microsoft/microsoft-graph-types';
import { type Author, type KeptVersion, type Library, type LibraryItem, uniqueIdOf } from '../state/library.ts';
import type { Tenant } from '../tenant.ts';
import type { Entity, EntityKind } from './odata.ts';

const guidFrom = (seed: string) => {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const siteHost = ({ settings }: Tenant) => `${settings.school.organisation.domain.split('.')[0] ?? 'school'}.sharepoint.com`;
export const SITE_PATH = '/sites/SEND';
export const siteIdOf = (tenant: Tenant) =>
  `${siteHost(tenant)},${guidFrom(`site collection ${tenant.id}`)},${guidFrom(`site ${tenant.id}`)}`;
/** A library whose files were moved into another one is known by that one's id. */
const movedWords = ({ controls }: Tenant): string => (controls.now().sendLibrary === 'moved' ? ' moved' : '');

/** The id of the SEND library, or of the OneDrive of one account. */
export const driveIdOf = (tenant: Tenant, owner: string | null = null) =>
  `b!${createHash('sha384')
    .update(`drive ${tenant.id}${owner === null ? movedWords(tenant) : ` ${owner}`}`)
    .digest('base64url')}`;

/** How the addresses of a tenant's drives are brought to ids. */
export const drivesOf = (tenant: Tenant) => ({
  driveId: driveIdOf(tenant),
  ownDriveId: (person: string) => driveIdOf(tenant, tenant.directory.account(person)?.id ?? person),
});

/** Where the files of a drive are opened: in the SEND site, or in the person's own part of OneDrive. */
const filesAt = (tenant: Tenant, owner: string | null): string => {
  if (owner === null) return `https://${siteHost(tenant)}${SITE_PATH}/Shared%20Documents`;
  const { principalName = owner } = tenant.directory.account(owner) ?? {};
  return `https://${siteHost(tenant).replace('.', '-my.')}/personal/${principalName.replace(/[^a-z0-9]/gi, '_')}/Documents`;
};

export const siteEntity = (tenant: Tenant): Site & Entity => ({
  id: siteIdOf(tenant),
  createdDateTime: '2026-09-01T08:00:00Z',
  lastModifiedDateTime: '2026-09-01T08:00:00Z',
  name: 'SEND',
  displayName: 'SEND casework',
  description: 'Case folders. Members are the coordinators only.',
  webUrl: `https://${siteHost(tenant)}${SITE_PATH}`,
  root: {},
  siteCollection: { hostname: siteHost(tenant) },
});

export const driveEntity = (tenant: Tenant): Drive & Entity => ({
  id: driveIdOf(tenant),
  driveType: 'documentLibrary',
  name: 'Documents',
  description: '',
  createdDateTime: '2026-09-01T08:00:00Z',
  lastModifiedDateTime: '2026-09-01T08:00:00Z',
  webUrl: `https://${siteHost(tenant)}${SITE_PATH}/Shared%20Documents`,
  owner: { user: { displayName: 'SEND casework Owners' } },
  quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
});

export const ownDriveEntity = (tenant: Tenant, owner: string): Drive & Entity => {
  const { displayName = '', mail = '' } = tenant.directory.account(owner) ?? {};
  return {
    ...driveEntity(tenant),
    id: driveIdOf(tenant, owner),
    driveType: 'business',
    name: 'OneDrive',
    webUrl: filesAt(tenant, owner),
    owner: { user: { id: owner, displayName, ...(mail ? { email: mail } : {}) } as IdentitySet['user'] & object },
  };
};

export const SITE: EntityKind = {
  context: 'sites',
  type: 'microsoft.graph.site',
  properties: ['id', 'name', 'displayName', 'description', 'webUrl', 'createdDateTime', 'lastModifiedDateTime', 'root', 'siteCollection'],
  pageSize: 100,
  maxTop: 999,
};
export const DRIVE: EntityKind = {
  context: 'drives',
  type: 'microsoft.graph.drive',
  properties: ['id', 'driveType', 'name', 'description', 'webUrl', 'owner', 'quota', 'createdDateTime', 'lastModifiedDateTime'],
  pageSize: 100,
  maxTop: 999,
};
export const ITEM: EntityKind = {
  context: 'driveItems',
  type: 'microsoft.graph.driveItem',
  properties: [
    'id',
    'name',
    'size',
    'webUrl',
    'webDavUrl',
    'eTag',
    'cTag',
    'createdDateTime',
    'lastModifiedDateTime',
    'createdBy',
    'lastModifiedBy',
    'parentReference',
    'fileSystemInfo',
    'file',
    'folder',
    'root',
    'deleted',
    'shared',
    'description',
    'content',
    'children',
    'package',
    'sharepointIds',
    'permissions',
    'versions',
    'content.downloadUrl',
  ],
  pageSize: 200,
  maxTop: 1000,
};

const identity = ({ kind, id, name, mail }: Author): IdentitySet =>
  kind === 'person' ? { user: { id, displayName: name, ...(mail ? { email: mail } : {}) } } : { application: { id, displayName: name } };

export const eTagOf = (item: LibraryItem) => `"{${uniqueIdOf(item.id)}},${item.edition}"`;
export const cTagOf = (item: LibraryItem) => `"c:{${uniqueIdOf(item.id)}},${item.contentEdition}"`;

/** Where the item stands: `/drives/{id}/root:/WM-0412`, each name percent-encoded as Graph does. */
const pathOf = (tenant: Tenant, shelf: Library, folder: LibraryItem) => {
  const names = shelf
    .line(folder)
    .slice(0, -1)
    .toReversed()
    .map(({ name }) => encodeURIComponent(name));
  return `/drives/${driveIdOf(tenant, shelf.owner)}/root:${names.length > 0 ? `/${names.join('/')}` : ''}`;
};

export const itemEntity = (tenant: Tenant, shelf: Library, item: LibraryItem, downloadUrl?: string): DriveItem & Entity => {
  const parent = item.parent === null ? undefined : shelf.items.get(item.parent);
  const names = shelf
    .line(item)
    .slice(0, -1)
    .toReversed()
    .map(({ name }) => encodeURIComponent(name));
  return {
    ...(downloadUrl ? { '@microsoft.graph.downloadUrl': downloadUrl } : {}),
    id: item.id,
    name: item.name,
    size: item.kind === 'folder' ? sizeOf(shelf, item) : item.size,
    eTag: eTagOf(item),
    cTag: cTagOf(item),
    createdDateTime: item.created,
    lastModifiedDateTime: item.modified,
    createdBy: identity(item.createdBy),
    lastModifiedBy: identity(item.modifiedBy),
    webUrl: `${filesAt(tenant, shelf.owner)}${names.length > 0 ? `/${names.join('/')}` : ''}`,
    parentReference: {
      driveType: shelf.owner === null ? 'documentLibrary' : 'business',
      driveId: driveIdOf(tenant, shelf.owner),
      siteId: guidFrom(`site ${tenant.id}${shelf.owner ?? ''}`),
      ...(parent ? { id: parent.id, name: parent.parent === null ? 'Documents' : parent.name, path: pathOf(tenant, shelf, parent) } : {}),
    },
    fileSystemInfo: { createdDateTime: item.created, lastModifiedDateTime: item.modified },
    ...(item.description ? { description: item.description } : {}),
    ...(item.kind === 'folder'
      ? { folder: { childCount: shelf.children(item.id).length } }
      : { file: { mimeType: mimeTypeOf(item.name) } }),
    ...(item.parent === null ? { root: {} } : {}),
    ...(shelf.grants.all().some((grant) => grant.item === item.id) ? { shared: { scope: 'users' } } : {}),
  };
};

export const deletedEntity = (tenant: Tenant, item: LibraryItem): DriveItem & Entity => ({
  id: item.id,
  name: item.name,
  deleted: { state: 'deleted' },
  parentReference: { driveId: driveIdOf(tenant), driveType: 'documentLibrary', ...(item.parent ? { id: item.parent } : {}) },
  ...(item.kind === 'folder' ? { folder: { childCount: 0 } } : { file: {} }),
});

export const versionEntity = ({ label, size, modified, modifiedBy }: KeptVersion): DriveItemVersion & Entity => ({
  id: label,
  size,
  lastModifiedDateTime: modified,
  lastModifiedBy: identity(modifiedBy),
});

const sizeOf = (shelf: Library, folder: LibraryItem): number =>
  shelf.children(folder.id).reduce((sum, child) => sum + (child.kind === 'folder' ? sizeOf(shelf, child) : child.size), 0);

const MIME: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  txt: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
};
export const mimeTypeOf = (name: string) => MIME[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
