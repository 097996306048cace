import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Purpose } from '#domain/meetings/purpose.ts';
import type { Coming, Paper } from '#domain/meetings/readiness.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';
import type { MeetingState } from './meeting-records.ts';

export type ListedMeeting = {
  readonly id: string;
  readonly pupil: string;
  readonly givenName: string;
  readonly surname: string;
  readonly caseRef: string | null;
  readonly purpose: Purpose;
  readonly state: MeetingState;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly windowTo: Day | null;
  readonly slots: number;
  readonly people: readonly Coming[];
  readonly papers: readonly Paper[];
  readonly decisions: number;
  readonly actions: number;
  readonly unsettled: number;
  readonly disagreements: number;
  readonly minutesUrl: string | null;
  readonly reportDue: Day | null;
};

/** Meetings of pupils this person may see: open ones, and those held since a day; in the order of their time. One query. */
export async function meetingsSince(tx: Transaction, actor: Actor, today: Day, heldSince: Day): Promise<ListedMeeting[]> {
  const organisation = actor.scope.organisation;
  const { rows } = await sql<ListedMeeting>`
    select m.id, m.pupil_id as pupil, coalesce(pupil.known_as, pupil.given_name) as "givenName", pupil.surname, pupil.case_ref as "caseRef",
           m.purpose, m.state, m.starts_at as "startsAt", m.ends_at as "endsAt", m.started_at as "startedAt", m.window_to as "windowTo",
           coalesce(jsonb_array_length(m.proposal -> 'slots'), 0) as slots, asked.people, papers.papers,
           wrote.decisions, wrote.disagreements, agreed.actions, agreed.unsettled, d.web_url as "minutesUrl",
           (select c.due_on from waymark.clock c
             where c.organisation_id = m.organisation_id and c.pupil_id = m.pupil_id and c.rule = 'eng.review.report' and c.state = 'late'
             order by c.due_on desc limit 1) as "reportDue"
      from waymark.meeting m
      join waymark.pupil pupil on pupil.organisation_id = m.organisation_id and pupil.id = m.pupil_id
      left join waymark.document d on d.organisation_id = m.organisation_id and d.id = m.minutes_document_id
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'required', a.required, 'reply', a.reply)), '[]'::jsonb) as people
          from waymark.meeting_person a where a.organisation_id = m.organisation_id and a.meeting_id = m.id) asked
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'askedOf', c.asked_of, 'forWhat', c.for_what, 'askedOn', c.asked_on,
                 'dueOn', c.due_on, 'receivedOn', c.received_on)), '[]'::jsonb) as papers
          from waymark.contribution c
         where c.organisation_id = m.organisation_id and c.pupil_id = m.pupil_id
           and (c.received_on is null or coalesce(c.asked_on, c.received_on) > ${today}::date - 120)
           and not exists (select from waymark.contribution_asked a join waymark.contribution_request r
                             on r.organisation_id = a.organisation_id and r.id = a.request_id and r.state <> 'open'
                            where a.organisation_id = c.organisation_id and a.contribution_id = c.id and a.answered_at is null)) papers
      cross join lateral (
        select count(*) filter (where e.kind = 'decision') as decisions, count(*) filter (where e.kind = 'disagreement') as disagreements
          from waymark.meeting_entry e where e.organisation_id = m.organisation_id and e.meeting_id = m.id) wrote
      cross join lateral (
        select count(*) as actions, count(*) filter (where a.owner_name is null or a.due_on is null) as unsettled
          from waymark.action a where a.organisation_id = m.organisation_id and a.meeting_id = m.id) agreed
     where m.organisation_id = ${organisation} and ${visiblePupils(actor, today)}
       and (m.state in ('proposed','being-booked','booked','running')
            or (m.state in ('held','reported') and coalesce(m.started_at, m.starts_at) >= ${heldSince}::date))
     order by coalesce(m.starts_at, m.window_to::timestamptz), m.id`.execute(tx);
  return rows;
}

export type ParentMeetingRow = {
  readonly id: string;
  readonly name: string;
  readonly held: number;
  readonly booked: number;
  readonly due: Day | null;
};

/** Pupils on SEN Support whom this person may see, with the parent meetings held and booked since the year began. */
export async function parentMeetings(tx: Transaction, actor: Actor, today: Day, yearFrom: Day): Promise<ParentMeetingRow[]> {
  const organisation = actor.scope.organisation;
  const { rows } = await sql<ParentMeetingRow>`
    select pupil.id, pupil.surname || ', ' || coalesce(pupil.known_as, pupil.given_name) as name,
           (select count(*) from waymark.case_event e
             where e.organisation_id = pupil.organisation_id and e.pupil_id = pupil.id and e.kind = 'support-meeting-held'
               and e.on_day >= ${yearFrom} and e.withdrawn_at is null) as held,
           (select count(*) from waymark.meeting m
             where m.organisation_id = pupil.organisation_id and m.pupil_id = pupil.id and m.purpose in ('parent-meeting','support-review')
               and m.state in ('being-booked','booked','running')) as booked,
           (select min(c.due_on) from waymark.clock c
             where c.organisation_id = pupil.organisation_id and c.pupil_id = pupil.id
               and c.rule in ('eng.support.meetings','school.parentMeeting') and c.state in ('running','late','expected')) as due
      from waymark.pupil pupil
     where pupil.organisation_id = ${organisation} and pupil.stage = 'support' and pupil.left_on is null and ${visiblePupils(actor, today)}
     order by pupil.surname, pupil.given_name, pupil.id`.execute(tx);
  return rows;
}
