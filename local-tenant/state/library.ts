/** The one document library of the SEND site: folders, files, their versions and who was given what. */
import { createHash, randomBytes } from 'node:crypto';
import type { FiledDocument, StaffMember } from '../school/school.ts';
import type { FileBytes } from './file-bytes.ts';
import type { Store, Table } from './store.ts';

export type Author = { readonly kind: 'person' | 'application'; readonly id: string; readonly name: string; readonly mail?: string };

export type LibraryItem = {
  readonly id: string;
  readonly name: string;
  /** Null for the root alone. */
  readonly parent: string | null;
  readonly kind: 'folder' | 'file';
  readonly created: string;
  readonly createdBy: Author;
  readonly modified: string;
  readonly modifiedBy: Author;
  /** Counts every change; behind the eTag. */
  readonly edition: number;
  /** Counts changes of content; behind the cTag and the version label. */
  readonly contentEdition: number;
  readonly size: number;
  readonly digest?: string;
  readonly description?: string;
  readonly changed: number;
  readonly deleted?: true;
};

export type KeptVersion = {
  readonly label: string;
  readonly digest: string;
  readonly size: number;
  readonly modified: string;
  readonly modifiedBy: Author;
};

export type Grant = {
  readonly id: string;
  readonly item: string;
  readonly roles: readonly ('read' | 'write' | 'owner')[];
  /** Object id of the person, or their address when they have no account here. */
  readonly account: string | null;
  readonly mail: string;
  readonly name: string;
  readonly expires: string | null;
  readonly grantedAt: string;
};

export type Library = {
  /** Whose OneDrive it is, by the account's id; null for the SEND library. */
  readonly owner: string | null;
  readonly root: LibraryItem;
  readonly items: Table<LibraryItem>;
  readonly grants: Table<Grant>;
  item(id: string): LibraryItem | undefined;
  children(id: string): LibraryItem[];
  childNamed(parent: string, name: string): LibraryItem | undefined;
  /** The item and its folders, nearest first. */
  line(item: LibraryItem): LibraryItem[];
  versions(id: string): KeptVersion[];
  add(item: NewItem): LibraryItem;
  change(item: LibraryItem, change: ItemChange): LibraryItem;
  /** Into the recycle bin of the site: its versions stay, and Graph shows it as deleted and nothing more. */
  remove(item: LibraryItem): void;
  /** For good, with every version and what lies in it. What was put into the recycle bin before stays there. */
  erase(item: LibraryItem): void;
};

export type NewItem = {
  readonly name: string;
  readonly parent: string;
  readonly by: Author;
  readonly content?: { readonly digest: string; readonly size: number };
  readonly at?: string;
};
export type ItemChange = {
  readonly by: Author;
  readonly name?: string;
  readonly parent?: string;
  readonly description?: string;
  readonly content?: { readonly digest: string; readonly size: number };
};

const ROOT_ID = '01ROOTOFTHESENDLIBRARYAAAAAAAAAAAA';
const TENANT: Author = { kind: 'application', id: '00000000-0000-0000-0000-000000000000', name: 'SharePoint App' };

