import { z } from 'zod';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { changesIn, type EventNow, type OutlookChange } from '#domain/watching/moved-meeting.ts';
import { addAction } from '../actions/action-records.ts';
import { append } from '../audit/audit-records.ts';
import { rewriteEvent, takeOutEvent } from '../clocks/event-records.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { organisationZone } from '../meetings/organisation-records.ts';
import { personName } from '../meetings/people-records.ts';
import type { Parts } from '../parts.ts';
import { type BookedMeeting, bookedAhead, bookedEvents, bookedMeeting, cancelMeeting, moveMeeting, saveReplies } from './booked-records.ts';

const payload = z.object({ organisation: z.guid() });

/**
 * Brings booked meetings to where Outlook has them. Every meeting that lies ahead is looked at, twenty a request, so that it does not matter
 * which notification came, came twice or never: moved there, it is moved here and the organiser is asked to tell the family, whom Outlook
 * does not know; cancelled there, another date is asked for; replies are kept.
 */
export const followCalendarTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation } = payload.parse(job);
    const scope = { organisation, schools: [] };
    const ahead = await parts.database.within(scope, (tx) => bookedAhead(tx, organisation, parts.clock.now()));
    if (ahead.length === 0) return;
    const events = await parts.graph.events.look(ahead.map(({ event }) => event));
    for (const [index, { id, event }] of ahead.entries())
      await parts.database.within(scope, (tx) => settle(tx, parts, organisation, id, event, events[index] ?? null));
  };

/** Holds the meeting as it is now against the event: it may have moved on since it was read. */
async function settle(tx: Transaction, parts: Parts, organisation: string, id: string, event: string, now: EventNow): Promise<void> {
  const meeting = await bookedMeeting(tx, organisation, id);
  if (!meeting || meeting.event !== event) return;
  for (const change of changesIn(meeting, now)) await follow(tx, parts, organisation, meeting, change);
}

async function follow(tx: Transaction, parts: Parts, organisation: string, meeting: BookedMeeting, change: OutlookChange): Promise<void> {
  const now = parts.clock.now();
  const zone = await organisationZone(tx, organisation);
  const at = (moment: Instant): string => {
    const { day, time } = localTimeOf(moment, zone);
    return `${dayWords(day, parts.clock.today(zone))}, ${time}`;
  };
  switch (change.kind) {
    case 'replied':
      return saveReplies(tx, organisation, meeting.id, change.replies);
    case 'moved':
      await moveMeeting(tx, organisation, meeting.id, change, now);
      await moveBooking(tx, parts, organisation, meeting.id, localTimeOf(change.startsAt, zone).day);
      await ask(
        tx,
        parts,
        organisation,
        meeting,
        `Review ${meeting.caseRef} was moved in Outlook to ${at(change.startsAt)}: tell the family`,
      );
      break;
    case 'cancelled':
      await cancelMeeting(tx, organisation, meeting.id, now);
      await callOffBooking(tx, parts, organisation, meeting.id);
      await ask(
        tx,
        parts,
        organisation,
        meeting,
        `Review ${meeting.caseRef} of ${at(meeting.startsAt)} was cancelled in Outlook: find another date`,
      );
      break;
    default:
      return change satisfies never;
  }
  await enqueue(tx, 'recount-clocks', { pupil: meeting.pupil }, { key: meeting.pupil });
  const details = { meeting: meeting.id, change: change.kind };
  await append(tx, {
    organisation,
    id: parts.ids.next(),
    at: now,
    actor: null,
    deed: 'follow-outlook',
    about: meeting.pupil,
    count: 1,
    details,
    door: 'queue',
  });
}

/** The case says the day that Outlook says now, and keeps the one it said before. */
async function moveBooking(tx: Transaction, parts: Parts, organisation: string, meeting: string, on: Day): Promise<void> {
  const settling = { by: null, at: parts.clock.now() };
  for (const event of await bookedEvents(tx, organisation, meeting))
    if (event.on !== on)
      await rewriteEvent(
        tx,
        organisation,
        { ...event, on, ...settling },
        { copy: parts.ids.next(), reason: 'The meeting was moved in Outlook' },
      );
}

/** The meeting is booked no more. That it was, and why it is not, stays in the case. */
async function callOffBooking(tx: Transaction, parts: Parts, organisation: string, meeting: string): Promise<void> {
  const settling = { by: null, at: parts.clock.now(), reason: 'The meeting was cancelled in Outlook' };
  for (const { id } of await bookedEvents(tx, organisation, meeting)) await takeOutEvent(tx, organisation, id, settling);
}

/** What the organiser has to do about it, due today. */
async function ask(tx: Transaction, parts: Parts, organisation: string, meeting: BookedMeeting, words: string): Promise<void> {
  const due = parts.clock.today(await organisationZone(tx, organisation));
  const ownerName = meeting.organiser ? await personName(tx, organisation, meeting.organiser) : null;
  const own = { ownerId: meeting.organiser, ownerName, due, at: parts.clock.now(), words };
  await addAction(tx, organisation, { id: parts.ids.next(), pupil: meeting.pupil, meeting: null, item: null, ...own });
}
