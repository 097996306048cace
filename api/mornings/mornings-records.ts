import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { type Mornings, USUAL_MORNINGS } from '#domain/mornings/mornings.ts';
import type { Transaction } from '../database/connection.ts';

const COLUMNS = sql`m.morning_on as "morningOn", m.morning_at as "morningAt", m.strategies, m.strategies_on as "strategiesOn",
  m.strategies_at as "strategiesAt", m.units`;

/** What these people chose; the usual for whoever chose nothing. */
export const morningsOf = async (
  tx: Transaction,
  organisation: string,
  people: readonly string[],
): Promise<(person: string) => Mornings> => {
  const { rows } = await sql<Mornings & { person: string }>`
    select m.person_id as person, ${COLUMNS} from waymark.own_mornings m
     where m.organisation_id = ${organisation} and m.person_id = any(${[...people]}::uuid[])`.execute(tx);
  const chosen = new Map(rows.map(({ person, ...one }) => [person, one]));
  return (person) => chosen.get(person) ?? USUAL_MORNINGS;
};

/** Keeps what somebody chose, in the place of what they chose before. */
export const saveMornings = async (tx: Transaction, organisation: string, person: string, chosen: Mornings, at: Instant): Promise<void> => {
  await sql`
    insert into waymark.own_mornings (organisation_id, person_id, morning_on, morning_at, strategies, strategies_on, strategies_at, units, changed_at)
    values (${organisation}, ${person}, ${chosen.morningOn}, ${chosen.morningAt}, ${chosen.strategies}, ${chosen.strategiesOn}, ${chosen.strategiesAt},
            ${JSON.stringify(chosen.units)}::jsonb, ${at}::timestamptz)
    on conflict (organisation_id, person_id) do update
      set morning_on = excluded.morning_on, morning_at = excluded.morning_at, strategies = excluded.strategies, strategies_on = excluded.strategies_on,
          strategies_at = excluded.strategies_at, units = excluded.units, changed_at = excluded.changed_at`.execute(tx);
};

/** Somebody who may be written to of a morning, and whose school day it is. */
export type Written = { readonly person: string; readonly calendar: unknown };

/** Who chose a morning card, and who teaches or supports a pupil on the register: whoever works here, with the calendar of their school. */
export const whoIsWritten = async (
  tx: Transaction,
  organisation: string,
  today: Day,
  only: string | null,
): Promise<readonly (Written & { readonly morning: boolean; readonly teaches: boolean })[]> => {
  const { rows } = await sql<Written & { morning: boolean; teaches: boolean }>`
    select who.person, bool_or(who.morning) as morning, bool_or(who.teaches) as teaches,
           (select s.calendar from waymark.role_grant g join waymark.school s on s.organisation_id = g.organisation_id and s.id = g.school_id
             where g.organisation_id = ${organisation} and g.person_id = who.person and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date)
             order by g.from_day limit 1) as calendar
      from (select m.person_id as person, true as morning, false as teaches from waymark.own_mornings m where m.organisation_id = ${organisation} and m.morning_on
            union all
            select t.person_id, false, true from waymark.class_teacher t
              join waymark.class_pupil cp on cp.organisation_id = t.organisation_id and cp.class_id = t.class_id and (cp.to_day is null or cp.to_day >= ${today}::date)
              join waymark.profile_line l on l.organisation_id = cp.organisation_id and l.pupil_id = cp.pupil_id and l.kind = 'strategy'
             where t.organisation_id = ${organisation} and t.from_day <= ${today}::date and (t.to_day is null or t.to_day >= ${today}::date)
            union all
            select tm.person_id, false, true from waymark.team_member tm
             where tm.organisation_id = ${organisation} and tm.relation in ('teaches', 'supports') and tm.from_day <= ${today}::date and (tm.to_day is null or tm.to_day >= ${today}::date)
           ) who
      join waymark.person w on w.organisation_id = ${organisation} and w.id = who.person and w.employer is null and (w.left_on is null or w.left_on > ${today}::date)
     where ${only}::uuid is null or who.person = ${only}::uuid
     group by who.person order by who.person`.execute(tx);
  return rows;
};

/** The calendar of the school a person works at; undefined where no role says which. */
export const calendarOfPerson = async (tx: Transaction, organisation: string, person: string): Promise<unknown> => {
  const { rows } = await sql<{ calendar: unknown }>`
    select s.calendar from waymark.role_grant g join waymark.school s on s.organisation_id = g.organisation_id and s.id = g.school_id
     where g.organisation_id = ${organisation} and g.person_id = ${person} order by g.from_day limit 1`.execute(tx);
  return rows[0]?.calendar;
};
