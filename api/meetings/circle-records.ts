import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { WallClock } from '#domain/calendar/wall-clock.ts';
import type { Told } from '#domain/meetings/availability.ts';
import type { Circle, FamilyContact, TeamPerson } from '#domain/meetings/invitees.ts';
import type { Paper } from '#domain/meetings/readiness.ts';
import type { Transaction } from '../database/connection.ts';

/** The pupil a meeting is about, with the school's published calendar. */
export type MeetingPupil = {
  readonly id: string;
  readonly caseRef: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly birthday: Day | null;
  readonly sex: string | null;
  readonly yearGroup: number | null;
  readonly stage: string;
  /** The month in which the next review is planned, `2027-03`. */
  readonly reviewMonth: string | null;
  readonly school: string;
  readonly calendar: unknown;
};

/** The pupil, whatever the school; undefined where there is none. */
export async function meetingPupil(tx: Transaction, organisation: string, pupil: string): Promise<MeetingPupil | undefined> {
  const { rows } = await sql<MeetingPupil>`
    select p.id, p.case_ref as "caseRef", coalesce(p.known_as, p.given_name) as "givenName", p.surname, p.birthday, p.sex,
           p.year_group as "yearGroup", p.stage, p.review_month as "reviewMonth", s.name as school, s.calendar
      from waymark.pupil p
      join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}`.execute(tx);
  return rows[0];
}

/** Everyone around the pupil on a day: contacts, team, form teacher, key worker and whoever gives provision; people who left are gone. */
export async function circleOf(tx: Transaction, actor: Actor, pupil: MeetingPupil, today: Day): Promise<Circle> {
  const organisation = actor.scope.organisation;
  const team = await teamOf(tx, organisation, pupil.id, today);
  const own = team.find((person) => person.id === actor.person) ?? (await personOf(tx, organisation, actor.person));
  return {
    pupil: { givenName: pupil.givenName, sex: pupil.sex, birthday: pupil.birthday },
    contacts: await contactsOf(tx, organisation, pupil.id),
    team,
    arranger: { id: actor.person, name: actor.name, email: own?.email ?? null },
  };
}

async function contactsOf(tx: Transaction, organisation: string, pupil: string): Promise<FamilyContact[]> {
  const { rows } = await sql<FamilyContact>`
    select id, given_name || ' ' || surname as name, relation, parental_responsibility as "parentalResponsibility", email, language,
           needs_interpreter as "needsInterpreter", restriction is not null as restricted
      from waymark.contact
     where organisation_id = ${organisation} and pupil_id = ${pupil}
     order by parental_responsibility desc, surname, given_name, id`.execute(tx);
  return rows;
}

const PERSON = sql`person.id, person.given_name || ' ' || person.surname as name, person.job_title as "jobTitle", person.employer, person.email`;

