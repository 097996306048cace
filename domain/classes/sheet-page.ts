import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { cutToLines, linesTaken } from '#domain/pupils/text-width.ts';
import type { SheetRow } from './class-sheet.ts';

type Columns = readonly number[];

/** How a class sheet lies on its page: everything in points. */
export type SheetPage = {
  readonly size: number;
  readonly leading: number;
  /** Widths of the columns; the third, *If it goes wrong*, is there where it says something for anybody, as on the screen. */
  readonly columns: Columns;
  readonly rows: readonly SheetRow[];
  /** How many lines had to be cut so that up to eight pupils keep to one side. */
  readonly shortened: number;
  /** Whether what colleagues say had to go, before any line of what to do was cut. */
  readonly unsaid: boolean;
};

/** The most pupils who stand on one side; a ninth begins the second, and type never gets smaller (duty 4 A1, screens 14). */
export const ONE_SIDE = 8;
const FEW = 5;

/** What is left for the rows between title and foot. Letter is 50 points shorter than A4 and 17 wider; columns stay as they are. */
const ROOM: Readonly<Record<PaperSize, number>> = { A4: 618, Letter: 568 };
const COLUMNS: Columns = [112, 242, 128];
const COLUMNS_WITHOUT_WRONG: Columns = [112, 370];
const GUTTER = 8;
const NUMBER = 14;
const NAME_LINE = 18;
const PADDING = 10;

/** What colleagues say of a line stands under it, smaller. */
export const SAID_SIZE = 9;

const columnsFor = (rows: readonly SheetRow[]): Columns =>
  rows.some(({ ifWrong }) => ifWrong.length > 0) ? COLUMNS : COLUMNS_WITHOUT_WRONG;

/** What the words of a column have room for. */
const inColumn = (columns: Columns, column: 0 | 1 | 2): number => (columns[column] ?? 0) - GUTTER - (column === 1 ? NUMBER : 0);

const heightOf = (row: SheetRow, columns: Columns, size: number, leading: number): number => {
  const good = linesTaken(row.goodAt.join('; '), inColumn(columns, 0), size);
  const doThis =
    row.doThis.reduce(
      (sum, { words, said }) =>
        sum + linesTaken(words, inColumn(columns, 1), size) + (said ? linesTaken(said, inColumn(columns, 1), SAID_SIZE) : 0),
      0,
    ) || 2;
  const wrong = row.ifWrong.reduce((sum, words) => sum + linesTaken(words, inColumn(columns, 2), size), 0);
  return Math.max(NAME_LINE + good * leading, doThis * leading, wrong * leading) + PADDING;
};

/** The same row with no line longer than so many lines of its column. */
const cut = (row: SheetRow, columns: Columns, most: number, size: number): SheetRow => {
  const all = (lines: readonly string[], column: 2) => lines.map((words) => cutToLines(words, most, inColumn(columns, column), size));
  const good = cutToLines(row.goodAt.join('; '), most, inColumn(columns, 0), size);
  const doThis = row.doThis.map(({ words, said }) => ({ words: cutToLines(words, most, inColumn(columns, 1), size), said }));
  return { ...row, goodAt: good === '' ? [] : [good], doThis, ifWrong: all(row.ifWrong, 2) };
};

const linesChanged = (before: SheetRow, after: SheetRow): number =>
  [
    before.doThis.filter(({ words }, at) => words !== after.doThis[at]?.words),
    before.ifWrong.filter((words, at) => words !== after.ifWrong[at]),
  ].flat().length + (before.goodAt.join('; ') === after.goodAt.join('; ') ? 0 : 1);

const withoutSaid = (row: SheetRow): SheetRow => ({ ...row, doThis: row.doThis.map(({ words }) => ({ words, said: null })) });

/**
 * Lays the rows of a class sheet out. Up to five pupils have larger lines where these fit; up to eight keep to one side, if need be without
 * what colleagues say and then with the longest lines cut, and it is counted how many; nine and more run on to a second side in the same type.
 */
export const sheetPage = (rows: readonly SheetRow[], paper: PaperSize): SheetPage => {
  const columns = columnsFor(rows);
  const filled = (set: readonly SheetRow[], size: number, leading: number) =>
    set.reduce((sum, row) => sum + heightOf(row, columns, size, leading), 0) <= ROOM[paper];
  if (rows.length <= FEW && filled(rows, 12, 15)) return { size: 12, leading: 15, columns, rows, shortened: 0, unsaid: false };
  const [size, leading] = [10.5, 13];
  if (rows.length > ONE_SIDE || filled(rows, size, leading)) return { size, leading, columns, rows, shortened: 0, unsaid: false };
  const bare = rows.map(withoutSaid);
  let shorter = bare;
  for (let most = 4; most > 0 && !filled(shorter, size, leading); most -= 1) shorter = bare.map((row) => cut(row, columns, most, size));
  return {
    size,
    leading,
    columns,
    rows: shorter,
    shortened: rows.reduce((sum, row, at) => sum + linesChanged(row, shorter[at] ?? row), 0),
    unsaid: rows.some(({ doThis }) => doThis.some(({ said }) => said !== null)),
  };
};
