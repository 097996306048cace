import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { forMany } from './for-many.ts';
import { writeReviewMonth } from './many-records.ts';

/**
 * Plans the next review of several pupils for a month. It narrows the search for a date to that month where the law leaves it open, and
 * moves no date that the law sets.
 */
export const planReviewMonth =
  (parts: Parts): Casework['planReviewMonth'] =>
  async (actor, { pupils, month }) => {
    const today = parts.clock.today(actor.timeZone);
    if (month && month < today.slice(0, 7)) throw new Refusal('not-valid', 'That month is past.', [{ field: 'month', reason: 'is past' }]);
    return parts.database.within(actor.scope, async (tx) => {
      const reply = await forMany(tx, actor, {
        deed: 'schedule-review',
        pupils,
        today,
        judge: ({ reviewMonth }) => (reviewMonth === month ? 'already' : 'do'),
        write: (changed) => writeReviewMonth(tx, actor.scope.organisation, changed, month),
      });
      await note(tx, parts, actor, 'plan-review-month', reply.done, { month });
      return reply;
    });
  };
