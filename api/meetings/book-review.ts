import type { BookRequest } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addMinutes, localTimeOf, minutesBetween } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { answerFor, type Diary } from '#domain/meetings/availability.ts';
import type { OfferedSlot } from '#domain/meetings/slot.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { answerInTime } from './answer-in-time.ts';
import { bookedReply } from './booked-reply.ts';
import { beginBooking, takenBy } from './booking-records.ts';
import { calendarsInTime } from './calendars-in-time.ts';
import { finishBooking } from './finish-booking.ts';
import { type MeetingRow, meetingRow, peopleOf } from './meeting-records.ts';

/** After so many minutes the calendars of a proposal are looked at again before anything is booked. */
const FRESH_FOR = 30;
/** The queue takes over a booking that the person's own attempt has not finished after this many minutes. */
const QUEUE_AFTER = 1;

/**
 * Books a review with everyone who must be there. The slot may have gone since it was offered. The booking and the job that would finish
 * it after a crash are written together; then it is tried at once, and the person is told *being booked* if Microsoft 365 is slow.
 */
export const bookReview =
  (parts: Parts): Casework['bookReview'] =>
  async (actor, ask) => {
    const seen = await parts.database.within(actor.scope, (tx) => permitted(tx, parts, actor, ask));
    const slot = slotOf(seen, ask);
    if (seen.state === 'proposed') await stillFree(parts, actor, seen, slot);
    const { caseRef } = await parts.database.within(actor.scope, (tx) => begin(tx, parts, actor, ask, slot));
    await answerInTime(parts.log, 'booking', () => finishBooking(parts, actor, actor.scope.organisation, ask.meeting));
    return parts.database.within(actor.scope, async (tx) =>
      bookedReply(tx, actor, ask.meeting, caseRef, parts.clock.today(actor.timeZone)),
    );
  };

type Ask = { meeting: string } & BookRequest;

async function permitted(tx: Transaction, parts: Parts, actor: Actor, ask: Ask, lock = false): Promise<MeetingRow> {
  const meeting = await meetingRow(tx, actor.scope.organisation, ask.meeting, lock);
  if (!meeting) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  await permit(tx, actor, 'schedule-review', meeting.pupilId, parts.clock.today(actor.timeZone));
  return meeting;
}

function slotOf(meeting: MeetingRow, ask: Ask): OfferedSlot {
  const slot = meeting.proposal?.slots.find((one) => one.id === ask.slot);
  if (!slot) throw new Refusal('changed-meanwhile', 'That time is no longer offered. Look at the dates again.');
  return slot;
}

const slotWords = (slot: OfferedSlot, actor: Actor, parts: Parts): string =>
  `${dayWords(slot.day, parts.clock.today(actor.timeZone))}, ${slot.from}`;

/** A proposal that lay for a while is held against the calendars again: somebody may have filled the time. */
async function stillFree(parts: Parts, actor: Actor, meeting: MeetingRow, slot: OfferedSlot): Promise<void> {
  const readAt = meeting.proposal?.calendarsReadAt;
  if (!readAt || minutesBetween(readAt, parts.clock.now()) <= FRESH_FOR) return;
  const people = await parts.database.within(actor.scope, (tx) => peopleOf(tx, actor.scope.organisation, meeting.id));
  const could = people.filter(
    (one) => one.person && one.email && slot.answers[meeting.proposal?.order.indexOf(one.key) ?? -1]?.words === 'Free',
  );
  const emails = could.flatMap((one) => one.email ?? []);
  if (emails.length === 0) return;
  const read = await calendarsInTime(parts, actor, emails, [slot.day, slot.day]);
  const gone = could.find((one) => {
    const calendar = read?.find((found) => found.email.toLowerCase() === one.email?.toLowerCase());
    const diary: Diary = { calendar: calendar && 'busy' in calendar ? calendar.busy : [], told: [], lessons: [], reviews: [] };
    return answerFor(one, diary, { from: slot.startsAt, to: slot.endsAt }, true).can === 'no';
  });
  if (gone)
    throw new Refusal(
      'changed-meanwhile',
      `${slotWords(slot, actor, parts)} has gone: ${gone.name} is no longer free. Look for dates again.`,
    );
}

/** Writes *being booked* and its job in one transaction. A second press of the same button finds it done and changes nothing. */
async function begin(tx: Transaction, parts: Parts, actor: Actor, ask: Ask, slot: OfferedSlot): Promise<{ caseRef: string }> {
  const organisation = actor.scope.organisation;
  const meeting = await permitted(tx, parts, actor, ask, true);
  const caseRef = meeting.caseRef ?? '';
  if (meeting.state === 'being-booked' || meeting.state === 'booked') {
    if (meeting.startsAt === slot.startsAt) return { caseRef };
    throw new Refusal('changed-meanwhile', 'Another time has been chosen for this review.');
  }
  if (meeting.state !== 'proposed') throw new Refusal('not-ready', 'This meeting can no longer be booked.');
  if (meeting.version !== ask.version) {
    throw new Refusal(
      'changed-meanwhile',
      `This moved on at ${localTimeOf(meeting.changedAt, actor.timeZone).time}. Look at the dates again.`,
    );
  }
  const taken = await takenBy(tx, organisation, meeting.id, slot);
  if (taken) {
    throw new Refusal(
      'changed-meanwhile',
      `${slotWords(slot, actor, parts)} has gone: ${taken.what} is taken for Review ${taken.caseRef}. Look for dates again.`,
    );
  }
  const now = parts.clock.now();
  const booking = { meeting: meeting.id, slot, agreed: ask.agreed, organiser: actor.person, transaction: parts.ids.next(), now };
  await beginBooking(tx, organisation, booking);
  await enqueue(tx, 'book-review', { meeting: meeting.id }, { key: meeting.id, runAt: addMinutes(now, QUEUE_AFTER) });
  await note(tx, parts, actor, 'book-review', meeting.pupilId, { meeting: meeting.id, slot: slot.id });
  return { caseRef };
}
