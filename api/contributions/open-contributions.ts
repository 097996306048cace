import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { contributionsReply } from './contributions-reply.ts';

/** What was asked about a pupil, of whom, and what came of it, side by side. */
export const openContributions =
  (parts: Parts): Casework['openContributions'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'read-casework', ask.pupil, today);
      await note(tx, parts, actor, 'open-contributions', ask.pupil);
      return contributionsReply(tx, actor, ask.pupil, today);
    });
  };
