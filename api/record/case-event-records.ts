import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { EntryEvent } from '#domain/record/case-events.ts';
import type { Transaction } from '../database/connection.ts';

/** An event of a case that an entry stands behind. */
export type EventOfEntry = {
  readonly id: string;
  readonly kind: string;
  readonly on: Day;
  readonly details: Readonly<Record<string, unknown>>;
};

/** The events that an entry stands behind, as they hold now. */
export const eventsOfEntry = async (tx: Transaction, organisation: string, pupil: string, entry: string) => {
  const { rows } = await sql<EventOfEntry>`
    select id, kind, on_day as "on", details from waymark.case_event
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and entry_id = ${entry}::uuid and withdrawn_at is null
     order by on_day, recorded_at, id`.execute(tx);
  return rows;
};

type Writing = { readonly id: string; readonly by: string; readonly at: Instant };

/** Adds an event that an entry stands behind. */
export const addEvent = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  entry: string,
  event: EntryEvent,
  { id, by, at }: Writing,
): Promise<void> => {
  await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details, recorded_at, recorded_by, entry_id)
    values (${organisation}, ${id}, ${pupil}::uuid, ${event.kind}, ${event.on}, ${JSON.stringify(event.details)}::jsonb, ${at}::timestamptz, ${by}, ${entry}::uuid)`.execute(
    tx,
  );
};

/** Corrects an event. It keeps its id, by which its clocks are known; what it said is kept as a withdrawn event of its own. */
export const correctEvent = async (
  tx: Transaction,
  organisation: string,
  was: EventOfEntry,
  now: EntryEvent,
  { id, by, at }: Writing,
): Promise<void> => {
  await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, party, document_id, details, recorded_at, recorded_by, withdrawn_at, entry_id, version, settled_by, replaced_by)
    select organisation_id, ${id}, pupil_id, kind, on_day, party, document_id, details, recorded_at, recorded_by,
           ${at}::timestamptz, entry_id, version, ${by}, id
      from waymark.case_event where organisation_id = ${organisation} and id = ${was.id}::uuid`.execute(tx);
  await sql`
    update waymark.case_event set on_day = ${now.on}, details = details || ${JSON.stringify(now.details)}::jsonb, recorded_at = ${at}::timestamptz, recorded_by = ${by}
     where organisation_id = ${organisation} and id = ${was.id}::uuid`.execute(tx);
};

/** Takes an event out of the case; it stays in the record as withdrawn. */
export const withdrawEvent = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.case_event set withdrawn_at = ${at}::timestamptz where organisation_id = ${organisation} and id = ${id}::uuid`.execute(
    tx,
  );
};

/** The clocks of a pupil by rule and trigger, with their dates. */
export const clockDates = async (tx: Transaction, organisation: string, pupil: string) => {
  const { rows } = await sql<{ rule: string; trigger: string; due: Day }>`
    select rule, trigger_id as trigger, due_on as due from waymark.clock where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid
     order by due_on, rule`.execute(tx);
  return rows;
};
