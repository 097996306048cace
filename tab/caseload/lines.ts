import type { CaseloadRow } from '#contract/caseload.ts';
import { type FilterName, filterTitles, valuesOf } from './filters.ts';

/** What the list can be parted by: what each pupil has one of. */
export const groupNames = ['year', 'stage', 'need', 'worker', 'owed', 'review'] as const satisfies readonly FilterName[];
export type GroupName = (typeof groupNames)[number];

/** The group a query names; an unknown name parts nothing. */
export const groupOf = (name: string | null): GroupName | null => groupNames.find((each) => each === name) ?? null;

/** A line of the list: the head of a group, or a pupil. */
export type HeadLine = {
  readonly kind: 'head';
  readonly key: string;
  readonly words: string;
  readonly count: number;
  readonly open: boolean;
};
export type ListLine = HeadLine | { readonly kind: 'pupil'; readonly row: CaseloadRow };

/** Rows in their order, parted by a group where one is asked for; a group that is folded keeps its head and its count. */
export const linesOf = (
  rows: readonly CaseloadRow[],
  group: GroupName | null,
  folded: ReadonlySet<string>,
  jurisdiction: string,
): readonly ListLine[] => {
  const pupils = (list: readonly CaseloadRow[]): ListLine[] => list.map((row) => ({ kind: 'pupil', row }));
  if (!group) return pupils(rows);
  const parts = new Map<string, { words: string; rows: CaseloadRow[] }>();
  for (const row of rows) {
    const [value] = valuesOf(row, group, jurisdiction);
    if (!value) continue;
    const part = parts.get(value.key) ?? { words: value.words, rows: [] };
    part.rows.push(row);
    parts.set(value.key, part);
  }
  const text = ([key, { words }]: readonly [string, { words: string }]) => (group === 'review' ? key : words);
  const inOrder = [...parts].sort((a, b) => text(a).localeCompare(text(b), 'en', { numeric: true }));
  return inOrder.flatMap(([key, part]) => {
    const open = !folded.has(key);
    const head: HeadLine = { kind: 'head', key, words: `${filterTitles[group]}: ${part.words}`, count: part.rows.length, open };
    return open ? [head, ...pupils(part.rows)] : [head];
  });
};
