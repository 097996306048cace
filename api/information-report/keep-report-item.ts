import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Overtaken, Refusal } from '../refusal.ts';
import { keepItem } from './report-records.ts';
import { reportOf, schoolAsked, yearStarting } from './report-reply.ts';

/**
 * Keeps the words of one item for this school year, and that they were confirmed today. The text of the year before stays as it was; so does
 * every edition that was published.
 */
export const keepReportItem =
  (parts: Parts): Casework['keepReportItem'] =>
  async (actor, { school: asked, item, words, version }) => {
    permitInHouse(actor, 'keep-information-report');
    const today = parts.clock.today(actor.timeZone);
    const school = schoolAsked(actor, asked);
    const year = yearStarting(today);
    return parts.database.within(actor.scope, async (tx) => {
      const report = await reportOf(tx, actor, school, year, today);
      if (!report.items.some(({ id }) => id === item)) throw new Refusal('not-found', 'The report has no such item.');
      const kept = { school, year, item, words, on: today, by: actor.person, at: parts.clock.now() };
      if (!(await keepItem(tx, actor.scope.organisation, kept, version)))
        throw new Overtaken('Somebody changed this item after you opened it. Nothing of yours was saved; compare it with what stands now.');
      await note(tx, parts, actor, 'keep-report-item', undefined, { school, year, item });
      return reportOf(tx, actor, school, year, today);
    });
  };
