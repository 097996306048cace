import type { GatheredMarks } from '#contract/strategies.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { nearDayWords } from '#domain/calendar/wording.ts';
import { countsWords, readersWords, readerWords } from '#domain/classes/gathered.ts';
import { editionOf, markWords, readingOf, shownStrategies } from '#domain/classes/strategies.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { GatheredFacts, GatheredMark } from './strategy-records.ts';

export type Here = {
  readonly today: Day;
  readonly timeZone: string;
  /** When a colleague is asked next; null where they want no card. */
  readonly askedNext: (person: string) => Day | null;
};

/** What colleagues say of a pupil's strategies, those that stand now first, and who has read them as they stand. */
export const gatheredReply = (facts: GatheredFacts, here: Here): GatheredMarks => {
  const readers = readersOf(facts, here);
  const current = shownStrategies(facts.lines);
  const isCurrent = (one: GatheredMark) => current.some(({ id, words }) => id === one.line && words === one.words);
  const before = [...new Set(facts.gathered.filter((one) => !isCurrent(one)).map(({ words }) => words))];
  const listed = [
    ...current.map(({ words }) => ({ words, current: true, marks: facts.gathered.filter((one) => isCurrent(one) && one.words === words) })),
    ...before.map((words) => ({ words, current: false, marks: facts.gathered.filter((one) => !isCurrent(one) && one.words === words) })),
  ];
  return {
    pupil: { id: facts.id, name: facts.name, caseRef: facts.caseRef },
    sentence: readersWords(readers.filter(({ state }) => state === 'read').length, readers.length),
    strategies: listed.map(({ words, current: stands, marks }) => ({
      words,
      current: stands,
      counts: countsWords(marks.map(({ mark }) => mark)),
      marks: marks.map(({ mark, by, at, said }) => {
        const day = dayOfMark(at, here);
        return { mark, words: markWords(mark), by, day, dayWords: nearDayWords(day, here.today), said };
      }),
    })),
    readers,
  };
};

const dayOfMark = (at: Instant, { timeZone }: Here): Day => dayIn(timeZone, instantText(at)!);

/** Who teaches or supports the pupil, and whether each has read what stands now; whoever has not, with when they are asked next. */
export const readersOf = (facts: GatheredFacts, here: Here): GatheredMarks['readers'] => {
  const edition = editionOf(facts.plan, shownStrategies(facts.lines));
  return facts.readers.map(({ person, name, reads }) => {
    const state = readingOf(edition, reads);
    const last = reads
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const day = state === 'read' ? null : here.askedNext(person);
    const next = day ? { day, words: nearDayWords(day, here.today) } : null;
    return { person, name, state, words: readerWords(state, last ? nearDayWords(dayOfMark(last, here), here.today) : null, next) };
  });
};
