import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { ClockFact } from '#domain/caseload/case-facts.ts';
import type { Leads } from '#domain/caseload/step.ts';
import { type OwedDate, subjectOf, type Telling, type Told, toldKey } from '#domain/compliance/reminders.ts';
import { sideOf } from '#domain/compliance/side.ts';
import type { Owner } from '#domain/timelines/rule.ts';
import { visiblePupils } from '../access/access-records.ts';
import { clockShown, leadsOfClock } from '../caseload/shown-clock-records.ts';
import type { Transaction } from '../database/connection.ts';

/** Who coordinates at a school today and has not left: by role, or for a pupil `p` on its team. */
const coordinators = (today: Day) => sql`
  array(select g.person_id::text from waymark.role_grant g join waymark.person one on one.organisation_id = g.organisation_id and one.id = g.person_id
         where g.organisation_id = p.organisation_id and g.school_id = p.school_id and g.role = 'coordinator'
           and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date) and (one.left_on is null or one.left_on > ${today}::date)
        union
        select m.person_id::text from waymark.team_member m join waymark.person one on one.organisation_id = m.organisation_id and one.id = m.person_id
         where m.organisation_id = p.organisation_id and m.pupil_id = p.id and m.relation = 'coordinates'
           and m.from_day <= ${today}::date and (m.to_day is null or m.to_day >= ${today}::date) and (one.left_on is null or one.left_on > ${today}::date)
        order by 1)`;

/** The id of a person who has not left; null for anybody else. */
const here = (person: ReturnType<typeof sql>, organisation: string, today: Day) => sql`
  (select one.id from waymark.person one where one.organisation_id = ${organisation} and one.id::text = ${person}
      and (one.left_on is null or one.left_on > ${today}::date))`;

/** Every open clock and action that is due by a day, with who owes it and who coordinates. */
export const owedDates = async (tx: Transaction, organisation: string, today: Day, by: Day): Promise<OwedDate[]> => {
  const { rows: clocks } = await sql<Omit<OwedDate, 'subject' | 'group'> & { clock: string; owedBy: Owner }>`
    select c.rule || '~' || c.trigger_id as clock, c.owed_by as "owedBy", c.due_on as due, p.id as pupil,
           ${here(sql`c.shown -> 'owner' ->> 'person'`, organisation, today)} as owner, ${coordinators(today)} as coordinators
      from waymark.clock c join waymark.pupil p on p.organisation_id = c.organisation_id and p.id = c.pupil_id
     where c.organisation_id = ${organisation} and c.state in ('running', 'late', 'excused') and c.due_on <= ${by}::date and p.left_on is null
     order by c.due_on, c.rule, p.id`.execute(tx);
  const { rows: actions } = await sql<Omit<OwedDate, 'subject' | 'group'> & { id: string }>`
    select a.id, a.due_on as due, p.id as pupil, ${here(sql`a.owner_id::text`, organisation, today)} as owner, ${coordinators(today)} as coordinators
      from waymark.action a join waymark.pupil p on p.organisation_id = a.organisation_id and p.id = a.pupil_id
     where a.organisation_id = ${organisation} and a.done_on is null and a.due_on <= ${by}::date and p.left_on is null
     order by a.due_on, a.number`.execute(tx);
  return [
    ...clocks.map(({ clock, owedBy, ...date }) => ({
      ...date,
      subject: subjectOf('clock', clock, date.due),
      group: sideOf(owedBy),
    })),
    ...actions.map(({ id, ...date }) => ({ ...date, subject: subjectOf('action', id, date.due), group: 'actions' as const })),
  ];
};

/** What people were told of these dates so far. */
export const toldSoFar = async (tx: Transaction, organisation: string, subjects: readonly string[]): Promise<Told> => {
  const { rows } = await sql<Omit<Telling, 'pupil'> & { on: Day }>`
    select person_id as person, subject, stage, told_on as on from waymark.reminder
     where organisation_id = ${organisation} and subject = any(${[...subjects]}::text[])`.execute(tx);
  return new Map(rows.map((row) => [toldKey(row), row.on]));
};

