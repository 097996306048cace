import type { Nation } from '#domain/pupils/nation.ts';
import { choiceWords } from '#domain/record/kind.ts';
import { ACCOMMODATION_SORTS } from '#domain/record/kinds/accommodation.ts';
import { BARRIERS } from '#domain/record/kinds/areas.ts';
import { SOURCES, type SourceName } from './sources.ts';

/** What makes learning hard, by the names the record uses. */
export type Barrier = 'attention' | 'working-memory' | 'reading-load' | 'writing' | 'language' | 'sensory' | 'motor' | 'anxiety' | 'other';

/** Kept apart (duty 4 A5): an accommodation changes how something is done, a modification what is expected. */
export type StrategySort = 'accommodation' | 'modification';

/** What pupils are doing when a strategy helps; a question such as *idea for Callum writing* is answered by these. */
export type LessonTask =
  | 'writing'
  | 'reading'
  | 'maths'
  | 'talk'
  | 'instructions'
  | 'tests'
  | 'homework'
  | 'transitions'
  | 'groups'
  | 'practical';

/** How far a strategy rests on more than habit: studies with comparison, some studies, or what schools and professionals do. */
export type Evidence = 'strong' | 'some' | 'practice';

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  strong: 'Strong: reviews of many studies',
  some: 'Some: a few studies, or many for a wider approach',
  practice: 'Practice: what experienced staff and professional bodies advise',
};

/** One thing an adult can do tomorrow, and the barrier it is for (duty 4 A4). */
export type Strategy = {
  readonly id: string;
  readonly title: string;
  readonly barriers: readonly [Barrier, ...Barrier[]];
  readonly sort: StrategySort;
  readonly tasks: readonly LessonTask[];
  /** What to do, in the words of a teacher. */
  readonly words: string;
  /** When it does harm or nothing. */
  readonly care: string;
  readonly evidence: Evidence;
  /** What there is to read about it. */
  readonly reading: string;
  readonly source: SourceName;
};

/** A strategy as the library shows it: Waymark's or the school's own. */
export type LibraryEntry = {
  readonly id: string;
  readonly own: boolean;
  readonly title: string;
  readonly barriers: readonly string[];
  readonly sort: StrategySort;
  readonly tasks: readonly string[];
  readonly words: string;
  readonly care: string;
  readonly evidence: Evidence;
  readonly reading: string;
  readonly source: string;
  /** Nobody has held what is said here to the source. */
  readonly verified: boolean;
};

/** Waymark's strategy as an entry of the library. No source was open when it was written, so none is called verified. */
export const asEntry = ({ source, ...strategy }: Strategy): LibraryEntry => ({
  ...strategy,
  own: false,
  source: SOURCES[source],
  verified: false,
});

/** What a barrier is called. */
export const barrierWords = (barrier: string): string => choiceWords(BARRIERS, barrier);

/** `Reasonable adjustment: how it is done` in England, `Accommodation: how it is done` in the United States. */
export const sortWords = (sort: StrategySort, nation: Nation): string => choiceWords(ACCOMMODATION_SORTS, sort, nation);
