import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { type OwedDate, subjectOf, type Telling, type Told, toldKey } from '#domain/compliance/reminders.ts';
import { sideOf } from '#domain/compliance/side.ts';
import type { Owner } from '#domain/timelines/rule.ts';
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
