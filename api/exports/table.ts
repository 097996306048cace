import type { Day } from '#domain/calendar/day.ts';

/** What stands in a cell of an export: text, a number, a day, or nothing. */
export type TableCell = string | number | { readonly day: Day } | null;

/** One column: its heading and how wide it is shown, in characters. */
export type TableColumn = { readonly title: string; readonly width: number };

/** A table that is written as a file. `title` names the sheet; it and the file's name never hold a child's name. */
export type Table = { readonly title: string; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly TableCell[])[] };

/** A day as a cell, where there is one. */
export const dayCell = (day: Day | null | undefined): TableCell => (day ? { day } : null);
