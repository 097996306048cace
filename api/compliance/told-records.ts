import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { ClockFact } from '#domain/caseload/case-facts.ts';
import type { Leads } from '#domain/caseload/step.ts';
import { visiblePupils } from '../access/access-records.ts';
import { clockShown, leadsOfClock } from '../caseload/shown-clock-records.ts';
import type { Transaction } from '../database/connection.ts';

/** What a person was told of on a day as `r`, with the `pupil` each is about, who has not left. */
const toldTo = (organisation: string, person: string, on: Day) => sql`
  (select * from waymark.reminder told
    where told.organisation_id = ${organisation} and told.person_id = ${person} and told.told_on = ${on}::date) r
  join waymark.pupil pupil on pupil.organisation_id = r.organisation_id and pupil.id = r.pupil_id and pupil.left_on is null`;

/** The clock `c` that a reminder `r` is of, while it is open at the same date. */
const CLOCK_STILL_OPEN = sql`
  join waymark.clock c on c.organisation_id = r.organisation_id and c.pupil_id = r.pupil_id
   and r.subject = 'clock:' || c.rule || '~' || c.trigger_id || '@' || c.due_on and c.state in ('running', 'late', 'excused')`;

/** The action `a` that a reminder `r` is of, while it is open at the same date. */
const ACTION_STILL_OPEN = sql`
  join waymark.action a on a.organisation_id = r.organisation_id and r.subject = 'action:' || a.id || '@' || a.due_on and a.done_on is null`;

/** Cases of what a person was told on a day, for a message that may hold no more. */
export const casesTold = async (tx: Transaction, organisation: string, person: string, on: Day): Promise<string[]> => {
  const { rows } = await sql<{ caseRef: string }>`
    select distinct pupil.case_ref as "caseRef" from ${toldTo(organisation, person, on)}
     where pupil.case_ref is not null order by 1`.execute(tx);
  return rows.map(({ caseRef }) => caseRef);
};

/** A date somebody outside was told of on a day and still owes; `clock` null for an action, whose words may hold a name. */
export type OwedFromOutside = {
  readonly clock: ClockFact | null;
  readonly due: Day;
  readonly caseRef: string;
  readonly school: string;
  readonly telephone: string | null;
};

/** The school `s` of a pupil who has a case. */
const SCHOOL_OF_CASE = sql`
  join waymark.school s on s.organisation_id = pupil.organisation_id and s.id = pupil.school_id and pupil.case_ref is not null`;

/** What a person was told of on a day that is still open, by case, for somebody who has no account and so sees no list of their own. */
export const owedFromOutside = async (tx: Transaction, organisation: string, person: string, on: Day): Promise<OwedFromOutside[]> => {
  const { rows } = await sql<OwedFromOutside>`
    select distinct on (r.subject) ${clockShown} as clock, c.due_on as due, pupil.case_ref as "caseRef", s.name as school, s.telephone
      from ${toldTo(organisation, person, on)} ${SCHOOL_OF_CASE} ${CLOCK_STILL_OPEN}
    union all
    select distinct on (r.subject) null::json, a.due_on, pupil.case_ref, s.name, s.telephone
      from ${toldTo(organisation, person, on)} ${SCHOOL_OF_CASE} ${ACTION_STILL_OPEN}
     order by due, "caseRef"`.execute(tx);
  return rows;
};

type AboutPupil = { readonly id: string; readonly name: string; readonly caseRef: string | null };
export type ToldClock = { readonly clock: ClockFact; readonly leads: Leads; readonly pupil: AboutPupil; readonly overdue: boolean };
export type ToldAction = {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly due: Day;
  readonly owner: string | null;
  readonly mine: boolean;
  readonly pupil: AboutPupil;
  readonly overdue: boolean;
};

const PUPIL = sql`json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname, 'caseRef', pupil.case_ref)`;

/** Clocks the person was told of on a day that are still open, of pupils whom they may see today. */
export const clocksTold = async (tx: Transaction, actor: Actor, on: Day, today: Day): Promise<ToldClock[]> => {
  const { rows } = await sql<ToldClock>`
    select ${clockShown} as clock, ${leadsOfClock} as leads, ${PUPIL} as pupil, bool_or(r.stage = 'coordinator') as overdue
      from ${toldTo(actor.scope.organisation, actor.person, on)} ${CLOCK_STILL_OPEN}
     where ${visiblePupils(actor, today)}
     group by c.organisation_id, c.pupil_id, c.rule, c.trigger_id, pupil.organisation_id, pupil.id
     order by c.due_on, c.rule`.execute(tx);
  return rows;
};

/** Actions the person was told of on a day that are still open: their own, or of pupils whom they may see today. */
export const actionsTold = async (tx: Transaction, actor: Actor, on: Day, today: Day): Promise<ToldAction[]> => {
  const { rows } = await sql<ToldAction>`
    select a.id, a.number, a.words, a.due_on as due, a.owner_name as owner, coalesce(a.owner_id = ${actor.person}, false) as mine, ${PUPIL} as pupil,
           bool_or(r.stage = 'coordinator') as overdue
      from ${toldTo(actor.scope.organisation, actor.person, on)} ${ACTION_STILL_OPEN}
     where a.owner_id = ${actor.person} or ${visiblePupils(actor, today)}
     group by a.organisation_id, a.id, pupil.organisation_id, pupil.id
     order by a.due_on, a.number`.execute(tx);
  return rows;
};
