import { asWallClock, instantOf, localTimeOf } from '#domain/calendar/wall-clock.ts';
import { stepsBefore } from '#domain/meetings/preparation.ts';
import { invitationsBy } from '#domain/meetings/review-window.ts';
import { addAction } from '../actions/action-records.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { writeMeetingEvent } from './case-event-records.ts';
import { papersOf } from './circle-records.ts';
import { meetingRow } from './meeting-records.ts';
import { organisationZone } from './organisation-records.ts';
import { personName } from './people-records.ts';

/** When a reminder for the day is written. */
const MORNING = asWallClock('07:00');

/** All that follows from a booking, in the transaction that writes it: the case's event, tasks counted back, and the invitations' job. */
export async function afterBooking(tx: Transaction, parts: Parts, organisation: string, id: string): Promise<void> {
  const meeting = await meetingRow(tx, organisation, id);
  if (!meeting?.startsAt) return;
  const zone = await organisationZone(tx, organisation);
  const on = localTimeOf(meeting.startsAt, zone).day;
  const today = parts.clock.today(zone);
  if (meeting.purpose === 'annual-review') {
    await writeMeetingEvent(tx, organisation, {
      id: parts.ids.next(),
      pupil: meeting.pupilId,
      kind: 'review-meeting-booked',
      on,
      meeting: id,
      by: meeting.organiser,
      at: parts.clock.now(),
    });
  }
  const owner = meeting.organiser ? await personName(tx, organisation, meeting.organiser) : null;
  for (const { words, due } of stepsBefore(meeting.purpose, on, await papersOf(tx, organisation, meeting.pupilId, today), today)) {
    const own = { ownerId: meeting.organiser, ownerName: owner, due, at: parts.clock.now(), words: `${words} (Review ${meeting.caseRef})` };
    await addAction(tx, organisation, { id: parts.ids.next(), pupil: meeting.pupilId, meeting: null, item: null, ...own });
  }
  await enqueue(tx, 'invite-family', { meeting: id }, { key: id });
  const papersGo = invitationsBy(meeting.purpose, on);
  if (papersGo) await enqueue(tx, 'remind-of-papers', { meeting: id }, { key: id, runAt: instantOf(papersGo, MORNING, zone) });
}
