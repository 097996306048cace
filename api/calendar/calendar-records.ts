import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { EventsOfPupil } from '../clocks/clock-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A school with what the record keeps of its calendar. */
export type StoredCalendar = { readonly school: string; readonly name: string; readonly version: number; readonly calendar: unknown };

/** The calendars of these schools, by the schools' names. */
export const calendarsOf = async (tx: Transaction, organisation: string, schools: readonly string[]): Promise<StoredCalendar[]> => {
  const { rows } = await sql<StoredCalendar>`
    select id as school, name, calendar_version as version, calendar from waymark.school
     where organisation_id = ${organisation} and id = any(${schools}::uuid[]) order by name, id`.execute(tx);
  return rows;
};

/** One calendar, held until the transaction ends. */
export const holdCalendar = async (tx: Transaction, organisation: string, school: string): Promise<StoredCalendar | undefined> => {
  const { rows } = await sql<StoredCalendar>`
    select id as school, name, calendar_version as version, calendar from waymark.school
     where organisation_id = ${organisation} and id = ${school}::uuid for update`.execute(tx);
  return rows[0];
};

type CalendarChange = { readonly id: string; readonly words: string; readonly by: string; readonly at: Instant };

/** Puts a calendar in the place of the one before, which is kept with the change. */
export const writeCalendar = async (
  tx: Transaction,
  organisation: string,
  school: string,
  calendar: object,
  { id, words, by, at }: CalendarChange,
): Promise<void> => {
  await sql`
    insert into waymark.calendar_change (organisation_id, id, school_id, words, was, at, by_person)
    select organisation_id, ${id}, id, ${words}, calendar, ${at}::timestamptz, ${by} from waymark.school
     where organisation_id = ${organisation} and id = ${school}::uuid`.execute(tx);
  await sql`
    update waymark.school set calendar = calendar || ${JSON.stringify(calendar)}::jsonb, calendar_version = calendar_version + 1
     where organisation_id = ${organisation} and id = ${school}::uuid`.execute(tx);
};

/** The latest changes of these schools' calendars, ten a school at most. */
export const calendarChanges = async (tx: Transaction, organisation: string, schools: readonly string[]) => {
  const { rows } = await sql<{ school: string; at: Instant; by: string | null; words: string }>`
    select s.id as school, c.at, nullif(concat_ws(' ', w.given_name, w.surname), '') as by, c.words
      from waymark.school s
      cross join lateral (select * from waymark.calendar_change c where c.organisation_id = s.organisation_id and c.school_id = s.id order by c.at desc limit 10) c
      left join waymark.person w on w.organisation_id = c.organisation_id and w.id = c.by_person
     where s.organisation_id = ${organisation} and s.id = any(${schools}::uuid[])
     order by c.at desc`.execute(tx);
  return rows;
};

/** A page of a school's cases with their events; pupils who have left are counted no more. */
export const casesOfSchool = async (
  tx: Transaction,
  organisation: string,
  school: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly EventsOfPupil[]> => {
  const { rows } = await sql<EventsOfPupil>`
    select pupil.id as pupil, pupil.school_id as school,
           json_agg(event.details || jsonb_build_object('id', event.id, 'kind', event.kind, 'on', event.on_day)
                    order by event.on_day, event.recorded_at, event.id) as events
      from waymark.pupil pupil
      join waymark.case_event event on event.organisation_id = pupil.organisation_id and event.pupil_id = pupil.id and event.withdrawn_at is null
     where pupil.organisation_id = ${organisation} and pupil.school_id = ${school}::uuid and pupil.left_on is null and pupil.id > ${after}::uuid
     group by pupil.id, pupil.school_id order by pupil.id limit ${limit}`.execute(tx);
  return rows;
};

export type NamedPupil = { readonly id: string; readonly name: string; readonly caseRef: string | null };

/** Pupils by id, as they are called. */
export const namesOfPupils = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<NamedPupil[]> => {
  const { rows } = await sql<NamedPupil>`
    select id, coalesce(known_as, given_name) || ' ' || surname as name, case_ref as "caseRef" from waymark.pupil
     where organisation_id = ${organisation} and id = any(${pupils}::uuid[])`.execute(tx);
  return rows;
};

export type ToTell = { readonly id: string; readonly name: string };

/** The coordinators of a school today, and these people, each once. */
export const peopleToTell = async (
  tx: Transaction,
  organisation: string,
  {
    school,
    coordinators,
    people,
    today,
  }: { readonly school: string; readonly coordinators: boolean; readonly people: readonly string[]; readonly today: Day },
): Promise<ToTell[]> => {
  const { rows } = await sql<ToTell>`
    select w.id, w.given_name || ' ' || w.surname as name from waymark.person w
     where w.organisation_id = ${organisation} and w.left_on is null
       and (w.id = any(${people}::uuid[]) or (${coordinators} and exists (
             select from waymark.role_grant g where g.organisation_id = w.organisation_id and g.person_id = w.id and g.school_id = ${school}::uuid
                and g.role = 'coordinator' and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date))))
     order by w.surname, w.given_name`.execute(tx);
  return rows;
};

/** What one change of a calendar was; it holds nothing of any case. */
export const calendarChange = async (tx: Transaction, actor: Actor, change: string) => {
  const { rows } = await sql<{ words: string; at: Instant; by: string | null }>`
    select c.words, c.at, nullif(concat_ws(' ', w.given_name, w.surname), '') as by from waymark.calendar_change c
      left join waymark.person w on w.organisation_id = c.organisation_id and w.id = c.by_person
     where c.organisation_id = ${actor.scope.organisation} and c.id = ${change}::uuid`.execute(tx);
  return rows[0];
};

export type MoveShown = {
  readonly clock: string;
  readonly title: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly pupil: NamedPupil;
};

/** The dates that a change moved, of pupils whom the actor may see. */
export const movesOfChange = async (tx: Transaction, actor: Actor, today: Day, change: string): Promise<MoveShown[]> => {
  const { rows } = await sql<MoveShown>`
    select m.rule || '~' || m.trigger_id as clock, m.title, m.was_due as "from", m.now_due as "to",
           json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname, 'caseRef', pupil.case_ref) as pupil
      from waymark.clock_move m
      join waymark.pupil pupil on pupil.organisation_id = m.organisation_id and pupil.id = m.pupil_id
     where m.organisation_id = ${actor.scope.organisation} and m.change_id = ${change}::uuid and ${visiblePupils(actor, today)}
     order by m.now_due, pupil.surname, m.title`.execute(tx);
  return rows;
};
