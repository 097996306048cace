import type { Day } from '#domain/calendar/day.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { LONGEST_SENTENCE, READS_FROM, type Reading, unexplainedIn } from '#domain/information-report/plain-words.ts';
import type { ReportItem } from '#domain/information-report/report-item.ts';
import { listed } from '#domain/plans/gap.ts';

/** What the record holds for one item: its text, when it was last confirmed, and how it reads. */
export type WrittenItem = { readonly words: string; readonly confirmedOn: Day | null; readonly reading: Reading | null };

/** What a report lacks. Only what the law asks for (`must`) stands against publishing it. */
export type ReportGap = {
  readonly item: string;
  readonly title: string;
  readonly words: string;
  readonly citation: string;
  readonly weight: 'must' | 'think';
};

type Found = Pick<ReportGap, 'words' | 'weight'>;

const CONTACT = /@|\d[\d ]{6,}/;
const LINK = /https?:\/\/|www\.|\.gov\.uk|\.org/i;

const lacking = ({ holds }: ReportItem, words: string): Found[] => {
  if (holds === 'contact' && !CONTACT.test(words)) return [{ words: 'No telephone number or e-mail address is given.', weight: 'must' }];
  if (holds === 'link' && !LINK.test(words)) return [{ words: 'No web address is given.', weight: 'must' }];
  return [];
};

const unconfirmed = (confirmedOn: Day | null, today: Day): Found[] => {
  if (confirmedOn !== null && confirmedOn >= schoolYearOf(today).from) return [];
  const words = confirmedOn
    ? `Last confirmed ${dayWordsWithYear(confirmedOn)}. Read it again this school year.`
    : 'Nobody has confirmed it yet.';
  return [{ words, weight: 'think' }];
};

const hardToRead = ({ words, reading }: WrittenItem, report: string): Found[] => {
  const unexplained = unexplainedIn(words, report);
  return [
    ...(reading && reading.age > READS_FROM ? [`Reads easily from about age ${Math.round(reading.age)}; shorter words would help.`] : []),
    ...(reading && reading.longest > LONGEST_SENTENCE ? [`The longest sentence has ${reading.longest} words.`] : []),
    ...(unexplained.length > 0 ? [`Not explained anywhere in the report: ${listed(unexplained, 'or')}.`] : []),
  ].map((found): Found => ({ words: found, weight: 'think' }));
};

/**
 * Holds a report against what its nation asks for: boxes that are empty or of no use first, with the law; then what was not confirmed this
 * school year, and what a family would find hard to read.
 */
export const missingFromReport = (
  items: readonly ReportItem[],
  written: ReadonlyMap<string, WrittenItem>,
  today: Day,
): readonly ReportGap[] => {
  const report = [...written.values()].map(({ words }) => words).join('\n');
  const found = items.flatMap((item): ReportGap[] => {
    const { id, title, citation } = item;
    const held = written.get(id);
    const faults: Found[] = held?.words.trim()
      ? [...lacking(item, held.words), ...unconfirmed(held.confirmedOn, today), ...hardToRead(held, report)]
      : [{ words: 'Nothing is written here yet.', weight: 'must' }];
    return faults.map((fault) => ({ item: id, title, citation, ...fault }));
  });
  return [...found.filter(({ weight }) => weight === 'must'), ...found.filter(({ weight }) => weight === 'think')];
};
