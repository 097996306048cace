import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { GoalFact } from '#domain/caseload/case-facts.ts';
import type { ChangeFact } from '#domain/caseload/changes.ts';
import type { DueClock, TodayPupil } from '#domain/caseload/today.ts';
import type { RequestPurpose } from '#domain/contributions/purpose.ts';
import type { Paper } from '#domain/meetings/readiness.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';
import { clockShown, leadsOfClock } from './shown-clock-records.ts';

/** Open clocks of the pupils whom the actor may see, late or due until a day. */
export const clocksDue = async (tx: Transaction, actor: Actor, today: Day, until: Day): Promise<DueClock[]> => {
  const { rows } = await sql<DueClock>`
    select ${clockShown} as clock,
           json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname, 'caseRef', pupil.case_ref, 'yearGroup', pupil.year_group) as pupil,
           ${leadsOfClock} as leads,
           c.owed_by in ('school', 'district') and exists (select from waymark.person w where w.organisation_id = c.organisation_id
             and w.id::text = c.shown -> 'owner' ->> 'person' and w.left_on <= ${today}::date) as "ownerLeft"
      from waymark.clock c
      join waymark.pupil pupil on pupil.organisation_id = c.organisation_id and pupil.id = c.pupil_id
     where c.organisation_id = ${actor.scope.organisation} and c.state in ('running','late','expected') and c.due_on <= ${until}::date
       and pupil.left_on is null and ${visiblePupils(actor, today)}
     order by c.due_on, c.rule, pupil.surname`.execute(tx);
  return rows;
};

/** An open action or an unkept promise. */
export type DueWork = {
  readonly id: string;
  readonly kind: 'action' | 'promise';
  readonly due: Day;
  readonly title: string;
  readonly madeOn: Day;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly ownerLeft: boolean;
  readonly pupil: TodayPupil | null;
};

/** Actions without a finish, and promises made to families, due until a day: the actor's own, and those about pupils the actor may see. */
export const workDue = async (tx: Transaction, actor: Actor, today: Day, until: Day): Promise<DueWork[]> => {
  const pupilJson = sql`case when pupil.id is null then null else json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname,
    'caseRef', pupil.case_ref, 'yearGroup', pupil.year_group) end as pupil`;
  const { rows } = await sql<DueWork>`
    select a.id, 'action' as kind, a.due_on as due, a.words as title, (a.created_at at time zone ${actor.timeZone})::date as "madeOn",
           a.owner_id as "ownerId", a.owner_name as owner, coalesce(w.left_on <= ${today}::date, false) as "ownerLeft", ${pupilJson}
      from waymark.action a
      left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.owner_id
      left join waymark.pupil pupil on pupil.organisation_id = a.organisation_id and pupil.id = a.pupil_id and pupil.left_on is null
     where a.organisation_id = ${actor.scope.organisation} and a.done_on is null and a.due_on <= ${until}::date
       and (a.owner_id = ${actor.person} or ${visiblePupils(actor, today)})
    union all
    select e.id, 'promise', e.promise_due, e.promise, e.on_day, e.by_person, w.given_name || ' ' || w.surname, coalesce(w.left_on <= ${today}::date, false), ${pupilJson}
      from waymark.log_entry e
      join waymark.pupil pupil on pupil.organisation_id = e.organisation_id and pupil.id = e.pupil_id
      left join waymark.person w on w.organisation_id = e.organisation_id and w.id = e.by_person
     where e.organisation_id = ${actor.scope.organisation} and e.promise_due between ${today}::date - 90 and ${until}::date and e.kind <> 'restricted-note'
       and not exists (select from waymark.promise_kept k where k.organisation_id = e.organisation_id and k.entry_id = e.id)
       and ${visiblePupils(actor, today)}`.execute(tx);
  return rows;
};

/** A request for contributions that waits for answers. */
export type DueRequest = {
  readonly id: string;
  readonly due: Day;
  readonly purpose: RequestPurpose;
  readonly askedOn: Day;
  readonly pupil: TodayPupil;
  readonly asked: number;
  /** Who has not answered, in the order they were asked. */
  readonly waiting: readonly string[];
  readonly chased: number;
  readonly chasedToday: boolean;
};

/** Open requests with somebody who has not answered, due until a day: the actor's own, and for a coordinator all of the register. */
export const requestsDue = async (tx: Transaction, actor: Actor, today: Day, until: Day): Promise<DueRequest[]> => {
  const { rows } = await sql<DueRequest>`
    select r.id, r.due_on as due, r.purpose, (r.asked_at at time zone ${actor.timeZone})::date as "askedOn",
           json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname, 'caseRef', pupil.case_ref, 'yearGroup', pupil.year_group) as pupil,
           asked.asked, asked.waiting, asked.chased, asked."chasedToday"
      from waymark.contribution_request r
      join waymark.pupil pupil on pupil.organisation_id = r.organisation_id and pupil.id = r.pupil_id and pupil.left_on is null and ${visiblePupils(actor, today)}
      cross join lateral (
        select count(*)::int as asked, coalesce(max(cardinality(a.reminded_at)), 0)::int as chased,
               coalesce(bool_or(exists (select from unnest(a.reminded_at) at where (at at time zone ${actor.timeZone})::date = ${today}::date)), false) as "chasedToday",
               coalesce(json_agg(coalesce(w.given_name || ' ' || w.surname, c.given_name || ' ' || c.surname, a.words) order by a.rank)
                 filter (where a.answered_at is null), '[]') as waiting
          from waymark.contribution_asked a
          left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.person_id
          left join waymark.contact c on c.organisation_id = a.organisation_id and c.id = a.contact_id
         where a.organisation_id = r.organisation_id and a.request_id = r.id) asked
     where r.organisation_id = ${actor.scope.organisation} and r.state = 'open' and r.due_on <= ${until}::date
       and (r.asked_by = ${actor.person} or ${actor.roles.includes('coordinator')}::boolean) and json_array_length(asked.waiting) > 0`.execute(
    tx,
  );
  return rows;
};

