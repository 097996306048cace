import { moveTo, running } from '#domain/meetings/record.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { meetingState } from './meeting-state.ts';
import { saveRunning } from './running-records.ts';

/** Moves the meeting to its next item, or to the one named. Two people who press *Next item* at once move it by one. */
export const nextItem =
  (parts: Parts): Casework['nextItem'] =>
  (actor, { item, ...change }) =>
    changeMeeting(parts, actor, 'next-item', 'moves', change, async (tx, meeting) => {
      const moved = moveTo(allowed(running(meetingState(meeting))), item);
      await saveRunning(tx, actor.scope.organisation, meeting.id, moved, parts.clock.now());
    });
