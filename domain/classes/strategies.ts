import type { Instant } from '#domain/calendar/day.ts';
import { fitForSheet } from '#domain/classes/class-sheet.ts';

/** What a member of staff can say of a strategy. Saying nothing is no answer, which is not the same as *not tried*. */
export const MARKS = ['works', 'does-not', 'not-tried'] as const;
export type Mark = (typeof MARKS)[number];

const MARK_WORDS: Readonly<Record<Mark, string>> = { works: 'Works', 'does-not': 'Does not work', 'not-tried': 'Not tried' };

/** `Works`, `Does not work`, `Not tried`; `No answer` where nothing was said. */
export const markWords = (mark: Mark | null): string => (mark ? MARK_WORDS[mark] : 'No answer');

/** A strategy as the record keeps it, and the version of its words. */
export type StrategyLine = { readonly id: string; readonly words: string; readonly version: number; readonly changedAt: Instant };

const MOST = 3;

/** The strategies a teacher is shown of one pupil: the first three that may lie on a desk, as on the class sheet (duty 4 A2). */
export const shownStrategies = (lines: readonly StrategyLine[]): readonly StrategyLine[] =>
  lines.filter(({ words }) => fitForSheet(words)).slice(0, MOST);

/** A plan that holds now, and which version of it. */
export type PlanInForce = { readonly plan: string; readonly version: number };

/**
 * The edition of what a teacher reads: the plan's version with the strategies shown and their versions. A new version of either is a new
 * edition, and is asked about again (duty 4 A3); a change that leaves both alone is not.
 */
export const editionOf = (plan: PlanInForce | null, lines: readonly StrategyLine[]): string =>
  [plan ? `${plan.plan}@${plan.version}` : 'no plan', ...lines.map(({ id, version }) => `${id}@${version}`)].join(' ');

/** An answer of one person to one strategy, with the version of the words it was given to. */
export type MarkFact = {
  readonly line: string;
  readonly version: number;
  readonly mark: Mark | null;
  readonly said: string | null;
  readonly at: Instant;
};

/** The answer that stands for a strategy as it reads now: one given to earlier words does not. */
export const standingMark = ({ id, version }: StrategyLine, marks: readonly MarkFact[]): MarkFact | undefined => {
  const latest = marks.filter(({ line }) => line === id).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return latest?.version === version && latest.mark ? latest : undefined;
};

/** That somebody read an edition. */
export type ReadFact = { readonly edition: string; readonly at: Instant };

/** Whether what stands now was read: `read`; an edition before it was: `changed`; none yet: `new`. */
export const readingOf = (edition: string, reads: readonly ReadFact[]): 'read' | 'changed' | 'new' => {
  if (reads.some((read) => read.edition === edition)) return 'read';
  return reads.length > 0 ? 'changed' : 'new';
};
