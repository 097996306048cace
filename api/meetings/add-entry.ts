import { takesEntries } from '#domain/meetings/record.ts';
import { addAction } from '../actions/action-records.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { allowed, changeMeeting } from './change-meeting.ts';
import { meetingState } from './meeting-state.ts';
import { ownerOfAction } from './owner-of-action.ts';
import { addEntryRow, moveOn } from './running-records.ts';

/**
 * Writes down a decision, an action, a view or a disagreement under the item that is open. Two people may write at once; a repeat of
 * the same request writes nothing. Refused while the meeting is off the record.
 */
export const addEntry =
  (parts: Parts): Casework['addEntry'] =>
  (actor, { kind, words, saidBy, owner, due, ...change }) =>
    changeMeeting(parts, actor, 'add-entry', 'adds', change, async (tx, meeting) => {
      const organisation = actor.scope.organisation;
      const item = allowed(takesEntries(meetingState(meeting))).currentItem;
      const at = parts.clock.now();
      if (kind === 'action') {
        const given = owner ? await ownerOfAction(tx, organisation, meeting.id, owner) : { id: null, name: null };
        const own = { ownerId: given.id, ownerName: given.name, due: due ?? null, at };
        await addAction(tx, organisation, { id: change.request, pupil: meeting.pupilId, meeting: meeting.id, item, words, ...own });
      } else {
        const entry = { id: change.request, item, kind, words, saidBy: saidBy ?? null, by: actor.person, at };
        await addEntryRow(tx, organisation, meeting.id, entry);
      }
      await moveOn(tx, organisation, meeting.id, at);
    });
