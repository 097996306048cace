import { type KeyboardEvent, useRef, useState } from 'react';

type Cell = { readonly row: number; readonly column: number };

/** Keys of a small grid with one tab stop: arrows move, Home and End go to the row's ends. */
export const useCellFocus = (rows: number, columns: number, start: Cell) => {
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>(start);
  const here: Cell = { row: Math.min(at.row, rows - 1), column: Math.min(at.column, columns - 1) };

  const goTo = (row: number, column: number) => {
    const next = { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };

  /** True where the key was one of the grid's. */
  const move = (event: KeyboardEvent<HTMLElement>): boolean => {
    const { row, column } = here;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [row, 0],
      End: [row, columns - 1],
    };
    const to = moves[event.key];
    if (!to) return false;
    event.preventDefault();
    goTo(...to);
    return true;
  };
  return { grid, here, move, stand: setAt };
};
