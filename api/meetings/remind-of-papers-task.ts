import type { Scope } from '#domain/access/actor.ts';
import { paperLine } from '#domain/meetings/readiness.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { whenWords } from './already-arranged.ts';
import { papersOf } from './circle-records.ts';
import { markSent, wasSent } from './letter-records.ts';
import { meetingJob } from './meeting-job.ts';
import { meetingRow } from './meeting-records.ts';
import { organisationZone } from './organisation-records.ts';
import { personToWriteTo } from './people-records.ts';

/**
 * On the day the papers must go, tells whoever arranges the review what is in and what is not. Nothing is sent to anybody else unseen.
 * A review that was moved or called off is not reminded of.
 */
export const remindOfPapersTask = meetingJob(async (parts, { organisation, meeting }) => {
  const scope: Scope = { organisation, schools: [] };
  const letter = await parts.database.within(scope, (tx) => reminder(tx, parts, organisation, meeting));
  if (!letter) return;
  await parts.graph.mail.send(letter);
  await parts.database.within(scope, (tx) => markSent(tx, organisation, letter.key));
});

async function reminder(tx: Transaction, parts: Parts, organisation: string, id: string) {
  const meeting = await meetingRow(tx, organisation, id);
  const key = `papers/${id}/${meeting?.startsAt}`;
  if (meeting?.state !== 'booked' || !meeting.organiser || (await wasSent(tx, organisation, key))) return null;
  const to = await personToWriteTo(tx, organisation, meeting.organiser);
  if (!to) return null;
  const zone = await organisationZone(tx, organisation);
  const today = parts.clock.today(zone);
  const papers = await papersOf(tx, organisation, meeting.pupilId, today);
  const lines = papers.map((paper) => paperLine(paper, 'The pupil', today)).map(({ words, detail }) => `${words}: ${detail}`);
  const text = [
    `The papers for Review ${meeting.caseRef} go out today. The meeting is on ${whenWords(meeting, zone, today)}.`,
    '',
    ...(lines.length > 0 ? lines : ['No paper was asked for.']),
  ].join('\n');
  return { key, to: [to], subject: `Papers for Review ${meeting.caseRef}`, text };
}
