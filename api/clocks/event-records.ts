import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** What an event says beside its kind and day. */
export type EventDetails = Readonly<Record<string, unknown>>;

/** An event as it is kept, holding or taken out, or as it was before a correction (`replacedBy`). */
export type KeptEvent = {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly on: Day;
  readonly details: EventDetails;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  readonly withdrawnAt: Instant | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
  readonly replacedBy: string | null;
  readonly fromEntry: boolean;
  readonly moved: readonly { readonly title: string; readonly from: Day | null; readonly to: Day | null }[];
};

const name = (person: string) => sql.raw(`nullif(concat_ws(' ', ${person}.given_name, ${person}.surname), '')`);
const instantOf = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Every event of a case: those that hold, those that were taken out, and what corrected ones said before, the newest first. */
export const keptEvents = async (tx: Transaction, organisation: string, pupil: string): Promise<KeptEvent[]> => {
  const { rows } = await sql<KeptEvent>`
    select e.id, e.version, e.kind, e.on_day as "on", e.details, ${instantOf('e.recorded_at')} as "recordedAt", ${name('writer')} as "recordedBy",
           ${instantOf('e.withdrawn_at')} as "withdrawnAt", ${name('settler')} as "settledBy", e.reason, e.replaced_by as "replacedBy",
           e.entry_id is not null as "fromEntry",
           coalesce((select json_agg(json_build_object('title', m.title, 'from', m.was_due, 'to', m.now_due) order by m.now_due, m.title)
                       from waymark.clock_move m where m.organisation_id = e.organisation_id and m.change_id = e.id), '[]') as moved
      from waymark.case_event e
      left join waymark.person writer on writer.organisation_id = e.organisation_id and writer.id = e.recorded_by
      left join waymark.person settler on settler.organisation_id = e.organisation_id and settler.id = e.settled_by
     where e.organisation_id = ${organisation} and e.pupil_id = ${pupil}::uuid
     order by e.on_day desc, e.recorded_at desc, e.id`.execute(tx);
  return rows;
};

/** Holds these cases, in one order for everybody, so that of two who change or count a case at once one comes after the other. */
export const holdCases = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<void> => {
  await sql`select 1 from waymark.pupil where organisation_id = ${organisation} and id = any(${pupils}::uuid[]) order by id for no key update`.execute(
    tx,
  );
};

export type EventToKeep = {
  readonly id: string;
  readonly pupil: string;
  readonly kind: string;
  readonly on: Day;
  readonly details: EventDetails;
  /** Null where Waymark wrote it: a meeting was moved in Outlook. */
  readonly by: string | null;
  readonly at: Instant;
};

/** Adds an event; false where its id is taken. */
export const insertEvent = async (
  tx: Transaction,
  organisation: string,
  { id, pupil, kind, on, details, by, at }: EventToKeep,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details, recorded_by, recorded_at)
    values (${organisation}, ${id}, ${pupil}::uuid, ${kind}, ${on}, ${JSON.stringify(details)}::jsonb, ${by}, ${at}::timestamptz)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
};

type Settling = { readonly copy: string; readonly by: string | null; readonly at: Instant; readonly reason: string };

/** Gives an event new words under its own id; what it said before stays as a row of its own. */
export const rewriteEvent = async (
  tx: Transaction,
  organisation: string,
  { id, kind, on, details, by, at }: EventToKeep,
  { copy, reason }: Pick<Settling, 'copy' | 'reason'>,
): Promise<void> => {
  await keepAsItWas(tx, organisation, id, { copy, by, at, reason });
  await sql`
    update waymark.case_event
       set kind = ${kind}, on_day = ${on}, details = ${JSON.stringify(details)}::jsonb, recorded_by = ${by}, recorded_at = ${at}::timestamptz
     where organisation_id = ${organisation} and id = ${id}::uuid`.execute(tx);
};

