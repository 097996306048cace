import { running } from '#domain/meetings/record.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { meetingState } from './meeting-state.ts';
import { moveOn, saveAttendance } from './running-records.ts';

/** Who is here, in the room or from afar. Attendance is a fact and no part of what is said, so it is noted off the record too. */
export const noteAttendance =
  (parts: Parts): Casework['noteAttendance'] =>
  (actor, { people, ...change }) =>
    changeMeeting(parts, actor, 'note-attendance', 'adds', change, async (tx, meeting) => {
      allowed(running(meetingState(meeting)));
      await saveAttendance(tx, actor.scope.organisation, meeting.id, people);
      await moveOn(tx, actor.scope.organisation, meeting.id, parts.clock.now());
    });
