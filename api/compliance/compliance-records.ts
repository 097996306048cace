import { sql } from 'kysely';
import type { Stage } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, DayRange, Instant } from '#domain/calendar/day.ts';
import type { ClockFact } from '#domain/caseload/case-facts.ts';
import type { Leads } from '#domain/caseload/step.ts';
import type { KeptState } from '#domain/compliance/watched-clock.ts';
import { visiblePupils } from '../access/access-records.ts';
import { clockShown, leadsOfClock } from '../caseload/shown-clock-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A clock with its case, its last step and the reason that was given. */
export type WatchedRow = {
  readonly clock: Omit<ClockFact, 'state'> & { readonly state: KeptState };
  readonly metOn: Day | null;
  readonly pupil: { readonly id: string; readonly name: string; readonly caseRef: string | null; readonly stage: Stage };
  readonly leads: Leads;
  readonly chasedOn: Day | null;
  readonly spokenOn: Day | null;
  readonly reason: string | null;
  readonly countedAt: Instant;
};

/** Open in this sense: somebody has to act, whenever it was due. */
const OPEN = sql`c.state in ('running', 'late', 'excused')`;

/** Clocks of the pupils whom the actor may see: those due in these days, and whatever is still open from before. */
export const watchedClocks = async (tx: Transaction, actor: Actor, today: Day, { from, to }: DayRange): Promise<WatchedRow[]> => {
  const { rows } = await sql<WatchedRow>`
    select ${clockShown} as clock,
           c.met_on as "metOn", greatest(c.counted_at, (select o.clocks_counted_at from waymark.organisation o where o.organisation_id = c.organisation_id)) as "countedAt",
           json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname, 'caseRef', pupil.case_ref, 'stage', pupil.stage) as pupil,
           ${leadsOfClock} as leads,
           (select max(e.on_day) from waymark.case_event e where e.organisation_id = c.organisation_id and e.pupil_id = c.pupil_id and e.kind = 'chased'
               and e.withdrawn_at is null and (e.details ->> 'clock' = c.rule || '~' || c.trigger_id
                 or (e.details ->> 'clock' is null and e.details ->> 'about' = c.shown ->> 'about'))) as "chasedOn",
           (select max(l.on_day) from waymark.log_entry l where l.organisation_id = c.organisation_id and l.pupil_id = c.pupil_id and l.contact_id is not null
               and l.kind in ('call','message','visit') and c.owed_by = 'family') as "spokenOn",
           r.words as reason
      from waymark.clock c
      join waymark.pupil pupil on pupil.organisation_id = c.organisation_id and pupil.id = c.pupil_id
      left join waymark.late_reason r on r.organisation_id = c.organisation_id and r.pupil_id = c.pupil_id and r.rule = c.rule and r.trigger_id = c.trigger_id
     where c.organisation_id = ${actor.scope.organisation} and c.state not in ('mark', 'stopped') and pupil.left_on is null and ${visiblePupils(actor, today)}
       and (c.due_on between ${from}::date and ${to}::date or (c.due_on < ${from}::date and ${OPEN}))
     order by c.due_on, c.rule, pupil.surname`.execute(tx);
  return rows;
};

/** Days on which the organisation's schools were asked for an assessment, and the first day any event of the record is of. */
export const requestsSoFar = async (tx: Transaction, organisation: string): Promise<{ requests: Day[]; since: Day | null }> => {
  const { rows } = await sql<{ requests: Day[]; since: Day | null }>`
    select coalesce(json_agg(on_day order by on_day) filter (where kind = 'request-received'), '[]') as requests, min(on_day) as since
      from waymark.case_event where organisation_id = ${organisation} and withdrawn_at is null`.execute(tx);
  return rows[0]!;
};

/** Name and published calendar of each school of the actor. */
export const schoolsOf = async (tx: Transaction, { scope }: Actor): Promise<{ name: string; calendar: unknown }[]> => {
  const { rows } = await sql<{ name: string; calendar: unknown }>`
    select name, calendar from waymark.school where organisation_id = ${scope.organisation} and id = any(${scope.schools}::uuid[]) order by name`.execute(
    tx,
  );
  return rows;
};

export type ReasonToKeep = {
  readonly pupil: string;
  readonly rule: string;
  readonly trigger: string;
  readonly words: string;
  readonly by: string;
  readonly at: Instant;
};

/** Keeps why a clock was late, in the place of what was said before. */
export const keepReason = async (
  tx: Transaction,
  organisation: string,
  { pupil, rule, trigger, words, by, at }: ReasonToKeep,
): Promise<void> => {
  await sql`
    insert into waymark.late_reason (organisation_id, pupil_id, rule, trigger_id, words, by_person, at)
    values (${organisation}, ${pupil}, ${rule}, ${trigger}, ${words}, ${by}, ${at}::timestamptz)
    on conflict (organisation_id, pupil_id, rule, trigger_id) do update set words = excluded.words, by_person = excluded.by_person, at = excluded.at`.execute(
    tx,
  );
};