/** Since when the actor is shown what changed; null where they never looked. */
export const shownSince = async (tx: Transaction, actor: Actor, today: Day): Promise<Instant | null> => {
  const { rows } = await sql<{ since: Instant | null }>`
    select case when (looked_at at time zone ${actor.timeZone})::date < ${today}::date then looked_at else changes_since end as since
      from waymark.last_look where organisation_id = ${actor.scope.organisation} and person_id = ${actor.person}`.execute(tx);
  return rows[0]?.since ?? null;
};

/** Keeps that the actor looked at a moment, and since when they are shown what changed. */
export const keepLook = async (tx: Transaction, actor: Actor, now: Instant, since: Instant): Promise<void> => {
  await sql`
    insert into waymark.last_look (organisation_id, person_id, looked_at, changes_since)
    values (${actor.scope.organisation}, ${actor.person}, ${now}::timestamptz, ${since}::timestamptz)
    on conflict (organisation_id, person_id) do update set looked_at = excluded.looked_at, changes_since = excluded.changes_since`.execute(
    tx,
  );
};

/** The promise of an entry of the log that the actor's organisation keeps; undefined where there is none. */
export const promiseOf = async (tx: Transaction, organisation: string, entry: string): Promise<{ readonly pupil: string } | undefined> => {
  const { rows } = await sql<{ pupil: string }>`
    select pupil_id as pupil from waymark.log_entry
     where organisation_id = ${organisation} and id = ${entry}::uuid and promise is not null and kind <> 'restricted-note'`.execute(tx);
  return rows[0];
};

/** Keeps that a promise was kept; the first time is the one that counts. */
export const markPromiseKept = async (tx: Transaction, actor: Actor, entry: string, pupil: string, today: Day): Promise<void> => {
  await sql`
    insert into waymark.promise_kept (organisation_id, entry_id, pupil_id, kept_on, by_person)
    values (${actor.scope.organisation}, ${entry}, ${pupil}, ${today}::date, ${actor.person}) on conflict do nothing`.execute(tx);
};

/** What others brought into the records the actor may see since a moment; the newest first, thirty at most. */
export const changesSince = async (tx: Transaction, actor: Actor, today: Day, since: Instant): Promise<ChangeFact[]> => {
  const organisation = actor.scope.organisation;
  const pupilJson = sql`json_build_object('id', pupil.id, 'givenName', coalesce(pupil.known_as, pupil.given_name), 'surname', pupil.surname) as pupil`;
  const pupilOf = (
    table: string,
  ) => sql`join waymark.pupil pupil on pupil.organisation_id = ${sql.ref(`${table}.organisation_id`)} and pupil.id = ${sql.ref(`${table}.pupil_id`)}
    and pupil.left_on is null and ${visiblePupils(actor, today)}`;
  const { rows } = await sql<ChangeFact>`
    select c.id::text, c.recorded_at as at, 'contribution' as kind, ${pupilJson}, c.asked_of as by, case when c.kind like '%-view' then 'view' else c.for_what end as about,
           left(c.words, 200) as detail, 1 as count
      from waymark.contribution c ${pupilOf('c')} where c.organisation_id = ${organisation} and c.received_on is not null and c.recorded_at > ${since}::timestamptz
    union all
    select p.id::text, max(d.found_at), 'differences', ${pupilJson}, null, null, 'Edited in Word by ' || coalesce(max(d.edited_by), 'someone'), count(*)::int
      from waymark.plan_difference d join waymark.plan p on p.organisation_id = d.organisation_id and p.id = d.plan_id ${pupilOf('p')}
     where d.organisation_id = ${organisation} and d.settled_at is null and d.found_at > ${since}::timestamptz group by p.id, pupil.id, pupil.known_as, pupil.given_name, pupil.surname
    union all
    select d.id::text, d.recorded_at, 'document', ${pupilJson}, d.from_whom, d.name, d.from_whom, 1
      from waymark.document d ${pupilOf('d')} where d.organisation_id = ${organisation} and d.recorded_at > ${since}::timestamptz
    union all
    select a.id::text, a.done_at, 'action', ${pupilJson}, w.given_name || ' ' || w.surname, a.words, '', 1
      from waymark.action a ${pupilOf('a')} left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.done_by
     where a.organisation_id = ${organisation} and a.done_at > ${since}::timestamptz
    union all
    select m.id::text, m.at, 'event', ${pupilJson}, w.given_name || ' ' || w.surname, m.title || ' is now due ' || to_char(m.now_due, 'Dy FMDD Mon'),
           'Was ' || to_char(m.was_due, 'Dy FMDD Mon') || '. ' || m.because, 1
      from waymark.clock_move m ${pupilOf('m')} left join waymark.person w on w.organisation_id = m.organisation_id and w.id = m.by_person
     where m.organisation_id = ${organisation} and m.at > ${since}::timestamptz and m.now_due is not null and m.was_due is not null
       and m.by_person is distinct from ${actor.person}
    order by at desc limit 30`.execute(tx);
  return rows;
};

