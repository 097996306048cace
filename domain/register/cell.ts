import type { Day } from '#domain/calendar/day.ts';

/**
 * What one cell of a sheet holds. A formula gives the value that was saved with it; one that was saved without a value, and one whose value
 * is an error, are told apart from an empty cell, because reading them as empty would lose what the sheet means to say.
 */
export type Cell = null | string | number | boolean | { readonly day: Day } | { readonly error: string } | { readonly formula: true };

/** A row of a sheet: its number as the spreadsheet shows it, and its cells from column A on. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** So many figures a spreadsheet shows of a number at most: 0.801, and not 0.8009999999999999 as it is saved. */
const SHOWN_FIGURES = 15;

/** The text a person sees in the cell; empty for an empty one. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SHOWN_FIGURES)));
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if ('day' in cell) return cell.day;
  return 'error' in cell ? cell.error : '(formula without a value)';
};

/** Whether the cell says nothing at all. */
export const isBlank = (cell: Cell | undefined): boolean => cellText(cell).trim() === '';

/** `A`, `Z`, `AA`: a column as spreadsheets name it, counted from 0. */
export const columnLetters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
