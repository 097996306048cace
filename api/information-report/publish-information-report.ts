import { countWords } from '#domain/calendar/wording.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { keepEdition } from './report-records.ts';
import { reportOf, schoolAsked, yearStarting } from './report-reply.ts';

/**
 * Keeps the report as it stands as an edition that is never changed, and starts its year anew (Children and Families Act 2014 s.69; SEND
 * Regulations 2014 reg 51). Refused while a box that the law asks for is empty; pressed twice on one text, it keeps one edition.
 */
export const publishInformationReport =
  (parts: Parts): Casework['publishInformationReport'] =>
  async (actor, { school: asked }) => {
    permitInHouse(actor, 'keep-information-report');
    const today = parts.clock.today(actor.timeZone);
    const school = schoolAsked(actor, asked);
    const year = yearStarting(today);
    return parts.database.within(actor.scope, async (tx) => {
      const report = await reportOf(tx, actor, school, year, today);
      const empty = report.gaps.filter(({ weight }) => weight === 'must');
      if (report.items.length === 0) throw new Refusal('not-ready', 'No such report is asked of schools here.');
      if (empty.length > 0)
        throw new Refusal(
          'not-ready',
          `The report cannot be published yet: ${countWords(empty.length, 'item')} of the law ${empty.length === 1 ? 'is' : 'are'} empty or not complete.`,
          empty.map(({ item, words }) => ({ field: item, reason: words })),
        );
      const [newest] = report.editions;
      if (newest && newest.on === today && report.changedSince.length === 0) return report;
      const items = report.items.map(({ id, title, words }) => ({ item: id, title, words }));
      const edition = { id: parts.ids.next(), school, year, on: today, by: actor.person, at: parts.clock.now(), items };
      await keepEdition(tx, actor.scope.organisation, edition);
      await note(tx, parts, actor, 'publish-information-report', undefined, { school, year, edition: edition.id });
      return reportOf(tx, actor, school, year, today);
    });
  };
