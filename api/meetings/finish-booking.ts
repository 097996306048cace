import type { Actor } from '#domain/access/actor.ts';
import { tell } from '../conversations/tell.ts';
import type { Transaction } from '../database/connection.ts';
import type { EventToBook } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { afterBooking } from './after-booking.ts';
import { confirmBooking } from './booking-records.ts';
import { type MeetingRow, meetingRow, peopleOf } from './meeting-records.ts';
import { organisationZone } from './organisation-records.ts';

/**
 * The half of a booking that may be repeated at any time by anybody: puts the event into the calendars under the meeting's transaction id
 * and then writes *booked* with all that follows, once. Does nothing where the meeting is not being booked any more.
 */
export async function finishBooking(parts: Parts, actor: Actor | null, organisation: string, id: string): Promise<void> {
  const scope = { organisation, schools: actor?.scope.schools ?? [] };
  const event = await parts.database.within(scope, async (tx) => {
    const meeting = await meetingRow(tx, organisation, id);
    return meeting?.state === 'being-booked' ? eventFor(tx, organisation, meeting) : null;
  });
  if (!event) return;
  const booked = await parts.graph.events.book(actor, event);
  await parts.database.within(scope, async (tx) => {
    if (!(await confirmBooking(tx, organisation, id, booked, parts.clock.now()))) return;
    await afterBooking(tx, parts, organisation, id);
    // Nobody waits at a card any more: the one who chose the date hears that it is booked.
    const to = actor ? null : (await meetingRow(tx, organisation, id))?.organiser;
    if (to) await tell(tx, { about: 'review-booked', meeting: id, to });
  });
}

/** One private event named by the case. Colleagues and agencies with an address are invited; the family hears from us by letter. */
async function eventFor(tx: Transaction, organisation: string, meeting: MeetingRow): Promise<EventToBook | null> {
  if (!meeting.transaction || !meeting.startsAt || !meeting.endsAt) return null;
  const people = await peopleOf(tx, organisation, meeting.id);
  return {
    transactionId: meeting.transaction,
    subject: `Review ${meeting.caseRef}`,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: await organisationZone(tx, organisation),
    place: meeting.place,
    invited: people.flatMap(({ person, name, email, required }) => (person && email ? [{ name, email, required }] : [])),
  };
}
