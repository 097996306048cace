import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { accessReply } from './access-reply.ts';
import { permit } from './permit.ts';

/** Who may see this record, why, until when, and who has: for whoever answers for the case. */
export const openAccess =
  (parts: Parts): Casework['openAccess'] =>
  (actor, { pupil }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'see-access', pupil, today);
      await note(tx, parts, actor, 'open-access', pupil);
      return accessReply(tx, actor, pupil, today);
    });
  };
