import { type RawBuilder, sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { ASSESSMENT_EVENTS, type AssessmentEvent } from '#domain/letters/assessment-under-way.ts';
import type { Transaction } from '../database/connection.ts';

export type LetterContact = {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly responsible: boolean;
  readonly rights: 'family' | 'learner' | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly interpreter: boolean;
  readonly restriction: string | null;
  readonly restrictedOn: Day | null;
};

export type LetterMeeting = {
  readonly id: string;
  readonly purpose: string;
  readonly state: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly place: string | null;
  readonly joinUrl: string | null;
  readonly people: readonly {
    readonly name: string;
    readonly words: string;
    readonly contact: string | null;
    readonly came: string | null;
  }[];
  readonly entries: readonly { readonly kind: string; readonly words: string; readonly saidBy: string | null }[];
  readonly actions: readonly { readonly words: string; readonly owner: string | null; readonly due: Day | null }[];
};

/** What the record holds of one pupil that a letter can use. Views of a contact who must not be reached never get this far. */
export type LetterCase = {
  readonly pupil: string;
  readonly caseRef: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly birthday: Day | null;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly stage: string;
  readonly stageSince: Day | null;
  readonly homeLanguage: string | null;
  readonly attendance: number | null;
  readonly attendanceOn: Day | null;
  readonly leftOn: Day | null;
  readonly school: string;
  readonly telephone: string | null;
  readonly jurisdiction: string;
  readonly coordinator: string | null;
  readonly contacts: readonly LetterContact[];
  readonly meetings: readonly LetterMeeting[];
  /** Days on which the case says that parents were met, whether or not the meeting was booked here. */
  readonly metOn: readonly Day[];
  readonly assessmentEvents: readonly AssessmentEvent[];
  readonly needs: readonly { readonly words: string; readonly code: string; readonly rank: number; readonly source: string | null }[];
  readonly goals: readonly {
    readonly words: string;
    readonly baseline: number | null;
    readonly target: number | null;
    readonly unit: string | null;
    readonly targetOn: Day | null;
    readonly last: { readonly on: Day; readonly value: number } | null;
  }[];
  readonly provision: readonly {
    readonly what: string;
    readonly who: string | null;
    readonly minutes: number | null;
    readonly times: number | null;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly cost: number | null;
    readonly sessions: number;
    readonly planned: number;
    readonly delivered: number;
  }[];
  readonly views: readonly { readonly from: string; readonly kind: string; readonly words: string; readonly on: Day }[];
  readonly advice: readonly { readonly from: string; readonly about: string | null; readonly on: Day }[];
  readonly assessments: readonly { readonly instrument: string; readonly on: Day }[];
  readonly documents: readonly { readonly name: string; readonly on: Day | null }[];
  readonly partTime: readonly { readonly hours: number | null; readonly from: Day }[];
};

const rowsOf = (rows: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(to_jsonb(row)), '[]'::jsonb) from (${rows}) row)`;

/** The record of one case in one read; undefined where there is no such pupil. */
export const letterCase = async (tx: Transaction, organisation: string, pupil: string, today: Day): Promise<LetterCase | undefined> => {
  const own = (table: string) => sql`${sql.ref(table)}.organisation_id = ${organisation} and ${sql.ref(table)}.pupil_id = ${pupil}::uuid`;
  const contacts = sql`
    select id, given_name || ' ' || surname as name, relation, parental_responsibility as responsible, rights, email, address, language,
           needs_interpreter as interpreter, restriction, restricted_on as "restrictedOn"
      from waymark.contact c where ${own('c')} order by restriction is not null, parental_responsibility desc, surname, given_name`;
  const people = sql`
    select a.name, a.role_words as words, a.contact_id as contact, a.attended as came from waymark.meeting_person a
      left join waymark.contact c on c.organisation_id = a.organisation_id and c.id = a.contact_id
     where a.organisation_id = m.organisation_id and a.meeting_id = m.id and c.restriction is null
       and coalesce(a.key, '') not like 'part/%' and coalesce(a.key, '') not like 'interpreter/%' order by a.rank, a.name`;
  const entries = sql`
    select kind, words, said_by as "saidBy" from waymark.meeting_entry e
     where e.organisation_id = m.organisation_id and e.meeting_id = m.id and kind in ('decision','view','disagreement') and words is not null order by at, id`;
  const actions = sql`
    select a.words, coalesce(a.owner_name, w.given_name || ' ' || w.surname) as owner, a.due_on as due from waymark.action a
      left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.owner_id
     where a.organisation_id = m.organisation_id and a.meeting_id = m.id order by a.number`;
  const meetings = sql`
    select m.id, purpose, state, starts_at as "startsAt", ends_at as "endsAt", place, join_url as "joinUrl",
           ${rowsOf(people)} as people, ${rowsOf(entries)} as entries, ${rowsOf(actions)} as actions
      from waymark.meeting m where ${own('m')} and starts_at is not null and state in ('being-booked','booked','running','held','reported')
     order by starts_at desc limit 24`;
  const metOn = sql`
    (select coalesce(json_agg(distinct on_day), '[]') from waymark.case_event e
      where ${own('e')} and kind in ('support-meeting-held', 'review-meeting-held') and withdrawn_at is null)`;
  const assessmentEvents = sql`
    select kind, on_day as "on", details ->> 'outcome' as outcome from waymark.case_event e
     where ${own('e')} and kind = any(${[...ASSESSMENT_EVENTS]}) and withdrawn_at is null`;
  const needs = sql`select description as words, code, rank, source from waymark.need n where ${own('n')} and (to_day is null or to_day > ${today}::date) order by rank`;
  const goals = sql`
    select words, baseline, target, unit, target_on as "targetOn",
           (select jsonb_build_object('on', x.on_day, 'value', x.value) from waymark.measurement x
             where x.organisation_id = g.organisation_id and x.goal_id = g.id order by x.on_day desc limit 1) as last
      from waymark.goal g where ${own('g')} and state <> 'stopped' order by rank`;
  const provision = sql`
    select what, coalesce(l.who, w.given_name || ' ' || w.surname) as who, l.minutes, times_a_week as times, from_day as "from", to_day as "to",
           yearly_cost as cost, coalesce(s.sessions, 0) as sessions, coalesce(s.planned, 0) as planned, coalesce(s.delivered, 0) as delivered
      from waymark.provision_line l
      left join waymark.person w on w.organisation_id = l.organisation_id and w.id = l.person_id
      left join lateral (
        select count(*)::int as sessions, sum(coalesce(planned, x.minutes))::int as planned,
               coalesce(sum(x.minutes) filter (where x.state = 'delivered'), 0)::int as delivered
          from waymark.session x where x.organisation_id = l.organisation_id and x.line_id = l.id) s on true
     where ${own('l')} and (to_day is null or to_day >= ${today}::date - 366) order by l.rank`;
  const views = sql`
    select asked_of as "from", v.kind, words, received_on as "on" from waymark.contribution v
      left join waymark.contact c on c.organisation_id = v.organisation_id and c.id = v.contact_id
     where ${own('v')} and v.kind in ('parent-view','pupil-view') and received_on is not null and words is not null and c.restriction is null
     order by received_on desc`;
  const advice = sql`
    select asked_of as "from", for_what as about, received_on as "on" from waymark.contribution v
     where ${own('v')} and v.kind in ('advice','report') and received_on is not null order by received_on desc`;
  const assessments = sql`select instrument, on_day as "on" from waymark.assessment a where ${own('a')} order by on_day desc`;
  const documents = sql`select name, filed_on as "on" from waymark.document d where ${own('d')} order by filed_on desc nulls last, name`;
  const { rows } = await sql<LetterCase>`
    select p.id as pupil, p.case_ref as "caseRef", coalesce(p.known_as, p.given_name) as "givenName", p.surname, p.birthday, p.year_group as "yearGroup",
           p.class_name as "className", p.stage, p.stage_since as "stageSince", p.home_language as "homeLanguage",
           p.attendance_percent::float as attendance, p.attendance_as_of as "attendanceOn", p.left_on as "leftOn",
           s.name as school, s.telephone, o.jurisdiction,
           (select c.given_name || ' ' || c.surname from waymark.team_member t
              join waymark.person c on c.organisation_id = t.organisation_id and c.id = t.person_id
             where ${own('t')} and t.relation = 'coordinates' and t.from_day <= ${today}::date and (t.to_day is null or t.to_day >= ${today}::date)
             order by t.from_day desc limit 1) as coordinator,
           ${rowsOf(contacts)} as contacts, ${rowsOf(meetings)} as meetings, ${metOn} as "metOn", ${rowsOf(assessmentEvents)} as "assessmentEvents", ${rowsOf(needs)} as needs, ${rowsOf(goals)} as goals,
           ${rowsOf(provision)} as provision, ${rowsOf(views)} as views, ${rowsOf(advice)} as advice, ${rowsOf(assessments)} as assessments,
           ${rowsOf(documents)} as documents,
           ${rowsOf(sql`select from_day as "from", hours_a_week::float as hours from waymark.part_time t where ${own('t')} and (to_day is null or to_day >= ${today}::date)`)} as "partTime"
      from waymark.pupil p
      join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
      join waymark.organisation o on o.organisation_id = p.organisation_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid`.execute(tx);
  return rows[0];
};
