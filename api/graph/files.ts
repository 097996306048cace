import { type Client, FileUpload, LargeFileUploadTask, ResponseType } from '@microsoft/microsoft-graph-client';
import type { DriveItem } from '@microsoft/microsoft-graph-types';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Clients } from './clients.ts';
import type { Gateway, LibraryPage, StoredFile } from './gateway.ts';
import { REPEATABLE } from './retry-layer.ts';
import type { SendLibrary } from './send-library.ts';
import { statusOf, unwell } from './troubles.ts';

/** Graph takes no more than this in one plain upload; above it an upload session in ranges is opened. */
const PLAIN_UPLOAD = 4 * 1024 * 1024;
const RANGE = 10 * 320 * 1024;
const FIELDS = 'id,name,eTag,size,webUrl,file,lastModifiedDateTime,lastModifiedBy,parentReference';

const storedOf = (driveId: string, item: DriveItem): StoredFile => ({
  driveId: item.parentReference?.driveId ?? driveId,
  itemId: item.id ?? '',
  eTag: item.eTag ?? '',
  name: item.name ?? '',
  webUrl: item.webUrl ?? '',
  size: item.size ?? 0,
  changedAt: (item.lastModifiedDateTime ?? '') as Instant,
  changedBy: item.lastModifiedBy?.user?.displayName ?? null,
});

/** The address of something in the library by its path; each part is encoded, so a name with `#` or `%` stays one name. */
const at = (driveId: string, ...parts: string[]): string => `/drives/${driveId}/root:/${parts.map(encodeURIComponent).join('/')}:`;

const uploadLarge = async (
  client: Client,
  path: string,
  name: string,
  bytes: Uint8Array,
  ifMatch: string | undefined,
): Promise<DriveItem> => {
  const session = await LargeFileUploadTask.createUploadSession(
    client,
    `${path}/createUploadSession`,
    { item: { '@microsoft.graph.conflictBehavior': 'replace', name } },
    ifMatch ? { 'If-Match': ifMatch } : undefined,
  );
  const task = new LargeFileUploadTask(client, new FileUpload(Uint8Array.from(bytes).buffer, name, bytes.byteLength), session, {
    rangeSize: RANGE,
  });
  return (await task.upload()).responseBody as DriveItem;
};

/** Every file in a folder, page by page. */
const listFolder = async (client: Client, driveId: string, folder: string): Promise<StoredFile[]> => {
  const found: StoredFile[] = [];
  let path: string | undefined = `${at(driveId, folder)}/children?$select=${FIELDS}&$top=200`;
  while (path) {
    const page: Page = await client.api(path).get();
    found.push(...page.value.filter((item) => item.file).map((item) => storedOf(driveId, item)));
    path = page['@odata.nextLink'];
  }
  return found;
};

/** The folder of a file by its parent's path, `/drives/x/root:/WM-0412`; empty at the top. */
const folderOf = (item: DriveItem): string => decodeURIComponent(/root:\/?([^/]*)/.exec(item.parentReference?.path ?? '')?.[1] ?? '');

/** The whole library through delta, which lists every level: one request for each 200 files instead of one for each folder. */
const wholeLibrary = async (client: Client, driveId: string): Promise<{ folder: string; file: StoredFile }[]> => {
  const found: { folder: string; file: StoredFile }[] = [];
  let path: string | undefined = `/drives/${driveId}/root/delta?$select=${FIELDS},deleted&$top=200`;
  while (path) {
    const page: Page = await client.api(path).get();
    found.push(
      ...page.value.filter((item) => item.file && !item.deleted).map((item) => ({ folder: folderOf(item), file: storedOf(driveId, item) })),
    );
    path = page['@odata.nextLink'];
  }
  return found;
};

type Page = { readonly value: readonly DriveItem[]; readonly '@odata.nextLink'?: string; readonly '@odata.deltaLink'?: string };

const changedIn = (driveId: string, page: Page): LibraryPage => ({
  changed: page.value.filter((item) => item.file && !item.deleted).map((item) => storedOf(driveId, item)),
  next: page['@odata.nextLink'] ?? null,
  done: page['@odata.deltaLink'] ?? null,
});

/** Graph converts Office files; of others it says that it does not. */
const notConverted = (error: unknown): null => {
  if (statusOf(error) === 406 || statusOf(error) === 415) return null;
  throw error;
};

