import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import type { StoredFile } from '../graph/gateway.ts';

/** The school's name of the pupil a meeting is about. */
export async function schoolOf(tx: Transaction, organisation: string, pupil: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select s.name from waymark.pupil p join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}`.execute(tx);
  return rows[0]?.name ?? '';
}

export type FiledMinutes = {
  readonly id: string;
  readonly meeting: string;
  readonly pupil: string;
  readonly file: StoredFile;
  readonly from: string | null;
  readonly on: Day;
  readonly at: Instant;
};

/** Links the filed minutes to their meeting. False where that was done before: then they are not sent again. */
export async function linkMinutes(tx: Transaction, organisation: string, { id, meeting, pupil, file, from, on, at }: FiledMinutes) {
  const waiting = await sql`
    select 1 from waymark.meeting
     where organisation_id = ${organisation} and id = ${meeting} and state = 'held' and minutes_document_id is null for update`.execute(tx);
  if (waiting.rows.length === 0) return false;
  const { rows } = await sql<{ id: string }>`
    insert into waymark.document (organisation_id, id, pupil_id, drive_id, item_id, etag, name, kind, from_whom, filed_on, recorded_at, web_url)
    values (${organisation}, ${id}, ${pupil}, ${file.driveId}, ${file.itemId}, ${file.eTag}, ${file.name}, 'minutes', ${from}, ${on}, ${at}::timestamptz, ${file.webUrl})
    on conflict (organisation_id, drive_id, item_id) where item_id is not null do update set etag = excluded.etag, web_url = excluded.web_url
    returning id`.execute(tx);
  await sql`
    update waymark.meeting set minutes_document_id = ${rows[0]?.id ?? id}, version = version + 1
     where organisation_id = ${organisation} and id = ${meeting}`.execute(tx);
  return true;
}
