import { start } from '#domain/meetings/record.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { meetingState } from './meeting-state.ts';
import { prefillAttendance, saveRunning } from './running-records.ts';

/** Opens the record at the first item; those who accepted are taken to be there. Starting a running meeting changes nothing. */
export const startMeeting =
  (parts: Parts): Casework['startMeeting'] =>
  (actor, change) =>
    changeMeeting(parts, actor, 'start-meeting', 'adds', change, async (tx, meeting) => {
      const now = parts.clock.now();
      const running = allowed(start(meetingState(meeting), meeting.agenda.length, now));
      if (meeting.state === 'running') return;
      await prefillAttendance(tx, actor.scope.organisation, meeting.id);
      await saveRunning(tx, actor.scope.organisation, meeting.id, running, now);
    });
