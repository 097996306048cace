import type { BookedReview } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import { comingWords, papersWords } from '#domain/meetings/readiness.ts';
import { afterwards, invitationsBy } from '#domain/meetings/review-window.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { whenWords, whereWords } from './already-arranged.ts';
import { papersOf } from './circle-records.ts';
import { meetingRow, peopleOf } from './meeting-records.ts';

/** *Review booked*, as the card and the page say it; `being-booked` where Microsoft 365 has not answered yet. */
export async function bookedReply(tx: Transaction, actor: Actor, id: string, caseRef: string, today: Day): Promise<BookedReview> {
  const organisation = actor.scope.organisation;
  const meeting = await meetingRow(tx, organisation, id);
  if (!meeting?.startsAt) throw new Refusal('changed-meanwhile', 'This meeting is not booked any more.');
  const on = localTimeOf(meeting.startsAt, actor.timeZone).day;
  const by = invitationsBy(meeting.purpose, on);
  const papers = papersWords(await papersOf(tx, organisation, meeting.pupilId, today));
  const after = afterwards(meeting.purpose, on);
  return {
    meeting: id,
    version: meeting.version,
    caseRef,
    pupil: { id: meeting.pupilId, name: `${meeting.givenName} ${meeting.surname}` },
    title: purposeFacts(meeting.purpose).title,
    state: meeting.state === 'being-booked' ? 'being-booked' : 'booked',
    startsAt: meeting.startsAt,
    when: whenWords(meeting, actor.timeZone, today),
    where: whereWords(meeting),
    coming: comingWords(await peopleOf(tx, organisation, id)),
    papers: by ? `${papers}; to be sent by ${dayWords(by, today)}` : papers,
    afterwards: after ? `Report ${dayWords(after.report, today)} · decision ${dayWords(after.decision, today)}` : 'Minutes the same day',
    joinUrl: meeting.joinUrl,
  };
}