async function personOf(tx: Transaction, organisation: string, id: string): Promise<{ email: string | null } | undefined> {
  const { rows } = await sql<{ email: string | null }>`
    select email from waymark.person where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows[0];
}

async function teamOf(tx: Transaction, organisation: string, pupil: string, today: Day): Promise<TeamPerson[]> {
  const now = (row: string) =>
    sql`${sql.ref(`${row}.from_day`)} <= ${today}::date and (${sql.ref(`${row}.to_day`)} is null or ${sql.ref(`${row}.to_day`)} >= ${today}::date)`;
  const { rows } = await sql<TeamPerson>`
    select ${PERSON}, around.relation, around.words as "roleWords"
      from (
        select m.person_id, m.relation, m.role_words as words, 1 as rank from waymark.team_member m
         where m.organisation_id = ${organisation} and m.pupil_id = ${pupil} and ${now('m')}
        union all
        select t.person_id, 'teaches', case when c.year_group <= 6 then 'class teacher' else 'tutor' end, 2 from waymark.pupil p
          join waymark.class_pupil cp on cp.organisation_id = p.organisation_id and cp.pupil_id = p.id and ${now('cp')}
          join waymark.class c on c.organisation_id = cp.organisation_id and c.id = cp.class_id and c.name = p.class_name
          join waymark.class_teacher t on t.organisation_id = c.organisation_id and t.class_id = c.id and ${now('t')}
         where p.organisation_id = ${organisation} and p.id = ${pupil}
        union all
        select key_worker_id, 'supports', 'key worker', 3 from waymark.pupil
         where organisation_id = ${organisation} and id = ${pupil} and key_worker_id is not null
        union all
        select l.person_id, 'gives-provision', 'gives ' || l.what, 4 from waymark.provision_line l
         where l.organisation_id = ${organisation} and l.pupil_id = ${pupil} and l.person_id is not null
           and (l.from_day is null or l.from_day <= ${today}::date) and (l.to_day is null or l.to_day >= ${today}::date)
      ) around
      join waymark.person person on person.organisation_id = ${organisation} and person.id = around.person_id
     where person.left_on is null or person.left_on > ${today}::date
     order by around.rank, person.surname, person.given_name, person.id`.execute(tx);
  return rows;
}

/** What people told us of their time between two moments, by the key of the one asked; the newest word first. */
export async function toldTimes(tx: Transaction, organisation: string, keys: readonly string[], from: Instant, to: Instant) {
  const { rows } = await sql<Told & { who: string }>`
    select who, from_at as "from", to_at as "to", can, words from waymark.told_time
     where organisation_id = ${organisation} and who = any(${keys}) and from_at < ${to}::timestamptz and to_at > ${from}::timestamptz
     order by told_at desc, id`.execute(tx);
  return rows;
}

export type TimetabledLesson = {
  readonly person: string;
  readonly name: string;
  readonly weekday: number;
  readonly from: WallClock;
  readonly to: WallClock;
};

/** The week's lessons of these people, by the timetable. */
export async function timetableOf(tx: Transaction, organisation: string, people: readonly string[]): Promise<TimetabledLesson[]> {
  const { rows } = await sql<TimetabledLesson>`
    select l.person_id as person, c.name, l.weekday, l.from_time as "from", l.to_time as "to"
      from waymark.lesson l join waymark.class c on c.organisation_id = l.organisation_id and c.id = l.class_id
     where l.organisation_id = ${organisation} and l.person_id = any(${people}::uuid[]) and c.ended_on is null
     order by l.person_id, l.weekday, l.from_time, c.name`.execute(tx);
  return rows;
}

/** The day the last review was completed or the plan was made, and the last day of the plan in force. */
export async function reviewDates(tx: Transaction, organisation: string, pupil: string) {
  const { rows } = await sql<{ since: Day | null; planEnds: Day | null }>`
    select (select max(on_day) from waymark.case_event
             where organisation_id = ${organisation} and pupil_id = ${pupil} and withdrawn_at is null
               and kind in ('plan-final','review-decision-sent')) as since,
           (select max(in_force_to) from waymark.plan
             where organisation_id = ${organisation} and pupil_id = ${pupil} and state = 'in-force') as "planEnds"`.execute(tx);
  return rows[0] ?? { since: null, planEnds: null };
}

/**
 * What was asked for this pupil's next review, views and papers: all that is outstanding, and what was asked for in the last four months. What
 * a request asked of several people is known by who was asked; what it did not bring before it ended is not waited for.
 */
export async function papersOf(tx: Transaction, organisation: string, pupil: string, today: Day): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select kind, asked_of as "askedOf", case when exists (
             select from waymark.contribution_asked a where a.organisation_id = contribution.organisation_id and a.contribution_id = contribution.id
           ) then null else for_what end as "forWhat", asked_on as "askedOn", due_on as "dueOn", received_on as "receivedOn"
      from waymark.contribution
     where organisation_id = ${organisation} and pupil_id = ${pupil}
       and (received_on is null or coalesce(asked_on, received_on) > ${today}::date - 120)
       and not exists (select from waymark.contribution_asked a join waymark.contribution_request r
                         on r.organisation_id = a.organisation_id and r.id = a.request_id and r.state <> 'open'
                        where a.organisation_id = contribution.organisation_id and a.contribution_id = contribution.id and a.answered_at is null)
     order by array_position(array['report','pupil-view','parent-view','teacher-view','advice'], kind), asked_on nulls last, id`.execute(
    tx,
  );
  return rows;
}
