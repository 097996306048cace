import { type Client, FileUpload, LargeFileUploadTask, ResponseType } from '@microsoft/microsoft-graph-client';
import type { DriveItem } from '@microsoft/microsoft-graph-types';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Clients } from './clients.ts';
import type { Gateway, StoredFile } from './gateway.ts';
import type { GraphSettings } from './settings.ts';
import { statusOf, trying } from './troubles.ts';

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

/**
 * The case folders: one private SharePoint library that the server reaches through Sites.Selected. Where a coordinator is present
 * their own token is used, so that SharePoint's version history says who did it; everyone else's rights end at Waymark's own door.
 */
export const files = (settings: GraphSettings, clients: Clients): Gateway['files'] => {
  let drive: Promise<string> | undefined;

  const clientFor = async (actor: Actor | null): Promise<Client> =>
    (actor?.roles.includes('coordinator') ? await clients.asPerson(actor) : null) ?? (await clients.asApplication(actor));

  const findDrive = async (): Promise<string> => {
    const application = await clients.asApplication(null);
    return ((await application.api(`/sites/${settings.sendSite}/drive`).select('id').get()) as { id: string }).id;
  };

  /** The library's id never changes, so it is asked for once a process. */
  const driveId = (): Promise<string> => {
    drive ??= findDrive();
    return drive.catch((error) => {
      drive = undefined;
      throw error;
    });
  };

  return {
    list: (actor, caseRef) =>
      trying('look into the case folder', async () => {
        const id = await driveId();
        const found: StoredFile[] = [];
        let path: string | undefined = `${at(id, caseRef)}/children?$select=${FIELDS}&$top=200`;
        while (path) {
          const page = (await (
            await clientFor(actor)
          )
            .api(path)
            .get()
            .catch((error) => {
              if (statusOf(error) === 404) return { value: [] };
              throw error;
            })) as { value: DriveItem[]; '@odata.nextLink'?: string };
          found.push(...page.value.filter((item) => item.file).map((item) => storedOf(id, item)));
          path = page['@odata.nextLink'];
        }
        return found;
      }),

    read: (actor, file) =>
      trying('read a document from the case folder', async () => {
        const bytes = (await (
          await clientFor(actor)
        )
          .api(`/drives/${file.driveId}/items/${file.itemId}/content`)
          .responseType(ResponseType.ARRAYBUFFER)
          .get()) as ArrayBuffer;
        return new Uint8Array(bytes);
      }),

    save: (actor, caseRef, name, bytes, ifMatch) =>
      trying('save the document to the case folder', async () => {
        const id = await driveId();
        const client = await clientFor(actor);
        const path = at(id, caseRef, name);
        if (bytes.byteLength > PLAIN_UPLOAD) return storedOf(id, await uploadLarge(client, path, name, bytes, ifMatch));
        const request = client.api(`${path}/content`).header('Content-Type', 'application/octet-stream');
        if (ifMatch) request.header('If-Match', ifMatch);
        return storedOf(id, (await request.put(Buffer.from(bytes))) as DriveItem);
      }),

    one: (actor, file) =>
      trying('look at the document', async () => {
        const item = (await (
          await clientFor(actor)
        )
          .api(`/drives/${file.driveId}/items/${file.itemId}`)
          .select(FIELDS)
          .get()
          .catch((error) => {
            if (statusOf(error) === 404) return null;
            throw error;
          })) as DriveItem | null;
        return item && storedOf(file.driveId, item);
      }),
  };
};
