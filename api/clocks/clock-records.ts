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

/**
 * Whether clocks of a pupil run from the birthday that the record holds: in the nation whose law counts ages, while the pupil is assessed or
 * has a plan. Nobody records a birth as an event for that.
 */
const COUNTED_FROM_BIRTH = sql`(pupil.birthday is not null and pupil.stage in ('assessment','plan') and pupil.left_on is null
  and exists (select from waymark.organisation o where o.organisation_id = pupil.organisation_id and o.jurisdiction <> 'england'))`;

/** Events of some pupils, or of a page of all pupils of the organisation who have any; pupils in the order of their ids. */
export const eventsOf = async (
  tx: Transaction,
  organisation: string,
  which: { pupils: readonly string[] } | { after: string; limit: number },
) => {
  const chosen =
    'pupils' in which
      ? sql`select id from waymark.pupil where organisation_id = ${organisation} and id = any(${which.pupils}::uuid[])`
      : sql`select id from (
              select distinct pupil_id as id from waymark.case_event where organisation_id = ${organisation} and pupil_id > ${which.after}::uuid
              union
              select pupil.id from waymark.pupil pupil
               where pupil.organisation_id = ${organisation} and pupil.id > ${which.after}::uuid and ${COUNTED_FROM_BIRTH}) counted
             order by 1 limit ${which.limit}`;
  // known by the pupil's own id; whoever came onto the register before the third birthday was served under Part C
  const born = sql`
    select pupil.id, 'date-of-birth', pupil.birthday,
           case when pupil.stage_since < pupil.birthday + interval '3 years' then '{"outcome":"part-c"}'::jsonb else '{}'::jsonb end, 'epoch'::timestamptz
     where ${COUNTED_FROM_BIRTH}
       and not exists (select from waymark.case_event own where own.organisation_id = pupil.organisation_id and own.pupil_id = pupil.id
                          and own.kind = 'date-of-birth' and own.withdrawn_at is null)`;
  const { rows } = await sql<{
    pupil: string;
    school: string;
    events: (Record<string, unknown> & { id: string; kind: string; on: Day })[];
  }>`
    select pupil.id as pupil, pupil.school_id as school,
           coalesce((select json_agg(event.details || jsonb_build_object('id', event.id, 'kind', event.kind, 'on',
                                       case when event.kind = 'date-of-birth' then coalesce(pupil.birthday, event.on_day) else event.on_day end)
                                     order by event.on_day, event.recorded_at, event.id)
                       from (select id, kind, on_day, details, recorded_at from waymark.case_event
                              where organisation_id = pupil.organisation_id and pupil_id = pupil.id and withdrawn_at is null
                             union all
                             ${born}) event), '[]') as events
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

/** Brings the clocks of these pupils to what was counted now: writes those that came out otherwise, removes those that run no more, leaves the rest. */
export const keepClocks = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
  clocks: readonly ClockToStore[],
  countedAt: Instant,
) => {
  await sql`
    with counted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c(pupil uuid, rule text, trigger text, due date, "owedBy" text,
           "ownerWords" text, state text, "metOn" date, shown jsonb)
    ), ended as (
      delete from waymark.clock k where k.organisation_id = ${organisation} and k.pupil_id = any(${pupils}::uuid[])
         and not exists (select 1 from counted c where c.pupil = k.pupil_id and c.rule = k.rule and c.trigger = k.trigger_id)
    )
    insert into waymark.clock as k (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, owner_words, state, met_on, shown, counted_at)
    select ${organisation}, c.pupil, c.rule, c.trigger, c.due, c."owedBy", c."ownerWords", c.state, c."metOn", c.shown, ${countedAt}::timestamptz
      from counted c
    on conflict (organisation_id, pupil_id, rule, trigger_id) do update
       set due_on = excluded.due_on, owed_by = excluded.owed_by, owner_words = excluded.owner_words, state = excluded.state,
           met_on = excluded.met_on, shown = excluded.shown, counted_at = excluded.counted_at
     where (k.due_on, k.owed_by, k.owner_words, k.state, k.met_on, k.shown)
           is distinct from (excluded.due_on, excluded.owed_by, excluded.owner_words, excluded.state, excluded.met_on, excluded.shown)`.execute(
    tx,
  );
};

/** Notes that the clocks of the whole organisation were counted. */
export const noteCounted = async (tx: Transaction, organisation: string, at: Instant): Promise<void> => {
  await sql`update waymark.organisation set clocks_counted_at = ${at}::timestamptz where organisation_id = ${organisation}`.execute(tx);
};

/** The case that an event belongs to, or that of the pupil from whose birthday a clock runs; undefined for an event that is unknown or was withdrawn. */
export const caseOfTrigger = async (tx: Transaction, organisation: string, trigger: string) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(trigger)) return undefined;
  const { rows } = await sql<{ id: string; name: string; caseRef: string | null; school: string; schoolName: string }>`
    select pupil.id, coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.case_ref as "caseRef", pupil.school_id as school, s.name as "schoolName"
      from waymark.pupil pupil
      join waymark.school s on s.organisation_id = pupil.organisation_id and s.id = pupil.school_id
     where pupil.organisation_id = ${organisation}
       and pupil.id in (select event.pupil_id from waymark.case_event event
                         where event.organisation_id = ${organisation} and event.id = ${trigger}::uuid and event.withdrawn_at is null
                        union all
                        select born.id from waymark.pupil born where born.organisation_id = ${organisation} and born.id = ${trigger}::uuid)`.execute(
    tx,
  );
  return rows[0];
};
