import type { KeyboardEvent } from 'react';

/** What makes plain elements a grid to a screen reader; the row or cell with the keyboard is the one tab stop. */
const stop = (here: boolean) => (here ? { tabIndex: 0, 'data-stand': true } : { tabIndex: -1 });

export const gridPart = (rows: number, columns: number, onKeyDown: (event: KeyboardEvent<HTMLElement>) => void) => ({
  role: 'grid',
  'aria-label': 'Pupils',
  'aria-rowcount': rows + 1,
  'aria-colcount': columns,
  onKeyDown,
});

export const headPart = { role: 'row', 'aria-rowindex': 1 };

export const bodyPart = { role: 'rowgroup' };

export const headCellPart = (column: number, here: boolean, sort: 'ascending' | 'descending' | 'none') => ({
  role: 'columnheader',
  'aria-colindex': column + 1,
  'aria-sort': sort,
  ...stop(here),
});

/** `index` counts from 0 without the head; a screen reader counts from 1 with it. */
export const rowPart = (index: number, here: boolean) => ({ role: 'row', 'aria-rowindex': index + 2, 'data-row': index, ...stop(here) });

export const cellPart = (column: number, here: boolean, heads: boolean) => ({
  role: heads ? 'rowheader' : 'gridcell',
  'aria-colindex': column + 1,
  ...stop(here),
});

/** The head of a group is a row of one cell, open or folded. */
export const groupPart = (index: number, here: boolean, open: boolean) => ({ ...rowPart(index, here), 'aria-expanded': open });
export const groupCellPart = (columns: number) => ({ role: 'rowheader', 'aria-colindex': 1, 'aria-colspan': columns });

/** What a grid and a row of it say where pupils can be chosen. */
export const manyPart = (choosing: boolean) => (choosing ? { 'aria-multiselectable': true } : {});
export const chosenPart = (chosen: boolean | null) => (chosen === null ? {} : { 'aria-selected': chosen });
