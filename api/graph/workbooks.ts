import { type Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { DriveItem } from '@microsoft/microsoft-graph-types';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { Refusal } from '../refusal.ts';
import type { Clients } from './clients.ts';
import type { FoundWorkbook, Gateway } from './gateway.ts';
import type { GraphSettings } from './settings.ts';
import { statusOf, trying } from './troubles.ts';

const FIELDS = 'id,name,eTag,size,webUrl,file,lastModifiedDateTime,lastModifiedBy,parentReference';
const WORKBOOK = /\.(?:xlsx|csv|xlsm|xls)$/i;
const MOST = 50;

/** Where a person keeps workbooks, in words, and how it is searched. */
const PLACES = [
  { words: 'Your OneDrive', root: () => '/me/drive/root' },
  { words: 'SEND library', root: ({ sendSite }: GraphSettings) => `/sites/${sendSite}/drive/root` },
] as const;

const foundOf = (place: string, item: DriveItem): FoundWorkbook => ({
  driveId: item.parentReference?.driveId ?? '',
  itemId: item.id ?? '',
  eTag: item.eTag ?? '',
  name: item.name ?? '',
  place,
  webUrl: item.webUrl ?? null,
  size: item.size ?? 0,
  changedAt: (item.lastModifiedDateTime ?? '') as Instant,
  changedBy: item.lastModifiedBy?.user?.displayName ?? null,
});

/** A quotation mark inside what is searched for is written twice. */
const searchOf = (words: string): string => encodeURIComponent(words.replaceAll("'", "''"));

const search = async (client: Client, place: string, root: string, words: string): Promise<readonly FoundWorkbook[]> => {
  const asked = words === '' ? ['xlsx', 'csv'] : [words];
  const found = new Map<string, FoundWorkbook>();
  for (const text of asked) {
    const page: { value: readonly DriveItem[] } = await client
      .api(`${root}/search(q='${searchOf(text)}')?$select=${FIELDS}&$top=${MOST}`)
      .get();
    for (const item of page.value) if (item.file && WORKBOOK.test(item.name ?? '')) found.set(item.id ?? '', foundOf(place, item));
  }
  return [...found.values()];
};

const NOT_LET_IN = [403, 404];

/**
 * Workbooks a person could open themselves: always on their behalf, never as the application, so that nothing is brought in here that its
 * reader may not read there.
 */
export const workbooks = (settings: GraphSettings, clients: Clients): Gateway['workbooks'] => {
  const asPerson = async (actor: Actor): Promise<Client> => {
    const client = await clients.asPerson(actor);
    if (!client)
      throw new Refusal(
        'not-allowed',
        'Files of Microsoft 365 are chosen in the tab, signed in as yourself. From here, hand the file over.',
      );
    return client;
  };

  const placeOf = (item: DriveItem): string => (item.parentReference?.driveType === 'documentLibrary' ? PLACES[1].words : PLACES[0].words);

  return {
    find: (actor, words) =>
      trying('look for workbooks', async () => {
        const client = await asPerson(actor);
        const missing: string[] = [];
        const found = await Promise.all(
          PLACES.map(async ({ words: place, root }) => {
            try {
              return await search(client, place, root(settings), words);
            } catch (error) {
              if (!NOT_LET_IN.includes(statusOf(error))) throw error;
              missing.push(`${place} could not be looked into: Microsoft 365 does not let Waymark, or there is none.`);
              return [];
            }
          }),
        );
        return { files: found.flat().sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)), missing };
      }),

    one: (actor, { driveId, itemId }) =>
      trying('look at the workbook', async () => {
        const client = await asPerson(actor);
        try {
          const item: DriveItem = await client.api(`/drives/${driveId}/items/${itemId}`).select(FIELDS).get();
          return item.file ? { ...foundOf(placeOf(item), item), driveId } : null;
        } catch (error) {
          if (NOT_LET_IN.includes(statusOf(error))) return null;
          throw error;
        }
      }),

    read: (actor, { driveId, itemId }) =>
      trying('read the workbook', async () => {
        const client = await asPerson(actor);
        const bytes: ArrayBuffer = await client
          .api(`/drives/${driveId}/items/${itemId}/content`)
          .responseType(ResponseType.ARRAYBUFFER)
          .get();
        return new Uint8Array(bytes);
      }),
  };
};
