import path from 'node:path';
import type { Cell, SheetRow } from '#domain/register/cell.ts';
import { dayOfSerial } from '#domain/register/days.ts';
import { mergedDown } from './merged-cells.ts';
import type { OpenSheet, OpenWorkbook } from './open-workbook.ts';
import { UnreadableWorkbook } from './unreadable.ts';
import { hear, listen } from './xml.ts';
import { type ZipPart, zipParts } from './zip.ts';

const MOST_SHEETS = 60;
const MOST_COLUMNS = 256;
const MOST_TEXT = 8_000;
/** Days between the two systems in which spreadsheets count: 1 January 1904 and 30 December 1899. */
const SYSTEM_1904 = 1_462;

/** Formats of numbers that are dates by definition (ECMA-376, 18.8.30); times alone (18 to 21, 45 to 47) are none. */
const DATE_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a format of the workbook's own shows a day: it has a year, or a day with a month, outside quotes and brackets. */
const showsDay = (format: string): boolean => {
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
  return /y/.test(signs) || (/d/.test(signs) && /m/.test(signs));
};

type Book = {
  readonly bytes: Uint8Array;
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
};

/** Opens a workbook of the Open XML kind: sheets by name, shared text and styles; rows are unpacked only when they are asked for. */
export const openXlsx = async (bytes: Uint8Array): Promise<OpenWorkbook> => {
  const parts = zipParts(bytes);
  refuseOthers(parts);
  const { sheets, from1904 } = await sheetsOf(bytes, parts);
  const book: Book = { bytes, from1904, strings: await stringsOf(bytes, parts), dateStyles: await dateStylesOf(bytes, parts) };
  const linked = [...parts.keys()].some((name) => name.startsWith('xl/externallinks/'));
  return {
    kind: 'xlsx',
    notices: linked ? ['Takes values from other workbooks: the values saved with it are read, and no link is followed.'] : [],
    sheets: sheets.map(({ name, hidden, part }): OpenSheet => ({ name, hidden, rows: () => rowsOf(book, part) })),
  };
};

const refuseOthers = (parts: ReadonlyMap<string, ZipPart>): void => {
  if (parts.has('xl/vbaproject.bin')) throw new UnreadableWorkbook('macros');
  if (parts.has('xl/workbook.bin') || parts.has('content.xml')) throw new UnreadableWorkbook('other-format');
  if (!parts.has('xl/workbook.xml')) throw new UnreadableWorkbook('not-a-workbook');
};

type FoundSheet = { readonly name: string; readonly hidden: boolean; readonly part: ZipPart };

const sheetsOf = async (bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>): Promise<{ sheets: FoundSheet[]; from1904: boolean }> => {
  const targets = new Map<string, string>();
  await hear(bytes, parts.get('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '', TargetMode }) =>
      void (name === 'Relationship' && TargetMode !== 'External' && targets.set(Id, Target)),
  });
  const named: { name: string; hidden: boolean; target: string }[] = [];
  let from1904 = false;
  await hear(bytes, parts.get('xl/workbook.xml'), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const { name = '', state = 'visible' } = attributes;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      named.push({ name, hidden: state !== 'visible', target: targets.get(id) ?? '' });
    },
  });
  if (named.length > MOST_SHEETS) throw new UnreadableWorkbook('unsafe');
  const sheets = named.flatMap(({ name, hidden, target }) => {
    const part = parts.get((target.startsWith('/') ? target.slice(1) : path.posix.normalize(`xl/${target}`)).toLowerCase());
    return part && /worksheets\//i.test(target) ? [{ name, hidden, part }] : [];
  });
  return { sheets, from1904 };
};

/** Text that cells share. Phonetic readings beside it are left out. */
const stringsOf = async (bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>): Promise<string[]> => {
  const strings: string[] = [];
  let [text, inText, phonetic] = ['', false, 0];
  await hear(bytes, parts.get('xl/sharedstrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (inText && text.length < MOST_TEXT) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
};

/** `_x000D_` is how the format writes a sign that XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

const dateStylesOf = async (bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>): Promise<ReadonlySet<number>> => {
  const own = new Map<number, string>();
  const dates = new Set<number>();
  let [inCells, style] = [false, 0];
  await hear(bytes, parts.get('xl/styles.xml'), {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(numFmtId);
      if (own.has(format) ? showsDay(own.get(format) ?? '') : DATE_FORMATS.has(format)) dates.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
};

const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
};

/** Rows of a sheet in their order; empty ones are left out. */
async function* rowsOf(book: Book, part: ZipPart): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const fill = await mergedDown(book.bytes, part);
  let row: { number: number; cells: Cell[] } = { number: 0, cells: [] };
  let cell = { column: -1, type: '', style: 0, value: '', formula: false };
  let reads = false;
  const heard = listen(book.bytes, part, {
    open: (name, { r, t = '', s = '0' }) => {
      if (name === 'row') row = { number: r ? Number(r) : row.number + 1, cells: [] };
      if (name === 'c') cell = { column: r ? columnOf(r) : cell.column + 1, type: t, style: Number(s), value: '', formula: false };
      if (name === 'f') cell.formula = true;
      reads = name === 'v' || (name === 't' && cell.type === 'inlineStr');
    },
    text: (piece) => {
      if (reads && cell.value.length < MOST_TEXT) cell.value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reads = false;
      if (name === 'c' && cell.column >= 0 && cell.column < MOST_COLUMNS) putCell(row.cells, cell.column, cellOf(book, cell));
      if (name !== 'row') return;
      cell = { ...cell, column: -1 };
      fill(row);
      if (row.cells.some((one) => one !== null && one !== '')) ready.push(row);
    },
  });
  for await (const _piece of heard) yield* ready.splice(0);
  yield* ready;
}

const putCell = (cells: Cell[], column: number, value: Cell): void => {
  while (cells.length < column) cells.push(null);
  cells[column] = value;
};

const cellOf = (book: Book, { type, style, value, formula }: { type: string; style: number; value: string; formula: boolean }): Cell => {
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? null;
    case 'inlineStr':
    case 'str':
      return formula && value === '' ? null : unescaped(value);
    case 'b':
      return value === '1';
    case 'e':
      return { error: value };
    case 'd':
      return value.slice(0, 10);
    default:
      return numberOf(book, style, value, formula);
  }
};

const numberOf = (book: Book, style: number, value: string, formula: boolean): Cell => {
  if (value === '') return formula ? { formula: true } : null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new UnreadableWorkbook('damaged');
  if (!book.dateStyles.has(style)) return number;
  const day = dayOfSerial(book.from1904 ? number + SYSTEM_1904 : number);
  return day ? { day } : number;
};
