import type { Day } from '#domain/calendar/day.ts';
import { addMinutes, localTimeOf } from '#domain/calendar/wall-clock.ts';
import { blockersOf, running } from '#domain/meetings/record.ts';
import { ownersOfMeeting } from '../actions/action-records.ts';
import type { Casework } from '../casework.ts';
import { tell } from '../conversations/tell.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { answerInTime } from './answer-in-time.ts';
import { writeMeetingEvent } from './case-event-records.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { fileMinutes } from './file-minutes.ts';
import { meetingReply } from './meeting-reply.ts';
import { meetingState } from './meeting-state.ts';
import { endOffRecord, entriesOf, saveHeld } from './running-records.ts';

/** The queue files the minutes if the person's own attempt has not after this many minutes. */
const QUEUE_AFTER = 1;

/** The event that starts the clocks of each kind of meeting. */
const HELD = {
  'annual-review': 'review-meeting-held',
  'support-review': 'support-meeting-held',
  'parent-meeting': 'support-meeting-held',
} as const;

/**
 * Ends the meeting: waits for every action to have an owner and a date, writes *held* with the event that starts the clocks and the job
 * that files the minutes, tells those who were given something to do, and tries to file the minutes at once.
 */
export const finishMeeting =
  (parts: Parts): Casework['finishMeeting'] =>
  async (actor, change) => {
    const organisation = actor.scope.organisation;
    await changeMeeting(parts, actor, 'finish-meeting', 'moves', change, async (tx, meeting) => {
      const { startedAt } = allowed(running(meetingState(meeting)));
      const waits = blockersOf((await entriesOf(tx, organisation, meeting.id)).filter((entry) => entry.kind === 'action'));
      if (waits.length > 0) throw new Refusal('not-ready', waits.join(' '));
      const now = parts.clock.now();
      await endOffRecord(tx, organisation, meeting.id, now);
      await saveHeld(tx, organisation, meeting.id, now);
      const on: Day = localTimeOf(startedAt, actor.timeZone).day;
      const event = {
        id: parts.ids.next(),
        pupil: meeting.pupilId,
        kind: HELD[meeting.purpose],
        on,
        meeting: meeting.id,
        by: actor.person,
        at: now,
      };
      await writeMeetingEvent(tx, organisation, event);
      await enqueue(tx, 'file-minutes', { meeting: meeting.id }, { key: meeting.id, runAt: addMinutes(now, QUEUE_AFTER) });
      const owners = await ownersOfMeeting(tx, organisation, meeting.id);
      for (const to of owners.filter((owner) => owner !== actor.person))
        await tell(tx, { about: 'actions-given', meeting: meeting.id, to });
    });
    await answerInTime(parts.log, 'minutes', () => fileMinutes(parts, actor, organisation, change.meeting));
    return parts.database.within(actor.scope, (tx) => meetingReply(tx, actor, change.meeting, parts.clock.today(actor.timeZone)));
  };