const upload = async (client: Client, path: string, name: string, bytes: Uint8Array, ifMatch: string | undefined): Promise<DriveItem> => {
  if (bytes.byteLength > PLAIN_UPLOAD) return uploadLarge(client, path, name, bytes, ifMatch);
  const request = client.api(`${path}/content`).header('Content-Type', 'application/octet-stream');
  if (ifMatch) request.header('If-Match', ifMatch);
  return request.put(Buffer.from(bytes));
};

/**
 * The case folders: one private SharePoint library that the server reaches through Sites.Selected. Where a coordinator is present
 * their own token is used, so that SharePoint's version history says who did it; everyone else's rights end at Waymark's own door.
 */
export const files = ({ inLibrary }: SendLibrary, clients: Clients): Gateway['files'] => {
  const reach = <T>(actor: Actor | null, call: (client: Client) => Promise<T>): Promise<T> =>
    actor?.roles.includes('coordinator') ? clients.asEither(actor, call) : clients.asApplication(actor).then(call);

  const itemAt = (drive: string, { itemId }: { itemId: string }): string => `/drives/${drive}/items/${itemId}`;

  return {
    list: async (actor, caseRef) =>
      (await inLibrary('look into the case folder', actor, null, (id) => reach(actor, (client) => listFolder(client, id, caseRef)))) ?? [],

    library: async (actor) =>
      (await inLibrary('look into the case folders', actor, null, (id) => reach(actor, (client) => wholeLibrary(client, id)))) ?? [],

    read: async (actor, file) => {
      const doing = 'read a document from the case folder';
      const bytes = await inLibrary(
        doing,
        actor,
        file.driveId,
        (id): Promise<ArrayBuffer> =>
          reach(actor, (client) =>
            client
              .api(`${itemAt(id, file)}/content`)
              .responseType(ResponseType.ARRAYBUFFER)
              .get(),
          ),
      );
      if (bytes === null) throw unwell('thing-gone', doing);
      return new Uint8Array(bytes);
    },

    save: async (actor, caseRef, name, bytes, ifMatch) => {
      const doing = 'save the document to the case folder';
      const saved = await inLibrary(doing, actor, null, async (id) =>
        storedOf(id, await reach(actor, (client) => upload(client, at(id, caseRef, name), name, bytes, ifMatch))),
      );
      if (saved === null) throw unwell('thing-gone', doing);
      return saved;
    },

    one: (actor, file) =>
      inLibrary('look at the document', actor, file.driveId, async (id) =>
        storedOf(id, (await reach(actor, (client) => client.api(itemAt(id, file)).select(FIELDS).get())) as DriveItem),
      ),

    pdf: async (actor, file) => {
      const doing = 'have the document turned into a PDF';
      const bytes = await inLibrary(doing, actor, file.driveId, async (id) => {
        const path = `${itemAt(id, file)}/content?format=pdf`;
        const call = (client: Client): Promise<ArrayBuffer> => client.api(path).responseType(ResponseType.ARRAYBUFFER).get();
        return { converted: await reach(actor, call).catch(notConverted) };
      });
      if (bytes === null) throw unwell('thing-gone', doing);
      return bytes.converted && new Uint8Array(bytes.converted);
    },

    versions: async (actor, file) => {
      const page = await inLibrary(
        'look at the versions of the document',
        actor,
        file.driveId,
        (id): Promise<Page> => reach(actor, (client) => client.api(`${itemAt(id, file)}/versions?$select=id`).get()),
      );
      return page?.value.length ?? 0;
    },

    folder: (actor, caseRef) =>
      inLibrary('look for the case folder', actor, null, async (id) => {
        const path = at(id, caseRef).slice(0, -1);
        const item: DriveItem = await reach(actor, (client) => client.api(path).select('id').get());
        return { driveId: id, itemId: item.id ?? '' };
      }),

    changes: (link) => {
      const doing = 'see what changed in the library';
      return inLibrary(doing, null, null, async (id): Promise<LibraryPage | 'expired'> => {
        const application = await clients.asApplication(null);
        try {
          return changedIn(id, await application.api(link ?? `/drives/${id}/root/delta?$select=${FIELDS},deleted&$top=200`).get());
        } catch (error) {
          if (statusOf(error) === 410) return 'expired';
          throw error;
        }
        // A mark of a library that has moved leads nowhere any more.
      }).then((found) => found ?? 'expired');
    },

    erase: async (item) => {
      const gone = await inLibrary('delete the document for good', null, item.driveId, async (id) => {
        const application = await clients.asApplication(null);
        await application
          .api(`${itemAt(id, item)}/permanentDelete`)
          .header(REPEATABLE, 'yes')
          .post({});
        return true;
      });
      return gone ?? false;
    },
  };
};
