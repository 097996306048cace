import { offTheRecord, running } from '#domain/meetings/record.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { meetingState } from './meeting-state.ts';
import { addEntryRow, endOffRecord, saveRunning } from './running-records.ts';

/** Off the record and back on it: the minutes keep the two times and nothing between them. Anybody's press counts, old sight or not. */
export const goOffRecord =
  (parts: Parts): Casework['goOffRecord'] =>
  (actor, { off, ...change }) =>
    changeMeeting(parts, actor, off ? 'go-off-record' : 'go-on-record', 'adds', change, async (tx, meeting) => {
      const organisation = actor.scope.organisation;
      const now = parts.clock.now();
      const before = allowed(running(meetingState(meeting)));
      const after = offTheRecord(before, off, now);
      if (after === before) return;
      const stretch = {
        id: change.request,
        item: before.currentItem,
        kind: 'off-record',
        words: null,
        saidBy: null,
        by: actor.person,
        at: now,
      };
      if (off) await addEntryRow(tx, organisation, meeting.id, stretch);
      else await endOffRecord(tx, organisation, meeting.id, now);
      await saveRunning(tx, organisation, meeting.id, after, now);
    });