const keepAsItWas = async (tx: Transaction, organisation: string, id: string, { copy, by, at, reason }: Settling): Promise<void> => {
  await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, party, document_id, details, recorded_at, recorded_by, version,
                                    withdrawn_at, settled_by, reason, replaced_by)
    select organisation_id, ${copy}, pupil_id, kind, on_day, party, document_id, details, recorded_at, recorded_by, version,
           ${at}::timestamptz, ${by}, ${reason}, id
      from waymark.case_event where organisation_id = ${organisation} and id = ${id}::uuid`.execute(tx);
};

/** Takes an event out of the case; it stays in the record with the reason. */
export const takeOutEvent = async (
  tx: Transaction,
  organisation: string,
  id: string,
  { by, at, reason }: Omit<Settling, 'copy'>,
): Promise<void> => {
  await sql`
    update waymark.case_event set withdrawn_at = ${at}::timestamptz, settled_by = ${by}, reason = ${reason}
     where organisation_id = ${organisation} and id = ${id}::uuid`.execute(tx);
};

/** Puts an event back that was taken out; that it was out, and why, stays as a row of its own. */
export const putBackEvent = async (tx: Transaction, organisation: string, id: string, settling: Settling): Promise<void> => {
  await keepAsItWas(tx, organisation, id, settling);
  await sql`
    update waymark.case_event set withdrawn_at = null, settled_by = null, reason = null where organisation_id = ${organisation} and id = ${id}::uuid`.execute(
    tx,
  );
};

export type MoveToKeep = {
  readonly id: string;
  readonly pupil: string;
  readonly rule: string;
  readonly trigger: string;
  readonly title: string;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** Keeps dates as they were shown until now, and why they are so no longer. */
export const keepMoves = async (
  tx: Transaction,
  organisation: string,
  moves: readonly MoveToKeep[],
  change: { readonly id: string; readonly because: string; readonly by: string | null; readonly at: Instant },
): Promise<void> => {
  if (moves.length === 0) return;
  await sql`
    insert into waymark.clock_move (organisation_id, id, pupil_id, rule, trigger_id, title, was_due, now_due, because, change_id, at, by_person)
    select ${organisation}, m.id, m.pupil, m.rule, m.trigger, m.title, m."from", m."to", ${change.because}, ${change.id}, ${change.at}::timestamptz, ${change.by}
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(id uuid, pupil uuid, rule text, trigger text, title text, "from" date, "to" date)`.execute(
    tx,
  );
};

/** What the council is called in this case, or failing that in the newest case that names it. */
export const councilNamed = async (tx: Transaction, organisation: string, pupil: string): Promise<object | null> => {
  const { rows } = await sql<{ owner: object }>`
    select details -> 'owner' as owner from waymark.case_event
     where organisation_id = ${organisation} and withdrawn_at is null and details -> 'owner' ->> 'words' is not null and details -> 'owner' ->> 'person' is null
       and kind <> 'advice-requested'
     order by pupil_id = ${pupil}::uuid desc, recorded_at desc limit 1`.execute(tx);
  return rows[0]?.owner ?? null;
};

/** A pupil's stage, and whether the pupil has left. */
export const stageOf = async (tx: Transaction, organisation: string, pupil: string): Promise<{ stage: string; left: boolean }> => {
  const { rows } = await sql<{ stage: string; left: boolean }>`
    select stage, left_on is not null as left from waymark.pupil where organisation_id = ${organisation} and id = ${pupil}::uuid`.execute(
    tx,
  );
  return rows[0] ?? { stage: 'none', left: true };
};

/** The dates that a clock had before, the newest first, each with the day until which it was shown and why it moved. */
export const shownBefore = async (tx: Transaction, organisation: string, pupil: string, rule: string, trigger: string, zone: string) => {
  const { rows } = await sql<{ due: Day | null; until: Day; because: string }>`
    select was_due as due, (at at time zone ${zone})::date as until, because from waymark.clock_move
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and rule = ${rule} and trigger_id = ${trigger}
     order by at desc limit 20`.execute(tx);
  return rows;
};

/** Why a clock was late, where somebody said so. */
export const lateReasonOf = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  rule: string,
  trigger: string,
): Promise<string | null> => {
  const { rows } = await sql<{ words: string }>`
    select words from waymark.late_reason
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and rule = ${rule} and trigger_id = ${trigger}`.execute(tx);
  return rows[0]?.words ?? null;
};
