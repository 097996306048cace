import type { Scope } from '#domain/access/actor.ts';
import type { Parts } from '../parts.ts';
import { colleaguesToWriteTo, familyToWriteTo, markSent, wasSent } from './letter-records.ts';
import { meetingJob } from './meeting-job.ts';
import { type MeetingRow, meetingRow } from './meeting-records.ts';

/** Sends the link to the minutes to each of those who were asked and may be written to today, one letter each and once. */
export const sendMinutesTask = meetingJob(async (parts, { organisation, meeting: id }) => {
  const scope: Scope = { organisation, schools: [] };
  const { meeting, people } = await parts.database.within(scope, async (tx) => ({
    meeting: await meetingRow(tx, organisation, id),
    people: [...(await familyToWriteTo(tx, organisation, id)), ...(await colleaguesToWriteTo(tx, organisation, id))],
  }));
  if (!meeting?.minutesUrl) return;
  for (const { id: person, name, email } of people) {
    if (email) await sendOnce(parts, scope, `minutes/${id}/${person}`, meeting, { name, email });
  }
});

async function sendOnce(parts: Parts, scope: Scope, key: string, meeting: MeetingRow, to: { name: string; email: string }): Promise<void> {
  if (await parts.database.within(scope, (tx) => wasSent(tx, scope.organisation, key))) return;
  await parts.graph.mail.send({ to: [to], subject: `Minutes, Review ${meeting.caseRef}`, text: letter(meeting, to.name) });
  await parts.database.within(scope, (tx) => markSent(tx, scope.organisation, key));
}

const letter = (meeting: MeetingRow, name: string): string =>
  [
    `Dear ${name},`,
    '',
    `The minutes of Review ${meeting.caseRef} are ready: ${meeting.minutesUrl}`,
    '',
    'If the link does not open for you, reply to this message and the school will send you a copy another way.',
    'If something in them is not as you remember it, tell us within two weeks and your words will be added.',
  ].join('\n');
