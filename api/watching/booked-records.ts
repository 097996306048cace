import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { KeptMeeting } from '#domain/watching/moved-meeting.ts';
import type { EventDetails } from '../clocks/event-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A booked meeting that lies ahead, with its event in Outlook. */
export type BookedMeeting = KeptMeeting & {
  readonly id: string;
  readonly event: string;
  readonly pupil: string;
  readonly caseRef: string;
  readonly organiser: string | null;
};

const ROWS = sql`
  select m.id, m.event_id as event, m.pupil_id as pupil, coalesce(p.case_ref, '') as "caseRef", m.organiser_id as organiser,
         m.starts_at as "startsAt", m.ends_at as "endsAt",
         coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'email', a.email, 'reply', a.reply) order by a.rank)
                     from waymark.meeting_person a where a.organisation_id = m.organisation_id and a.meeting_id = m.id), '[]'::jsonb) as people
    from waymark.meeting m join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id`;

/** Meetings that are booked and have not ended. */
export async function bookedAhead(tx: Transaction, organisation: string, now: Instant): Promise<BookedMeeting[]> {
  const { rows } = await sql<BookedMeeting>`
    ${ROWS} where m.organisation_id = ${organisation} and m.state = 'booked' and m.event_id is not null and m.ends_at > ${now}::timestamptz
     order by m.starts_at, m.id`.execute(tx);
  return rows;
}

/** One of them, held until the transaction ends; undefined where it is booked no more. */
export async function bookedMeeting(tx: Transaction, organisation: string, id: string): Promise<BookedMeeting | undefined> {
  const { rows } = await sql<BookedMeeting>`
    ${ROWS} where m.organisation_id = ${organisation} and m.id = ${id} and m.state = 'booked' for update of m`.execute(tx);
  return rows[0];
}

/** The meeting takes place at another time, as Outlook has it. */
export async function moveMeeting(
  tx: Transaction,
  organisation: string,
  id: string,
  to: { startsAt: Instant; endsAt: Instant },
  now: Instant,
) {
  await sql`
    update waymark.meeting set starts_at = ${to.startsAt}::timestamptz, ends_at = ${to.endsAt}::timestamptz, version = version + 1,
           changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

/** The meeting does not take place; another can be booked. */
export async function cancelMeeting(tx: Transaction, organisation: string, id: string, now: Instant): Promise<void> {
  await sql`
    update waymark.meeting set state = 'cancelled', version = version + 1, changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

/** What those asked have answered. */
export async function saveReplies(
  tx: Transaction,
  organisation: string,
  meeting: string,
  replies: readonly { readonly person: string; readonly reply: string }[],
): Promise<void> {
  await sql`
    update waymark.meeting_person a set reply = one.reply
      from jsonb_to_recordset(${JSON.stringify(replies)}::jsonb) as one(person uuid, reply text)
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} and a.id = one.person`.execute(tx);
}

type BookedEvent = { readonly id: string; readonly pupil: string; readonly kind: string; readonly on: Day; readonly details: EventDetails };

/** The case's own events that say the meeting is booked. */
export async function bookedEvents(tx: Transaction, organisation: string, meeting: string): Promise<BookedEvent[]> {
  const { rows } = await sql<BookedEvent>`
    select id, pupil_id as pupil, kind, on_day as "on", details from waymark.case_event
     where organisation_id = ${organisation} and kind in ('review-meeting-booked', 'iep-meeting-booked') and details ->> 'about' = ${meeting}
       and withdrawn_at is null
     order by id`.execute(tx);
  return rows;
}
