import { type RawBuilder, sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Mark } from '#domain/classes/strategies.ts';
import type { ProfileSort } from '#domain/record/kinds/profile-line.ts';
import type { Transaction } from '../database/connection.ts';

/** Everything the record holds of one case that a plan is composed from, as rows. */
export type CaseFacts = {
  readonly id: string;
  readonly caseRef: string | null;
  readonly givenName: string;
  /** The given name on the roll, where the pupil is known by another. */
  readonly rollName: string;
  readonly surname: string;
  readonly birthday: Day | null;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly stage: string;
  readonly school: string;
  readonly jurisdiction: string;
  readonly coordinator: string | null;
  readonly needs: readonly {
    id: string;
    rank: number;
    code: string;
    area: string | null;
    description: string;
    source: string | null;
  }[];
  readonly profile: readonly {
    id: string;
    kind: ProfileSort;
    words: string;
    saidBy: string | null;
    on: Day | null;
  }[];
  /** What staff answered to the strategies as they read now, the newest of each person. */
  readonly marks: readonly { id: string; line: string; mark: Mark; said: string | null; by: string; at: Instant }[];
  readonly goals: readonly GoalFacts[];
  readonly provision: readonly ProvisionFacts[];
  readonly contacts: readonly { id: string; name: string; relation: string; responsible: boolean; restricted: boolean }[];
  readonly contributions: readonly ContributionFacts[];
  readonly calls: readonly { contact: string; on: Day }[];
  readonly review: ReviewFacts | null;
  readonly nextReview: Instant | null;
};

export type GoalFacts = {
  readonly id: string;
  readonly words: string;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly baselineOn: Day | null;
  readonly criterion: string | null;
  readonly target: number | null;
  readonly targetOn: Day | null;
  readonly points: readonly { on: Day; value: number }[];
};

export type ProvisionFacts = {
  readonly id: string;
  readonly what: string;
  readonly who: string | null;
  readonly minutes: number | null;
  readonly times: number | null;
  readonly group: number | null;
  readonly place: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly cost: number | null;
  readonly need: string | null;
  readonly goal: string | null;
};

export type ContributionFacts = {
  readonly id: string;
  readonly kind: 'parent-view' | 'pupil-view' | 'teacher-view' | 'advice' | 'report';
  readonly askedOf: string;
  readonly contact: string | null;
  readonly askedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly words: string | null;
};

/** The last review that was held: who was asked and came, what was decided, where people differed. */
export type ReviewFacts = {
  readonly id: string;
  readonly on: Day;
  readonly people: readonly { id: string; name: string; words: string; attended: string | null }[];
  readonly entries: readonly { id: string; kind: string; item: string | null; words: string; saidBy: string | null }[];
};

