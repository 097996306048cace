import type { HelpedPupil } from '#contract/strategies.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { nearDayWords } from '#domain/calendar/wording.ts';
import { fitForSheet } from '#domain/classes/class-sheet.ts';
import { editionOf, readingOf, shownStrategies, standingMark } from '#domain/classes/strategies.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { StrategyFacts } from './strategy-records.ts';

type Here = { readonly today: Day; readonly timeZone: string };

/** What helps one pupil, as a reader has it: strategies that may lie on a desk, their own answers, whether they read it as it stands. */
export const helpedPupil = (facts: StrategyFacts, { today, timeZone }: Here): HelpedPupil => {
  const lines = shownStrategies(facts.lines);
  const edition = editionOf(facts.plan, lines);
  const words = (at: Instant) => nearDayWords(dayIn(timeZone, instantText(at)!), today);
  const read = facts.reads.find((one) => one.edition === edition);
  const lastChange = lines
    .map(({ changedAt }) => changedAt)
    .sort()
    .at(-1);
  return {
    id: facts.id,
    name: facts.name,
    caseRef: facts.caseRef,
    className: facts.className,
    goodAt: facts.strengths.filter(fitForSheet).slice(0, 3),
    edition,
    planVersion: facts.plan?.version ?? null,
    changedWords: readingOf(edition, facts.reads) === 'changed' && lastChange ? `Changed ${words(lastChange)}` : null,
    readWords: read ? `You read this ${words(read.at)}` : null,
    strategies: lines.map((line) => {
      const mark = standingMark(line, facts.marks);
      const before = facts.marks.some((one) => one.line === line.id && one.version < line.version);
      return {
        line: line.id,
        version: line.version,
        words: line.words,
        mark: mark?.mark ?? null,
        said: mark?.said ?? null,
        changed: before,
      };
    }),
  };
};

/** Whether there is anything to read of a pupil. */
export const hasStrategies = (facts: Pick<StrategyFacts, 'lines'>): boolean => shownStrategies(facts.lines).length > 0;

/** Whether the reader has read what stands now. */
export const isRead = ({ plan, lines, reads }: Pick<StrategyFacts, 'plan' | 'lines' | 'reads'>): boolean =>
  readingOf(editionOf(plan, shownStrategies(lines)), reads) === 'read';