/** The SEND library, or the OneDrive of one person. */
export const library = (store: Store, now: () => Date, owner: string | null = null): Library => {
  const own = owner === null ? '' : `/${owner}`;
  const rootId = owner === null ? ROOT_ID : rootOf(owner);
  const items = store.table<LibraryItem>(`library${own}`);
  const grants = store.table<Grant>(`grants${own}`);
  const versionsOf = (id: string) => store.table<KeptVersion>(`versions/${id}`);
  const moment = () => `${now().toISOString().slice(0, 19)}Z`;

  const keepVersion = (item: LibraryItem) => {
    if (!item.digest) return;
    const { digest, size, modified, modifiedBy } = item;
    const label = versionLabel(item);
    versionsOf(item.id).put(label, { label, digest, size, modified, modifiedBy });
  };

  const shelf: Library = {
    owner,
    get root() {
      return items.get(rootId) ?? items.put(rootId, newRoot(rootId, moment(), store.nextSequence()));
    },
    items,
    grants,
    item: (id) => present(items.get(id)),
    children: (id) => items.all().filter((item) => item.parent === id && !item.deleted),
    childNamed: (parent, name) =>
      items.all().find((item) => item.parent === parent && !item.deleted && item.name.toLowerCase() === name.toLowerCase()),
    line(item) {
      const above = item.parent === null ? undefined : items.get(item.parent);
      return above ? [item, ...shelf.line(above)] : [item];
    },
    versions: (id) => versionsOf(id).all().toReversed(),
    add({ name, parent, by, content, at }) {
      const when = at ?? moment();
      const item: LibraryItem = {
        id: newItemId(),
        name,
        parent,
        kind: content ? 'file' : 'folder',
        created: when,
        createdBy: by,
        modified: when,
        modifiedBy: by,
        edition: 1,
        contentEdition: 1,
        size: content?.size ?? 0,
        ...(content ? { digest: content.digest } : {}),
        changed: store.nextSequence(),
      };
      keepVersion(item);
      return items.put(item.id, item);
    },
    change(item, { by, content, ...rest }) {
      const changed: LibraryItem = {
        ...item,
        ...rest,
        ...(content ?? {}),
        edition: item.edition + 1,
        contentEdition: item.contentEdition + (content ? 1 : 0),
        modified: moment(),
        modifiedBy: by,
        changed: store.nextSequence(),
      };
      if (content) keepVersion(changed);
      return items.put(item.id, changed);
    },
    remove(item) {
      for (const child of shelf.children(item.id)) shelf.remove(child);
      for (const grant of grants.all()) if (grant.item === item.id) grants.remove(grant.id);
      items.put(item.id, { ...item, deleted: true, changed: store.nextSequence() });
    },
    erase(item) {
      for (const child of shelf.children(item.id)) shelf.erase(child);
      for (const { label } of versionsOf(item.id).all()) versionsOf(item.id).remove(label);
      for (const grant of grants.all()) if (grant.item === item.id) grants.remove(grant.id);
      // Delta goes on telling that an item of this id went; nothing else of it is kept.
      const { digest: _digest, description: _description, ...rest } = item;
      items.put(item.id, { ...rest, name: '', size: 0, deleted: true, changed: store.nextSequence() });
    },
  };
  return shelf;
};

export const versionLabel = (item: LibraryItem) => `${item.contentEdition}.0`;

const present = (item: LibraryItem | undefined) => (item?.deleted ? undefined : item);

const newRoot = (id: string, at: string, changed: number): LibraryItem => ({
  id,
  name: 'root',
  parent: null,
  kind: 'folder',
  created: at,
  createdBy: TENANT,
  modified: at,
  modifiedBy: TENANT,
  edition: 1,
  contentEdition: 1,
  size: 0,
  changed,
});

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const rootOf = (owner: string) =>
  `01${[...createHash('sha256').update(`root ${owner}`).digest()].map((byte) => BASE32[byte & 31]).join('')}`;
const newItemId = () => `01${[...randomBytes(32)].map((byte) => BASE32[byte & 31]).join('')}`;

/** A GUID that belongs to the item for good, as SharePoint shows inside ETags. */
export const uniqueIdOf = (id: string) => {
  const hex = createHash('sha256').update(id).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
};

type Filing = { readonly document: FiledDocument; readonly content: Uint8Array; readonly filer: StaffMember | undefined };

/** Puts a document of the made-up school into its case folder; a file of that name that is already there stays as it is. */
export const fileDocument = async (shelf: Library, bytes: FileBytes, { document, content, filer }: Filing) => {
  const by: Author = filer
    ? { kind: 'person', id: filer.id.toLowerCase(), name: `${filer.givenName} ${filer.surname}`, mail: filer.upn }
    : TENANT;
  const at = `${document.filedOn}T15:30:00Z`;
  const folder = shelf.childNamed(shelf.root.id, document.folder) ?? shelf.add({ name: document.folder, parent: shelf.root.id, by, at });
  if (shelf.childNamed(folder.id, document.name)) return;
  const digest = await bytes.keep(content);
  shelf.add({ name: document.name, parent: folder.id, by, at, content: { digest, size: content.byteLength } });
};
