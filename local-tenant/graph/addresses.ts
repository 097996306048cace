/**
 * Brings the many ways of naming one thing to one: `/me` to `/users/{id}`, `/sites/…/drive` to `/drives/{id}`, and the three ways of naming
 * a drive item (`root`, `items/{id}`, `root:/folder/file:`) to `/drives/{id}/at/{item}`.
 */
import type { Caller } from './call.ts';
import { GraphError } from './graph-errors.ts';

/** Where an item is: from which item the path starts (`root` or an id), and the names below it. */
export type ItemAddress = { readonly from: string; readonly names: readonly string[] };

type Drives = { readonly caller: Caller; readonly driveId: string; readonly ownDriveId: (person: string) => string };

export const plainPath = (path: string, { caller, driveId, ownDriveId }: Drives): string => {
  const bare = path
    .replace(/\/+$/, '')
    .replace(/\/(microsoft\.graph\.)/gi, '/')
    .replace(/^\/(applications|servicePrincipals)\(appId='([^']*)'\)/i, '/$1/appId=$2')
    .replace(/(\w)\(\)/g, '$1');
  return atItem(searched(ofPerson(ofSite(ownPath(bare, caller), driveId), ownDriveId)));
};

const ownPath = (path: string, { person }: Caller) => {
  const own = /^\/(education\/)?me(\/.*)?$/i.exec(path);
  if (!own) return path;
  if (!person) throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  return `/${own[1] ?? ''}users/${person.id}${own[2] ?? ''}`;
};

/** `/sites/{id}/drive` is the site's library; `/sites/{host}:/{path}` is the site by its address. */
const ofSite = (path: string, driveId: string) =>
  path
    .replace(
      /^\/sites\/([^/:]+):\/([^:]*?)(?::(?=\/)|$)/i,
      (_all, host: string, below: string) => `/sites/${encodeURIComponent(`${host}:/${below}`)}`,
    )
    .replace(/^\/sites\/[^/]+\/drive(?=\/|$)/i, `/drives/${driveId}`);

/** `/users/{id}/drive` is that person's OneDrive. */
const ofPerson = (path: string, ownDriveId: Drives['ownDriveId']) =>
  path.replace(/^\/users\/([^/]+)\/drive(?=\/|$)/i, (_all, person: string) => `/drives/${ownDriveId(decodeURIComponent(person))}`);

/** `search(q='register')`, its words packed as the routes carry them. */
const searched = (path: string) =>
  path.replace(
    /\/search\(q='(.*)'\)$/i,
    (_all, words: string) => `/search/${Buffer.from(decodeURIComponent(words).replaceAll("''", "'")).toString('base64url') || '-'}`,
  );

const BY_PATH = /^(\/drives\/[^/]+)\/(root|items\/[^/:]+):\/([^:]*)(?::(\/.*)?)?$/i;
const BY_ID = /^(\/drives\/[^/]+)\/(root|items\/[^/:]+)(\/.*)?$/i;

const atItem = (path: string) => {
  const byPath = BY_PATH.exec(path);
  if (byPath) return `${byPath[1]}/at/${packed(byPath[2] ?? '', byPath[3] ?? '')}${byPath[4] ?? ''}`;
  const byId = BY_ID.exec(path);
  return byId ? `${byId[1]}/at/${packed(byId[2] ?? '', '')}${byId[3] ?? ''}` : path;
};

const packed = (start: string, names: string) => {
  const from = /^items\//i.test(start) ? decodeURIComponent(start.slice(6)) : 'root';
  const address: ItemAddress = { from, names: names.split('/').filter(Boolean).map(decodeURIComponent) };
  return Buffer.from(JSON.stringify(address)).toString('base64url');
};

/** An item by its id, packed as the routes carry it. */
export const itemAddress = (id: string): string => packed(`items/${encodeURIComponent(id)}`, '');

export const unpacked = (text: string): ItemAddress => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
