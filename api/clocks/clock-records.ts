import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { Transaction } from '../database/connection.ts';

/** Of whom something is expected, as the event says it: a person of the record, or words. */
export type EventOwner = { readonly person?: string; readonly name?: string; readonly words?: string; readonly short?: string };

/** An event of a case with what the clocks need and who owes what it starts. */
export type StoredEvent = CaseEvent & {
  readonly id: string;
  readonly owner?: EventOwner;
  /** Of a chaser: the one clock that was chased. */
  readonly clock?: string;
};

export type EventsOfPupil = { readonly pupil: string; readonly school: string; readonly events: readonly StoredEvent[] };

/** Events of some pupils, or of a page of all pupils of the organisation who have any; pupils in the order of their ids. */
export const eventsOf = async (
  tx: Transaction,
  organisation: string,
  which: { pupils: readonly string[] } | { after: string; limit: number },
) => {
  const chosen =
    'pupils' in which
      ? sql`select id from waymark.pupil where organisation_id = ${organisation} and id = any(${which.pupils}::uuid[])`
      : sql`select distinct pupil_id as id from waymark.case_event
             where organisation_id = ${organisation} and pupil_id > ${which.after}::uuid order by 1 limit ${which.limit}`;
  const { rows } = await sql<{
    pupil: string;
    school: string;
    events: (Record<string, unknown> & { id: string; kind: string; on: Day })[];
  }>`
    select pupil.id as pupil, pupil.school_id as school,
           coalesce((select json_agg(event.details || jsonb_build_object('id', event.id, 'kind', event.kind, 'on', event.on_day)
                                     order by event.on_day, event.recorded_at, event.id)
                       from waymark.case_event event
                      where event.organisation_id = pupil.organisation_id and event.pupil_id = pupil.id and event.withdrawn_at is null), '[]') as events
      from waymark.pupil pupil
     where pupil.organisation_id = ${organisation} and pupil.id in (${chosen})
     order by pupil.id`.execute(tx);
  return rows as unknown as readonly EventsOfPupil[];
};

/** The nation whose rules hold, and what each school published of its calendar. */
export const houseOf = async (tx: Transaction, organisation: string) => {
  const { rows } = await sql<{ jurisdiction: string; timeZone: string; calendars: { school: string; facts: unknown }[] }>`
    select jurisdiction, time_zone as "timeZone",
           (select json_agg(json_build_object('school', id, 'facts', calendar)) from waymark.school s where s.organisation_id = o.organisation_id) as calendars
      from waymark.organisation o where organisation_id = ${organisation}`.execute(tx);
  return rows[0];
};

/** A clock as it is written; `shown` is what lists need beside the date. */
export type ClockToStore = {
  readonly pupil: string;
  readonly rule: string;
  readonly trigger: string;
  readonly due: Day;
  readonly owedBy: string;
  readonly ownerWords: string | null;
  readonly state: string;
  readonly metOn: Day | null;
  readonly shown: {
    readonly on: Day;
    readonly about?: string;
    readonly because?: string;
    readonly owner?: EventOwner;
    readonly chased?: number;
  };
};

/** Puts the clocks of these pupils in the place of those counted before. */
export const replaceClocks = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
  clocks: readonly ClockToStore[],
  countedAt: Instant,
) => {
  await sql`delete from waymark.clock where organisation_id = ${organisation} and pupil_id = any(${pupils}::uuid[])`.execute(tx);
  await sql`
    insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, owner_words, state, met_on, shown, counted_at)
    select ${organisation}, c.pupil, c.rule, c.trigger, c.due, c."owedBy", c."ownerWords", c.state, c."metOn", c.shown, ${countedAt}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c(pupil uuid, rule text, trigger text, due date, "owedBy" text,
           "ownerWords" text, state text, "metOn" date, shown jsonb)`.execute(tx);
};

/** The case that an event belongs to; undefined for an event that is unknown or was withdrawn. */
export const caseOfTrigger = async (tx: Transaction, organisation: string, trigger: string) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(trigger)) return undefined;
  const { rows } = await sql<{ id: string; name: string; caseRef: string | null; school: string; schoolName: string }>`
    select pupil.id, coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.case_ref as "caseRef", pupil.school_id as school, s.name as "schoolName"
      from waymark.case_event event
      join waymark.pupil pupil on pupil.organisation_id = event.organisation_id and pupil.id = event.pupil_id
      join waymark.school s on s.organisation_id = pupil.organisation_id and s.id = pupil.school_id
     where event.organisation_id = ${organisation} and event.id = ${trigger}::uuid and event.withdrawn_at is null`.execute(tx);
  return rows[0];
};
