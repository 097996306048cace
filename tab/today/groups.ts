import type { DueRow } from '#contract/caseload.ts';
import { addDays, type Day, mondayOf } from '#domain/calendar/day.ts';

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

const titleOf = (row: DueRow, today: Day): string => {
  if (row.daysLeft < 0) return 'Late';
  if (row.daysLeft <= 1) return 'Today and tomorrow';
  if (row.due <= addDays(mondayOf(today), 6)) return 'Rest of this week';
  return row.daysLeft <= 14 ? 'Next 14 days' : 'Later';
};

/** Rows in their groups by date; within a group the reader's own come first, then the nearest. */
export const grouped = (rows: readonly DueRow[], today: Day): readonly Group[] =>
  ['Late', 'Today and tomorrow', 'Rest of this week', 'Next 14 days', 'Later'].flatMap((title) => {
    const own = rows
      .filter((row) => titleOf(row, today) === title)
      .sort((a, b) => Number(b.mine) - Number(a.mine) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
    return own.length ? [{ title, rows: own }] : [];
  });

/** The first late row of the reader's own: the one primary button of the page. */
export const firstLateMine = (rows: readonly DueRow[]): DueRow | undefined =>
  rows.filter((row) => row.mine && row.daysLeft < 0).sort((a, b) => a.daysLeft - b.daysLeft)[0];
