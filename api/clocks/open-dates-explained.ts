import type { DatesExplained } from '#contract/dates-explained.ts';
import { explainArgued } from '#domain/timelines/argued-date-explained.ts';
import { ARGUED_DATES, ARGUED_OWNERS } from '#domain/timelines/argued-dates.ts';
import { permitInHouse } from '../access/permit.ts';
import { readerOf } from '../caseload/reader-of.ts';
import type { Casework } from '../casework.ts';
import { explainedShown } from './explained-shown.ts';

/** Dates that coordinators argue about, each worked out in a made-up case by the same rules as every clock. Shows no record. */
export const openDatesExplained =
  (): Casework['openDatesExplained'] =>
  async (actor): Promise<DatesExplained> => {
    permitInHouse(actor, 'open-compliance');
    return {
      dates: ARGUED_DATES.map((date) => {
        const { clock, explanation, setting } = explainArgued(date);
        const council = clock.owedBy === 'local-authority' ? ARGUED_OWNERS['local-authority'] : undefined;
        const around = { owner: council ? { words: council } : undefined, reader: readerOf(actor), today: setting.today };
        return {
          id: date.id,
          question: date.question,
          answer: date.answer,
          often: date.often,
          nation: setting.rules.name,
          seenOn: setting.today,
          explained: explainedShown(`${clock.rule.id}~${date.id}`, clock, explanation, around),
        };
      }),
    };
  };
