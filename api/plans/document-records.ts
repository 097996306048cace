import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Fields } from '#domain/plans/block.ts';
import type { TrackedProvision } from '#domain/plans/contribution-workbook.ts';
import type { AdviceSection } from '#domain/plans/stored.ts';
import type { Transaction } from '../database/connection.ts';
import type { StoredFile } from '../graph/gateway.ts';

/** What was read from a file, kept with the ETag it was read at, so that an unchanged file is never fetched twice. */
export type Reading =
  | { readonly kind: 'advice'; readonly sections: readonly AdviceSection[]; readonly tracked?: readonly TrackedProvision[] }
  | { readonly kind: 'plan'; readonly planId: string; readonly version: number; readonly issued: Fields; readonly now: Fields }
  | { readonly kind: 'none'; readonly why: string };

/** A file of the case folder as the record knows it. */
export type KnownDocument = {
  readonly id: string;
  readonly itemId: string;
  readonly name: string;
  readonly kind: string;
  readonly fromWhom: string | null;
  readonly filedOn: Day | null;
  readonly readEtag: string | null;
  readonly reading: Reading | null;
};

/** The pupil's documents that lie in the library; those that were only ever entered by name are matched by it. */
export async function knownDocuments(tx: Transaction, organisation: string, pupil: string): Promise<KnownDocument[]> {
  const { rows } = await sql<KnownDocument>`
    select id, item_id as "itemId", name, kind, from_whom as "fromWhom", filed_on as "filedOn", read_etag as "readEtag", reading
      from waymark.document where organisation_id = ${organisation} and pupil_id = ${pupil} order by filed_on nulls last, name, id`.execute(
    tx,
  );
  return rows;
}

/** Where each file of the pupil's case folder opens, by its id in the library. */
export async function addressesOf(tx: Transaction, organisation: string, pupil: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ itemId: string; webUrl: string }>`
    select item_id as "itemId", web_url as "webUrl" from waymark.document
     where organisation_id = ${organisation} and pupil_id = ${pupil} and item_id is not null and web_url is not null`.execute(tx);
  return new Map(rows.map(({ itemId, webUrl }) => [itemId, webUrl]));
}

export type DocumentToSave = {
  readonly id: string;
  readonly pupil: string;
  readonly file: StoredFile;
  readonly kind: string;
  readonly fromWhom: string | null;
  readonly filedOn: Day | null;
  /** When the record learned of it. */
  readonly at: Instant;
  readonly reading: Reading | null;
};

/** Writes what a file is and what was read from it; answers the id under which the record knows it. */
export async function saveDocument(tx: Transaction, organisation: string, { id, pupil, file, ...save }: DocumentToSave): Promise<string> {
  const reading = save.reading ? JSON.stringify(save.reading) : null;
  const readEtag = save.reading ? file.eTag : null;
  const { rows: known } = await sql<{ id: string }>`
    update waymark.document
       set drive_id = ${file.driveId}, item_id = ${file.itemId}, etag = ${file.eTag}, name = ${file.name}, web_url = ${file.webUrl},
           read_etag = coalesce(${readEtag}, read_etag), reading = coalesce(${reading}::jsonb, reading)
     where organisation_id = ${organisation} and pupil_id = ${pupil}
       and (item_id = ${file.itemId} or (item_id is null and name = ${file.name})) returning id`.execute(tx);
  if (known[0]) return known[0].id;
  const { rows } = await sql<{ id: string }>`
    insert into waymark.document
      (organisation_id, id, pupil_id, drive_id, item_id, etag, name, kind, from_whom, filed_on, recorded_at, web_url, read_etag, reading)
    values (${organisation}, ${id}, ${pupil}, ${file.driveId}, ${file.itemId}, ${file.eTag}, ${file.name}, ${save.kind}, ${save.fromWhom},
            ${save.filedOn}, ${save.at}::timestamptz, ${file.webUrl}, ${readEtag}, ${reading}::jsonb)
    on conflict (organisation_id, drive_id, item_id) where item_id is not null do update set etag = excluded.etag
    returning id`.execute(tx);
  return rows[0]?.id ?? id;
}

/** Files that have left the case folder are no longer drawn on; that they were there stays known. */
export async function forgetMissing(tx: Transaction, organisation: string, pupil: string, there: readonly string[]): Promise<void> {
  await sql`
    update waymark.document set reading = null, read_etag = null
     where organisation_id = ${organisation} and pupil_id = ${pupil} and item_id is not null and reading is not null
       and not (item_id = any(${there}))`.execute(tx);
}
