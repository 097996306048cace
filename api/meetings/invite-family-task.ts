import type { Scope } from '#domain/access/actor.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { parentSlotWords } from '#domain/calendar/wording.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import { invitationsBy } from '#domain/meetings/review-window.ts';
import { addAction } from '../actions/action-records.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { whereWords } from './already-arranged.ts';
import { writeMeetingEvent } from './case-event-records.ts';
import { type Addressee, familyToWriteTo, markSent, wasSent } from './letter-records.ts';
import { meetingJob } from './meeting-job.ts';
import { type MeetingRow, meetingRow } from './meeting-records.ts';
import { organisationZone } from './organisation-records.ts';
import { personName } from './people-records.ts';

/**
 * Writes the invitation to the family, who have no calendar of ours: one letter each, in plain words, named by the case. Who has no e-mail
 * address becomes a task on paper. Everyone else was invited by the event itself; with this the invitations have gone.
 */
export const inviteFamilyTask = meetingJob(async (parts, { organisation, meeting: id }) => {
  const scope: Scope = { organisation, schools: [] };
  const { meeting, family, zone } = await parts.database.within(scope, async (tx) => ({
    meeting: await meetingRow(tx, organisation, id),
    family: await familyToWriteTo(tx, organisation, id),
    zone: await organisationZone(tx, organisation),
  }));
  if (meeting?.state !== 'booked' || !meeting.startsAt) return;
  for (const one of family) if (one.email) await writeOnce(parts, scope, meeting, one, zone);
  await parts.database.within(scope, (tx) => invited(tx, parts, organisation, meeting, family, zone));
});

async function writeOnce(parts: Parts, scope: Scope, meeting: MeetingRow, { id, name, email }: Addressee, zone: string): Promise<void> {
  const key = `invitation/${meeting.id}/${id}/${meeting.startsAt}`;
  if (!email || (await parts.database.within(scope, (tx) => wasSent(tx, scope.organisation, key)))) return;
  await parts.graph.mail.send({ to: [{ name, email }], subject: `Review ${meeting.caseRef}`, text: letter(meeting, name, zone) });
  await parts.database.within(scope, (tx) => markSent(tx, scope.organisation, key));
}

function letter(meeting: MeetingRow, name: string, zone: string): string {
  const [start, end] = [meeting.startsAt, meeting.endsAt].map((at) => at && localTimeOf(at, zone));
  const when = start && end ? parentSlotWords(start.day, start.time, end.time) : '';
  const join = meeting.joinUrl ? ['', `To join from where you are, open: ${meeting.joinUrl}`] : [];
  return [
    `Dear ${name},`,
    '',
    `We have booked ${purposeFacts(meeting.purpose).named} as we agreed: ${when}.`,
    `Where: ${whereWords(meeting)}.`,
    ...join,
    '',
    'If the time no longer suits you, or you would like to bring someone, reply to this message or telephone the school.',
  ].join('\n');
}

/** The invitations have gone: the clock for them is met. What must go on paper is a task with the same day. */
async function invited(
  tx: Transaction,
  parts: Parts,
  organisation: string,
  meeting: MeetingRow,
  family: readonly Addressee[],
  zone: string,
): Promise<void> {
  const key = `invited/${meeting.id}/${meeting.startsAt}`;
  if (!meeting.startsAt || (await wasSent(tx, organisation, key))) return;
  await markSent(tx, organisation, key);
  const due = invitationsBy(meeting.purpose, localTimeOf(meeting.startsAt, zone).day);
  const onPaper = family.filter((one) => one.required && !one.email);
  const ownerName = meeting.organiser ? await personName(tx, organisation, meeting.organiser) : null;
  for (const { name } of onPaper) {
    const words = `Send the invitation to ${name} on paper (Review ${meeting.caseRef})`;
    const action = {
      id: parts.ids.next(),
      pupil: meeting.pupilId,
      meeting: null,
      item: null,
      words,
      ownerId: meeting.organiser,
      ownerName,
      due,
      at: parts.clock.now(),
    };
    await addAction(tx, organisation, action);
  }
  if (meeting.purpose !== 'annual-review' || onPaper.length > 0) return;
  const on = parts.clock.today(zone);
  const event = {
    id: parts.ids.next(),
    pupil: meeting.pupilId,
    kind: 'review-invitations-sent',
    on,
    meeting: meeting.id,
    by: meeting.organiser,
    at: parts.clock.now(),
  };
  await writeMeetingEvent(tx, organisation, event);
}
