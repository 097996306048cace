import { type KeyboardEvent, useCallback, useState } from 'react';

/** Where the keyboard stands in the table: row -1 is the head, cell -1 the whole row. */
export type Stand = { readonly row: number; readonly cell: number };

type Table = { readonly rows: number; readonly cells: number; readonly page: number };

const PAGE_KEYS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The next place after a key: arrows by row and cell, Home and End to the ends, Page keys by what fits the window. */
export const nextStand = (stand: Stand, key: string, table: Table): Stand => {
  const row = (to: number): Stand => ({ row: within(to, -1, table.rows - 1), cell: to < 0 ? Math.max(0, stand.cell) : stand.cell });
  switch (key) {
    case 'ArrowDown':
      return row(stand.row + 1);
    case 'ArrowUp':
      return row(stand.row - 1);
    case 'PageDown':
      return row(stand.row + table.page);
    case 'PageUp':
      return row(Math.max(0, stand.row - table.page));
    case 'Home':
      return row(0);
    case 'End':
      return row(table.rows - 1);
    case 'ArrowRight':
      return { ...stand, cell: within(stand.cell + 1, 0, table.cells - 1) };
    default:
      return { ...stand, cell: within(stand.cell - 1, stand.row < 0 ? 0 : -1, table.cells - 1) };
  }
};

/** One tab stop for the whole table: keys move the place, the table draws it and puts focus there. */
export const useRowFocus = (table: Table, first: number) => {
  const [stand, setStand] = useState<Stand>({ row: first, cell: -1 });
  /** Counts moves by key, so that focus follows keys and not every drawing. */
  const [moves, setMoves] = useState(0);
  const move = useCallback(
    (event: KeyboardEvent): boolean => {
      if (!PAGE_KEYS.has(event.key) || event.altKey || event.ctrlKey || event.metaKey || !table.rows) return false;
      event.preventDefault();
      setStand((now) => nextStand({ ...now, row: within(now.row, -1, table.rows - 1) }, event.key, table));
      setMoves((now) => now + 1);
      return true;
    },
    [table],
  );
  const place = useCallback((next: Stand) => setStand(next), []);
  const goTo = useCallback((next: Stand) => {
    setStand(next);
    setMoves((now) => now + 1);
  }, []);
  return { stand, moves, move, place, goTo };
};
