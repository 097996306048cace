import { running } from '#domain/meetings/record.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { meetingState } from './meeting-state.ts';
import { ownerOfAction } from './owner-of-action.ts';
import { moveOn, settle } from './running-records.ts';

/** Gives an action of this meeting its one owner and its date, so that *Finish* no longer waits for it. */
export const settleAction =
  (parts: Parts): Casework['settleAction'] =>
  (actor, { action, owner, due, ...change }) =>
    changeMeeting(parts, actor, 'settle-action', 'adds', change, async (tx, meeting) => {
      const organisation = actor.scope.organisation;
      allowed(running(meetingState(meeting)));
      const given = await ownerOfAction(tx, organisation, meeting.id, owner);
      if (!(await settle(tx, organisation, meeting.id, action, given, due)))
        throw new Refusal('not-found', 'This meeting has no such action.');
      await moveOn(tx, organisation, meeting.id, parts.clock.now());
    });
