import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { meetingRow } from './meeting-records.ts';
import { meetingReply } from './meeting-reply.ts';

/** The meeting as it stands, for those who record it; what was said there is not for every teacher of the pupil. */
export const openMeeting =
  (parts: Parts): Casework['openMeeting'] =>
  (actor, { meeting }) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const found = await meetingRow(tx, actor.scope.organisation, meeting);
      if (!found) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'record-meeting', found.pupilId, today);
      await note(tx, parts, actor, 'open-meeting', found.pupilId, { meeting });
      return meetingReply(tx, actor, meeting, today);
    });
