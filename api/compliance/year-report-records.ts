import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, DayRange } from '#domain/calendar/day.ts';
import type { ReportClock } from '#domain/compliance/report-figure.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** Every clock that was due within these days, of pupils whom the actor may see, those who have left among them. */
export const clocksOfYear = async (
  tx: Transaction,
  actor: Actor,
  today: Day,
  { from, to }: DayRange,
): Promise<Omit<ReportClock, 'ruleTitle' | 'citation'>[]> => {
  const { rows } = await sql<Omit<ReportClock, 'ruleTitle' | 'citation'>>`
    select c.owed_by as "owedBy", c.state, c.due_on as due, c.met_on as "metOn", c.rule, c.shown ->> 'on' as on, c.owner_words as "ownerWords",
           pupil.case_ref as "caseRef", r.words as reason
      from waymark.clock c
      join waymark.pupil pupil on pupil.organisation_id = c.organisation_id and pupil.id = c.pupil_id
      left join waymark.late_reason r on r.organisation_id = c.organisation_id and r.pupil_id = c.pupil_id and r.rule = c.rule and r.trigger_id = c.trigger_id
     where c.organisation_id = ${actor.scope.organisation} and c.state not in ('mark', 'stopped', 'expected')
       and c.due_on between ${from}::date and ${to}::date and ${visiblePupils(actor, today)}
     order by c.due_on, c.rule, pupil.case_ref, c.trigger_id`.execute(tx);
  return rows;
};

/** Children with one first type of need, and their cases. */
export type ChildrenOfNeed = {
  readonly code: string | null;
  readonly plans: number;
  readonly support: number;
  readonly cases: readonly string[];
};

/** How many children have a plan, or support, by their first type of need, as the record stands. */
export const childrenByNeed = async (tx: Transaction, actor: Actor, today: Day): Promise<ChildrenOfNeed[]> => {
  const { rows } = await sql<ChildrenOfNeed>`
    select need.code, count(*) filter (where pupil.stage = 'plan')::int as plans, count(*) filter (where pupil.stage in ('support', 'assessment'))::int as support,
           coalesce(array_agg(pupil.case_ref order by pupil.case_ref) filter (where pupil.case_ref is not null), '{}') as cases
      from waymark.pupil pupil
      left join lateral (select n.code from waymark.need n where n.organisation_id = pupil.organisation_id and n.pupil_id = pupil.id order by n.rank limit 1) need on true
     where pupil.organisation_id = ${actor.scope.organisation} and pupil.left_on is null and pupil.stage in ('support', 'assessment', 'plan')
       and ${visiblePupils(actor, today)}
     group by need.code order by need.code nulls last`.execute(tx);
  return rows;
};
