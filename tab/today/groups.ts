import type { DueRow } from '#contract/caseload.ts';
import type { Day } from '#domain/calendar/day.ts';
import { GROUP_TITLES, groupOf } from '#domain/caseload/due-groups.ts';

/** Whose work is shown: everyone's, the reader's own, or what others owe. */
export type Whose = 'everyone' | 'mine' | 'waiting';

/** The choice a query names. */
export const whoseOf = (name: string | null): Whose => (name === 'mine' || name === 'waiting' ? name : 'everyone');

/** The rows of one choice. */
export const rowsOf = (rows: readonly DueRow[], whose: Whose): readonly DueRow[] => {
  if (whose === 'everyone') return rows;
  return rows.filter((row) => row.mine === (whose === 'mine'));
};

export type Group = { readonly title: string; readonly rows: readonly DueRow[] };

/** Rows in their groups by date; within a group the reader's own come first, then the nearest. */
export const grouped = (rows: readonly DueRow[], today: Day): readonly Group[] =>
  GROUP_TITLES.flatMap((title, index) => {
    const own = rows
      .filter((row) => groupOf(row.due, today) === index)
      .sort((a, b) => Number(b.mine) - Number(a.mine) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
    return own.length ? [{ title, rows: own }] : [];
  });

/** The first late row of the reader's own: the one primary button of the page. */
export const firstLateMine = (rows: readonly DueRow[]): DueRow | undefined =>
  rows.filter((row) => row.mine && row.daysLeft < 0).sort((a, b) => a.daysLeft - b.daysLeft)[0];
