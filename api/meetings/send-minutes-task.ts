import { createHash } from 'node:crypto';
import type { Scope } from '#domain/access/actor.ts';
import { usualEnd } from '#domain/access/link.ts';
import { append } from '../audit/audit-records.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { type LinkToSave, saveLink } from '../links/link-records.ts';
import { readableWords } from '../links/reading-records.ts';
import type { Parts } from '../parts.ts';
import { type Addressee, colleaguesToWriteTo, coordinatorOfMeeting, familyToWriteTo, markSent, wasSent } from './letter-records.ts';
import { meetingJob } from './meeting-job.ts';
import { type MeetingRow, meetingRow } from './meeting-records.ts';
import { organisationZone } from './organisation-records.ts';

/**
 * Sends the minutes to each of those who were asked and may be written to today, once: to colleagues the address of the file; to the
 * family and to people from outside, who cannot open the library, a link of their own to read them by, with a code first.
 */
export const sendMinutesTask = meetingJob(async (parts, { organisation, meeting: id }) => {
  const scope: Scope = { organisation, schools: [] };
  const { meeting, people, maker } = await parts.database.within(scope, async (tx) => ({
    meeting: await meetingRow(tx, organisation, id),
    people: [...(await familyToWriteTo(tx, organisation, id)), ...(await colleaguesToWriteTo(tx, organisation, id))],
    maker: await coordinatorOfMeeting(tx, organisation, id),
  }));
  if (!meeting?.minutesUrl) return;
  for (const person of people) {
    if (!person.email) continue;
    const key = `minutes/${id}/${person.id}`;
    if ((person.contact || person.outside) && maker) await sendLinkOnce(parts, scope, key, meeting, person, maker);
    else await sendOnce(parts, scope, key, meeting, { name: person.name, email: person.email });
  }
});

/** The link, its letter's job and the note that it was made stand in one transaction; its id is the same each time. */
const sendLinkOnce = (parts: Parts, scope: Scope, key: string, meeting: MeetingRow, person: Addressee, maker: string): Promise<void> =>
  parts.database.within(scope, async (tx) => {
    const { organisation } = scope;
    if (await wasSent(tx, organisation, key)) return;
    const words = await readableWords(tx, organisation, meeting.pupilId, meeting.id);
    const now = parts.clock.now();
    const link: LinkToSave = {
      id: idFrom(organisation, key),
      pupil: meeting.pupilId,
      contact: person.contact,
      person: person.contact ? null : person.person,
      purpose: 'read',
      about: meeting.id,
      aboutWords: `To read: ${words ?? 'Minutes'}`,
      madeBy: maker,
      madeAt: now,
      endsOn: usualEnd(parts.clock.today(await organisationZone(tx, organisation))),
    };
    await saveAndSend(tx, parts, organisation, link);
    await markSent(tx, organisation, key);
  });

const saveAndSend = async (tx: Transaction, parts: Parts, organisation: string, link: LinkToSave): Promise<void> => {
  if (!(await saveLink(tx, organisation, link))) return;
  await enqueue(tx, 'send-link', { link: link.id }, { key: link.id });
  const details = { link: link.id, purpose: link.purpose, contact: link.contact, person: link.person, until: link.endsOn };
  const [id, at] = [parts.ids.next(), parts.clock.now()];
  await append(tx, { organisation, id, at, actor: link.madeBy, deed: 'send-link', about: link.pupil, count: 1, details, door: 'queue' });
};

/** One link for one person and meeting, however often the job runs. */
const idFrom = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

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