export type FreshGoal = { readonly pupil: ChangeFact['pupil']; readonly goal: string; readonly at: Instant; readonly fact: GoalFact };

/** Open goals that were measured since a moment, with all their points: has one of them gone off track? */
export const goalsMeasuredSince = async (tx: Transaction, actor: Actor, today: Day, since: Instant): Promise<FreshGoal[]> => {
  const { rows } = await sql<FreshGoal>`
    select g.id as goal, max(m.recorded_at) as at,
           json_build_object('id', pupil.id, 'givenName', coalesce(pupil.known_as, pupil.given_name), 'surname', pupil.surname) as pupil,
           json_build_object('words', g.words, 'area', g.area, 'baseline', g.baseline, 'baselineOn', g.baseline_on, 'target', g.target, 'targetOn', g.target_on,
             'state', g.state, 'metOn', g.met_on, 'points', json_agg(json_build_array(m.on_day, m.value) order by m.on_day)) as fact
      from waymark.goal g
      join waymark.measurement m on m.organisation_id = g.organisation_id and m.goal_id = g.id
      join waymark.pupil pupil on pupil.organisation_id = g.organisation_id and pupil.id = g.pupil_id and pupil.left_on is null and ${visiblePupils(actor, today)}
     where g.organisation_id = ${actor.scope.organisation} and g.state = 'open'
     group by g.organisation_id, g.id, pupil.organisation_id, pupil.id having max(m.recorded_at) > ${since}::timestamptz`.execute(tx);
  return rows;
};

export type WeekMeeting = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly purpose: string;
  readonly pupil: { readonly id: string; readonly name: string };
  readonly asked: number;
  readonly coming: number;
  /** Asked and not answered yet. */
  readonly silent: number;
  readonly papers: readonly Paper[];
};

/** Booked meetings of a stretch of days about pupils the actor may see. */
export const meetingsBetween = async (tx: Transaction, actor: Actor, today: Day, until: Day): Promise<WeekMeeting[]> => {
  const { rows } = await sql<WeekMeeting>`
    select m.id, m.starts_at as "startsAt", m.purpose, json_build_object('id', pupil.id, 'name', coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname) as pupil,
           (select count(*) from waymark.meeting_person p where p.organisation_id = m.organisation_id and p.meeting_id = m.id) as asked,
           (select count(*) from waymark.meeting_person p where p.organisation_id = m.organisation_id and p.meeting_id = m.id and p.reply = 'yes') as coming,
           (select count(*) from waymark.meeting_person p where p.organisation_id = m.organisation_id and p.meeting_id = m.id and p.reply is null) as silent,
           (select coalesce(json_agg(json_build_object('kind', c.kind, 'askedOf', c.asked_of, 'forWhat', c.for_what, 'askedOn', c.asked_on, 'dueOn', c.due_on, 'receivedOn', c.received_on)), '[]')
              from waymark.contribution c
             where c.organisation_id = m.organisation_id and c.pupil_id = m.pupil_id
               and (c.received_on is null or coalesce(c.asked_on, c.received_on) > ${today}::date - 120)) as papers
      from waymark.meeting m
      join waymark.pupil pupil on pupil.organisation_id = m.organisation_id and pupil.id = m.pupil_id and ${visiblePupils(actor, today)}
     where m.organisation_id = ${actor.scope.organisation} and m.state in ('being-booked','booked','running')
       and (m.starts_at at time zone ${actor.timeZone})::date between ${today}::date and ${until}::date
     order by m.starts_at`.execute(tx);
  return rows;
};

/** How many open clocks stand for how many pupils of the actor, and when they were last counted. */
export const clockTally = async (tx: Transaction, actor: Actor, today: Day) => {
  const { rows } = await sql<{ count: number; pupils: number; countedAt: Instant | null }>`
    select count(*) as count, count(distinct c.pupil_id) as pupils, greatest(max(c.counted_at), (
             select o.clocks_counted_at from waymark.organisation o where o.organisation_id = ${actor.scope.organisation})) as "countedAt"
      from waymark.clock c
      join waymark.pupil pupil on pupil.organisation_id = c.organisation_id and pupil.id = c.pupil_id and pupil.left_on is null and ${visiblePupils(actor, today)}
     where c.organisation_id = ${actor.scope.organisation} and c.state in ('running','late','excused')`.execute(tx);
  return rows[0]!;
};