/** Rows of a subquery as one JSON array, in its order. */
const rowsOf = (rows: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(to_jsonb(row)), '[]'::jsonb) from (${rows}) row)`;

/** The record of one case in one read; undefined where there is no such pupil. */
export async function caseFacts(tx: Transaction, organisation: string, pupil: string, today: Day): Promise<CaseFacts | undefined> {
  const own = (table: string) => sql`${sql.ref(table)}.organisation_id = ${organisation} and ${sql.ref(table)}.pupil_id = ${pupil}`;
  const needs = sql`
    select id, rank, code, area, description, source from waymark.need n
     where ${own('n')} and (to_day is null or to_day > ${today}::date) order by rank, id`;
  const profile = sql`select id, kind, words, said_by as "saidBy", on_day as "on" from waymark.profile_line l where ${own('l')} order by kind, rank, id`;
  const marks = sql`
    select latest.* from (
      select distinct on (m.line_id, m.person_id) m.id, m.line_id as line, m.mark, m.said, w.given_name || ' ' || w.surname as by,
             to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from waymark.strategy_mark m
        join waymark.person w on w.organisation_id = m.organisation_id and w.id = m.person_id
        join waymark.profile_line l on l.organisation_id = m.organisation_id and l.id = m.line_id and l.words = m.words
       where ${own('m')} order by m.line_id, m.person_id, m.at desc) latest
     where latest.mark is not null order by latest.at, latest.id`;
  const goals = sql`
    select id, words, measure, unit, baseline, baseline_on as "baselineOn", criterion, target, target_on as "targetOn",
           ${rowsOf(sql`select on_day as "on", value from waymark.measurement m
             where m.organisation_id = g.organisation_id and m.goal_id = g.id order by on_day, id`)} as points
      from waymark.goal g where ${own('g')} and state = 'open' order by rank, id`;
  const provision = sql`
    select l.id, what, coalesce(who, given_name || ' ' || surname) as who, minutes, times_a_week as times, group_size as "group", place,
           from_day as "from", to_day as until, yearly_cost as cost, need_id as need, goal_id as goal
      from waymark.provision_line l
      left join waymark.person p on p.organisation_id = l.organisation_id and p.id = l.person_id
     where ${own('l')} and (to_day is null or to_day >= ${today}::date) order by rank, l.id`;
  const contacts = sql`
    select id, given_name || ' ' || surname as name, relation, parental_responsibility as responsible, restriction is not null as restricted
      from waymark.contact c where ${own('c')} order by parental_responsibility desc, surname, given_name, id`;
  const contributions = sql`
    select id, kind, asked_of as "askedOf", contact_id as contact, asked_on as "askedOn", received_on as "receivedOn", words
      from waymark.contribution c where ${own('c')} order by asked_on nulls first, id`;
  const calls = sql`select contact_id as contact, on_day as "on" from waymark.log_entry e where ${own('e')} and kind = 'call' and contact_id is not null order by on_day`;
  const { rows } = await sql<CaseFacts>`
    select p.id, p.case_ref as "caseRef", coalesce(p.known_as, p.given_name) as "givenName", p.given_name as "rollName", p.surname, p.birthday, p.year_group as "yearGroup",
           p.class_name as "className", p.stage, s.name as school, o.jurisdiction,
           (select c.given_name || ' ' || c.surname from waymark.team_member t
              join waymark.person c on c.organisation_id = t.organisation_id and c.id = t.person_id
             where ${own('t')} and t.relation = 'coordinates' and t.from_day <= ${today}::date and (t.to_day is null or t.to_day >= ${today}::date)
             order by t.from_day desc limit 1) as coordinator,
           ${rowsOf(needs)} as needs, ${rowsOf(profile)} as profile, ${rowsOf(marks)} as marks, ${rowsOf(goals)} as goals, ${rowsOf(provision)} as provision,
           ${rowsOf(contacts)} as contacts, ${rowsOf(contributions)} as contributions, ${rowsOf(calls)} as calls,
           ${lastReview(organisation, pupil)} as review,
           (select min(starts_at) from waymark.meeting m
             where ${own('m')} and purpose in ('annual-review','support-review') and state in ('being-booked','booked')) as "nextReview"
      from waymark.pupil p
      join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
      join waymark.organisation o on o.organisation_id = p.organisation_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}`.execute(tx);
  return rows[0];
}

const lastReview = (organisation: string, pupil: string) => sql`(
  select jsonb_build_object('id', m.id, 'on', (coalesce(m.started_at, m.starts_at) at time zone 'UTC')::date,
    'people', ${rowsOf(sql`select id, name, role_words as words, attended from waymark.meeting_person a
      where a.organisation_id = m.organisation_id and a.meeting_id = m.id order by rank, name`)},
    'entries', ${rowsOf(sql`select e.id, e.kind, m.agenda ->> e.item as item, e.words, e.said_by as "saidBy" from waymark.meeting_entry e
      where e.organisation_id = m.organisation_id and e.meeting_id = m.id and e.kind in ('decision','view','disagreement') order by e.at, e.id`)})
    from waymark.meeting m
   where m.organisation_id = ${organisation} and m.pupil_id = ${pupil} and m.purpose = 'annual-review' and m.state in ('held','reported')
   order by coalesce(m.started_at, m.starts_at) desc limit 1)`;

/** Names of the other pupils of the school, against which a plan's text is held. */
export async function otherPupils(tx: Transaction, organisation: string, pupil: string) {
  const { rows } = await sql<{ caseRef: string; givenName: string; familyName: string }>`
    select coalesce(other.case_ref, other.id::text) as "caseRef", other.given_name as "givenName", other.surname as "familyName"
      from waymark.pupil other
      join waymark.pupil own on own.organisation_id = other.organisation_id and own.school_id = other.school_id
     where own.organisation_id = ${organisation} and own.id = ${pupil} and other.id <> own.id and other.left_on is null`.execute(tx);
  return rows;
}
