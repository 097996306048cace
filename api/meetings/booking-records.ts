import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { OfferedSlot } from '#domain/meetings/slot.ts';
import type { Transaction } from '../database/connection.ts';
import type { BookedEvent } from '../graph/gateway.ts';

export type Booking = {
  readonly meeting: string;
  readonly slot: OfferedSlot;
  readonly agreed: string;
  readonly organiser: string;
  readonly transaction: string;
  readonly now: Instant;
};

/** From *proposed* to *being booked*, with the transaction id that makes a second event impossible. */
export async function beginBooking(tx: Transaction, organisation: string, { meeting, slot, ...booking }: Booking): Promise<void> {
  await sql`
    update waymark.meeting
       set state = 'being-booked', starts_at = ${slot.startsAt}::timestamptz, ends_at = ${slot.endsAt}::timestamptz, place = ${slot.room},
           agreed_how = ${booking.agreed}, organiser_id = ${booking.organiser}, transaction_id = ${booking.transaction},
           version = version + 1, changed_at = ${booking.now}::timestamptz
     where organisation_id = ${organisation} and id = ${meeting} and state = 'proposed'`.execute(tx);
}

/** From *being booked* to *booked*. False where somebody was quicker (the queue, or the person): then nothing is to be done. */
export async function confirmBooking(tx: Transaction, organisation: string, meeting: string, event: BookedEvent, now: Instant) {
  const { rows } = await sql<{ id: string }>`
    update waymark.meeting
       set state = 'booked', event_id = ${event.id}, event_etag = ${event.etag}, join_url = ${event.joinUrl}, version = version + 1,
           changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${meeting} and state = 'being-booked' returning id`.execute(tx);
  return rows.length > 0;
}

/** A time that a meeting of ours has taken, with the people asked to it and its room. */
export type TakenTime = { readonly from: Instant; readonly to: Instant; readonly people: readonly string[]; readonly room: string | null };

/** What the record has already taken between two moments: every meeting that is being booked, booked or running. */
export async function takenTimes(tx: Transaction, organisation: string, from: Instant, to: Instant): Promise<TakenTime[]> {
  const { rows } = await sql<TakenTime>`
    select m.starts_at as "from", m.ends_at as "to", m.place as room,
           coalesce(array_agg(o.person_id) filter (where o.person_id is not null), '{}') as people
      from waymark.meeting m
      left join waymark.meeting_person o on o.organisation_id = m.organisation_id and o.meeting_id = m.id
     where m.organisation_id = ${organisation} and m.state in ('being-booked','booked','running')
       and m.starts_at < ${to}::timestamptz and m.ends_at > ${from}::timestamptz
     group by m.organisation_id, m.id
     order by m.starts_at, m.id`.execute(tx);
  return rows;
}

/**
 * Who or what has been taken for another meeting of ours at that time: a person asked to both, or the room. Null where nothing was.
 */
export async function takenBy(tx: Transaction, organisation: string, meeting: string, slot: OfferedSlot) {
  const { rows } = await sql<{ what: string; caseRef: string }>`
    select coalesce(other.name, m.place) as what, p.case_ref as "caseRef"
      from waymark.meeting m
      join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id
      left join lateral (
        select o.name from waymark.meeting_person o
          join waymark.meeting_person mine on mine.organisation_id = o.organisation_id and mine.person_id = o.person_id
         where o.organisation_id = m.organisation_id and o.meeting_id = m.id and mine.meeting_id = ${meeting} and mine.required
         order by o.rank limit 1
      ) other on true
     where m.organisation_id = ${organisation} and m.id <> ${meeting} and m.state in ('being-booked','booked','running')
       and m.starts_at < ${slot.endsAt}::timestamptz and m.ends_at > ${slot.startsAt}::timestamptz
       and (other.name is not null or m.place = ${slot.room})
     limit 1`.execute(tx);
  return rows[0] ?? null;
}
