import type { Cell } from '#domain/register/cell.ts';
import { unpack, type ZipPart } from './zip.ts';

const MOST_MERGES = 2_000;
const MERGE = /<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g;
const TAIL = 200;

type Row = { readonly number: number; readonly cells: Cell[] };
type Merge = { readonly column: number; readonly from: number; readonly to: number };

const columnOf = (letters: string): number => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * A cell merged over several rows stands in the file in the first of them alone, and the list of merges behind all rows. They are looked
 * up first; the function answered then fills the value down into the rows it is shown beside. Merges across columns are titles and stay.
 */
export const mergedDown = async (bytes: Uint8Array, part: ZipPart): Promise<(row: Row) => void> => {
  const merges = await mergesIn(bytes, part);
  if (merges.length === 0) return () => undefined;
  const values = new Map<Merge, Cell>();
  return (row) => {
    for (const merge of merges) {
      if (row.number < merge.from || row.number > merge.to) continue;
      if (row.number === merge.from) values.set(merge, row.cells[merge.column] ?? null);
      else {
        while (row.cells.length < merge.column) row.cells.push(null);
        row.cells[merge.column] = values.get(merge) ?? null;
      }
    }
  };
};

const mergesIn = async (bytes: Uint8Array, part: ZipPart): Promise<Merge[]> => {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of unpack(bytes, part)) {
    const text = rest + piece.toString('latin1');
    let read = 0;
    for (const found of text.matchAll(MERGE)) {
      const [from, to] = [Number(found[2]), Number(found[4])];
      read = found.index + found[0].length;
      if (to > from && merges.length < MOST_MERGES) merges.push({ column: columnOf(found[1] ?? ''), from, to });
    }
    rest = text.slice(Math.max(read, text.length - TAIL));
  }
  return merges;
};
