import type { Actor, Scope } from '#domain/access/actor.ts';
import { type HeldMeeting, minutesFileName, minutesOf } from '#domain/meetings/minutes.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { composeMinutes } from '../plans/document/compose-minutes.ts';
import { templateFor } from '../plans/document/shipped-templates.ts';
import { whereWords } from './already-arranged.ts';
import { type MeetingRow, meetingRow, peopleOf } from './meeting-records.ts';
import { linkMinutes, schoolOf } from './minutes-records.ts';
import { organisationPlace, organisationZone } from './organisation-records.ts';
import { personName } from './people-records.ts';
import { entriesOf } from './running-records.ts';
import { membersOf } from './team-records.ts';

/**
 * Composes the minutes of a held meeting and files them in the case folder under a name that is the same each time; so it may be repeated
 * by anybody, and there is one file. Does nothing where the minutes are filed already.
 */
export async function fileMinutes(parts: Parts, actor: Actor | null, organisation: string, id: string): Promise<void> {
  const scope: Scope = { organisation, schools: actor?.scope.schools ?? [] };
  const held = await parts.database.within(scope, async (tx) => {
    const meeting = await meetingRow(tx, organisation, id);
    return meeting?.state === 'held' && !meeting.minutesName ? heldMeeting(tx, organisation, meeting) : null;
  });
  if (!held) return;
  const minutes = minutesOf(held.meeting);
  const template = templateFor('minutes', minutes.jurisdiction, minutes.on);
  if (!template) throw new Error('there is no template for minutes');
  const document = composeMinutes(minutes, template, held.meeting.finishedAt, parts.addIn);
  if (!document.ok) throw new Error(`the minutes could not be composed: ${document.why}`);
  const file = await parts.graph.files.save(actor, minutes.caseRef, minutesFileName(minutes.caseRef, minutes.on), document.bytes);
  await parts.database.within(scope, async (tx) => {
    const { recorder: from, on } = minutes;
    const filed = { id: parts.ids.next(), meeting: id, pupil: held.pupil, file, from, on, at: parts.clock.now() };
    if (await linkMinutes(tx, organisation, filed)) await enqueue(tx, 'send-minutes', { meeting: id }, { key: id });
  });
}

const withExcusals = async (tx: Transaction, organisation: string, meeting: string): Promise<HeldMeeting['people']> => {
  const excusals = new Map((await membersOf(tx, organisation, meeting)).map(({ id, excusal }) => [id, excusal]));
  return (await peopleOf(tx, organisation, meeting)).map((person) => ({ ...person, excusal: excusals.get(person.id) ?? null }));
};

type Held = { readonly meeting: HeldMeeting; readonly pupil: string };

/** Null for a meeting that was brought in as held and has no record of its own: there is nothing to write minutes of. */
async function heldMeeting(tx: Transaction, organisation: string, row: MeetingRow): Promise<Held | null> {
  const { startedAt, finishedAt } = row;
  if (!startedAt || !finishedAt) return null;
  const meeting: HeldMeeting = {
    id: row.id,
    title: purposeFacts(row.purpose).title,
    caseRef: row.caseRef ?? '',
    school: await schoolOf(tx, organisation, row.pupilId),
    startedAt,
    finishedAt,
    zone: await organisationZone(tx, organisation),
    jurisdiction: await organisationPlace(tx, organisation),
    place: whereWords(row),
    recorder: (row.organiser && (await personName(tx, organisation, row.organiser))) || 'The coordinator',
    agenda: row.agenda,
    people: await withExcusals(tx, organisation, row.id),
    entries: await entriesOf(tx, organisation, row.id),
  };
  return { meeting, pupil: row.pupilId };
}