/** Notes who is told what today; what is noted already stays. */
export const keepTellings = async (tx: Transaction, organisation: string, tellings: readonly Telling[], today: Day): Promise<void> => {
  await sql`
    insert into waymark.reminder (organisation_id, person_id, subject, stage, pupil_id, told_on)
    select ${organisation}, t.person, t.subject, t.stage, t.pupil, ${today}::date
      from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as t(person uuid, subject text, stage text, pupil uuid)
    on conflict do nothing`.execute(tx);
};

/** Cases of what a person was told on a day, for a message that may hold no more. */
export const casesTold = async (tx: Transaction, organisation: string, person: string, on: Day): Promise<string[]> => {
  const { rows } = await sql<{ caseRef: string }>`
    select distinct p.case_ref as "caseRef" from waymark.reminder r
      join waymark.pupil p on p.organisation_id = r.organisation_id and p.id = r.pupil_id
     where r.organisation_id = ${organisation} and r.person_id = ${person} and r.told_on = ${on}::date and p.case_ref is not null order by 1`.execute(
    tx,
  );
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

/** What a person was told of on a day that is still open, by case, for somebody who has no account and so sees no list of their own. */
export const owedFromOutside = async (tx: Transaction, organisation: string, person: string, on: Day): Promise<OwedFromOutside[]> => {
  const { rows } = await sql<OwedFromOutside>`
    select distinct on (r.subject) ${clockShown} as clock, c.due_on as due, p.case_ref as "caseRef", s.name as school, s.telephone
      from waymark.reminder r
      join waymark.pupil p on p.organisation_id = r.organisation_id and p.id = r.pupil_id
      join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
      join waymark.clock c on c.organisation_id = r.organisation_id and c.pupil_id = r.pupil_id
       and r.subject = 'clock:' || c.rule || '~' || c.trigger_id || '@' || c.due_on and c.state in ('running', 'late', 'excused')
     where r.organisation_id = ${organisation} and r.person_id = ${person} and r.told_on = ${on}::date and p.case_ref is not null
    union all
    select distinct on (r.subject) null::json, a.due_on, p.case_ref, s.name, s.telephone
      from waymark.reminder r
      join waymark.pupil p on p.organisation_id = r.organisation_id and p.id = r.pupil_id
      join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
      join waymark.action a on a.organisation_id = r.organisation_id and r.subject = 'action:' || a.id || '@' || a.due_on and a.done_on is null
     where r.organisation_id = ${organisation} and r.person_id = ${person} and r.told_on = ${on}::date and p.case_ref is not null
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
      from waymark.reminder r
      join waymark.clock c on c.organisation_id = r.organisation_id and c.pupil_id = r.pupil_id
       and r.subject = 'clock:' || c.rule || '~' || c.trigger_id || '@' || c.due_on and c.state in ('running', 'late', 'excused')
      join waymark.pupil pupil on pupil.organisation_id = c.organisation_id and pupil.id = c.pupil_id
     where r.organisation_id = ${actor.scope.organisation} and r.person_id = ${actor.person} and r.told_on = ${on}::date
       and pupil.left_on is null and ${visiblePupils(actor, today)}
     group by c.organisation_id, c.pupil_id, c.rule, c.trigger_id, pupil.organisation_id, pupil.id
     order by c.due_on, c.rule`.execute(tx);
  return rows;
};

/** Actions the person was told of on a day that are still open: their own, or of pupils whom they may see today. */
export const actionsTold = async (tx: Transaction, actor: Actor, on: Day, today: Day): Promise<ToldAction[]> => {
  const { rows } = await sql<ToldAction>`
    select a.id, a.number, a.words, a.due_on as due, a.owner_name as owner, coalesce(a.owner_id = ${actor.person}, false) as mine, ${PUPIL} as pupil,
           bool_or(r.stage = 'coordinator') as overdue
      from waymark.reminder r
      join waymark.action a on a.organisation_id = r.organisation_id and r.subject = 'action:' || a.id || '@' || a.due_on and a.done_on is null
      join waymark.pupil pupil on pupil.organisation_id = a.organisation_id and pupil.id = a.pupil_id
     where r.organisation_id = ${actor.scope.organisation} and r.person_id = ${actor.person} and r.told_on = ${on}::date
       and pupil.left_on is null and (a.owner_id = ${actor.person} or ${visiblePupils(actor, today)})
     group by a.organisation_id, a.id, pupil.organisation_id, pupil.id
     order by a.due_on, a.number`.execute(tx);
  return rows;
};
