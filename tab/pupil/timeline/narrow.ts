import type { TimelineEntry } from '#contract/pupils.ts';
import type { TimelineKind } from './timeline-kinds.ts';

/** What a reader asks of the timeline; an empty text asks nothing. */
export type Narrowing = {
  readonly kind: TimelineKind | 'all';
  readonly by: string;
  readonly words: string;
  readonly from: string;
  readonly to: string;
};

export const everything: Narrowing = { kind: 'all', by: '', words: '', from: '', to: '' };

/** Whether anything is asked of the timeline but all of it. */
export const isNarrowed = (narrowing: Narrowing): boolean =>
  narrowing.kind !== 'all' || [narrowing.by, narrowing.words.trim(), narrowing.from, narrowing.to].some(Boolean);

/** Entries that answer to all of it; every word asked for must stand somewhere in what is shown. */
export const narrowed = (entries: readonly TimelineEntry[], { kind, by, words, from, to }: Narrowing): readonly TimelineEntry[] => {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.words} ${entry.detail} ${entry.by ?? ''}`.toLowerCase();
    return (
      (kind === 'all' || entry.kind === kind) &&
      (!by || entry.by === by) &&
      (!from || entry.on >= from) &&
      (!to || entry.on <= to) &&
      asked.every((word) => text.includes(word))
    );
  });
};

/** Everyone who wrote something, in the order of the alphabet. */
export const authorsOf = (entries: readonly TimelineEntry[]): readonly string[] =>
  [...new Set(entries.flatMap(({ by }) => (by ? [by] : [])))].sort((one, other) => one.localeCompare(other));
