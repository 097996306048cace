import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Running } from '#domain/meetings/record.ts';
import type { Transaction } from '../database/connection.ts';

export type EntryRow = {
  readonly id: string;
  readonly kind: 'decision' | 'action' | 'view' | 'disagreement' | 'off-record' | 'note';
  readonly item: number | null;
  readonly words: string;
  readonly saidBy: string | null;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly at: Instant;
  readonly until: Instant | null;
  /** Who wrote it down; of an action, who owns it. */
  readonly by: string | null;
};

/** Everything that was written down at a meeting, its actions among it, in the order in which it was. */
export async function entriesOf(tx: Transaction, organisation: string, meeting: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select id, kind, item, words, "saidBy", owner, due, at, until, by from (
      select id, kind, item, coalesce(words, '') as words, said_by as "saidBy", null as owner, null::date as due, at, until,
             by_person as by, added
        from waymark.meeting_entry where organisation_id = ${organisation} and meeting_id = ${meeting}
      union all
      select id, 'action', meeting_item, words, null, owner_name, due_on, created_at, null, owner_id, added
        from waymark.action where organisation_id = ${organisation} and meeting_id = ${meeting}
    ) written order by at, added`.execute(tx);
  return rows;
}

/** Writes the state of a running meeting; its version moves on by one. */
export async function saveRunning(tx: Transaction, organisation: string, meeting: string, running: Running, now: Instant): Promise<void> {
  await sql`
    update waymark.meeting
       set state = 'running', started_at = ${running.startedAt}::timestamptz, current_item = ${running.currentItem},
           off_record_since = ${running.offRecordSince}::timestamptz, version = version + 1, changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${meeting}`.execute(tx);
}

/** The meeting has moved on although its state has not: somebody wrote something down. */
export async function moveOn(tx: Transaction, organisation: string, meeting: string, now: Instant): Promise<void> {
  await sql`
    update waymark.meeting set version = version + 1, changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${meeting}`.execute(tx);
}

export type NewEntry = {
  readonly id: string;
  readonly item: number | null;
  readonly kind: string;
  readonly words: string | null;
  readonly saidBy: string | null;
  readonly by: string;
  readonly at: Instant;
};

/** Writes an entry under its own id; the same id again writes nothing. */
export async function addEntryRow(tx: Transaction, organisation: string, meeting: string, entry: NewEntry): Promise<void> {
  await sql`
    insert into waymark.meeting_entry (organisation_id, id, meeting_id, item, kind, words, said_by, at, by_person)
    values (${organisation}, ${entry.id}, ${meeting}, ${entry.item}, ${entry.kind}, ${entry.words}, ${entry.saidBy},
            ${entry.at}::timestamptz, ${entry.by})
    on conflict (organisation_id, id) do nothing`.execute(tx);
}

/** Back on the record: the open stretch gets its end. */
export async function endOffRecord(tx: Transaction, organisation: string, meeting: string, now: Instant): Promise<void> {
  await sql`
    update waymark.meeting_entry set until = ${now}::timestamptz
     where organisation_id = ${organisation} and meeting_id = ${meeting} and kind = 'off-record' and until is null`.execute(tx);
}

/** Who has accepted is taken to be there, until somebody says otherwise. */
export async function prefillAttendance(tx: Transaction, organisation: string, meeting: string): Promise<void> {
  await sql`
    update waymark.meeting_person set attended = 'present'
     where organisation_id = ${organisation} and meeting_id = ${meeting} and reply = 'yes' and attended is null`.execute(tx);
}

/** Notes who is there; ids that are not of this meeting change nothing. */
export async function saveAttendance(
  tx: Transaction,
  organisation: string,
  meeting: string,
  people: readonly { readonly id: string; readonly attended: string }[],
): Promise<void> {
  await sql`
    update waymark.meeting_person p set attended = one.attended
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as one(id uuid, attended text)
     where p.organisation_id = ${organisation} and p.meeting_id = ${meeting} and p.id = one.id`.execute(tx);
}

/** Gives an action of this meeting its owner and date. False where the meeting has no such action. */
export async function settle(
  tx: Transaction,
  organisation: string,
  meeting: string,
  action: string,
  owner: { readonly id: string | null; readonly name: string },
  due: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.action set owner_id = ${owner.id}, owner_name = ${owner.name}, due_on = ${due}, version = version + 1
     where organisation_id = ${organisation} and meeting_id = ${meeting} and id = ${action} returning id`.execute(tx);
  return rows.length > 0;
}

/** Whether this request has been done before: then it is answered again and not done again. */
export async function firstTime(tx: Transaction, organisation: string, request: string, deed: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.deed_done (organisation_id, request_id, deed, answer) values (${organisation}, ${request}, ${deed}, '{}'::jsonb)
    on conflict do nothing returning request_id as id`.execute(tx);
  return rows.length > 0;
}

/** Closes the record: from *running* to *held*. */
export async function saveHeld(tx: Transaction, organisation: string, meeting: string, now: Instant): Promise<void> {
  await sql`
    update waymark.meeting
       set state = 'held', finished_at = ${now}::timestamptz, off_record_since = null, version = version + 1, changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${meeting} and state = 'running'`.execute(tx);
}
