import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { openActionsOf } from './action-records.ts';
import { actionsReply } from './actions-reply.ts';

/** My open actions, or everyone's for the pupils I may see; overdue ones come first. */
export const openActions =
  (parts: Parts): Casework['openActions'] =>
  (actor, { everyone = false }) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const rows = await openActionsOf(tx, actor, today, everyone);
      await note(tx, parts, actor, 'open-actions', [...new Set(rows.flatMap((row) => row.pupil ?? []))]);
      return actionsReply(rows, actor, today);
    });
  };
