import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { meetingRow } from './meeting-records.ts';
import { proposalReply } from './proposal-reply.ts';

/** The three slots as they were last offered, without asking any calendar again. */
export const openProposal =
  (parts: Parts): Casework['openProposal'] =>
  (actor, { meeting }) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const found = await meetingRow(tx, actor.scope.organisation, meeting);
      if (!found) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'schedule-review', found.pupilId, today);
      await note(tx, parts, actor, 'open-proposal', found.pupilId, { meeting });
      return proposalReply(tx, actor, meeting, today);
    });
