import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { openHouse } from '../clocks/recount.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { caseOf } from './pupil-records.ts';
import { timelineOf } from './timeline-of.ts';

/** All of a pupil's timeline, the newest first, for a reader who narrows or prints it. */
export const openTimeline =
  (parts: Parts): Casework['openTimeline'] =>
  async (actor, { pupil }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'open-pupil', pupil, today);
      const stored = await caseOf(tx, actor, pupil, today);
      if (!stored) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      const house = await openHouse(tx, actor.scope.organisation);
      await note(tx, parts, actor, 'open-timeline', pupil);
      return { entries: timelineOf(stored, today, house?.setting(stored.school, today).rules.events ?? {}) };
    });
  };
