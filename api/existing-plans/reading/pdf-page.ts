import type { PageBlock, PrintedLine } from '#domain/existing-plans/page-block.ts';
import { cellAround, cellKey, type Enclosed, placesOf } from './pdf-cells.ts';
import { BEGINS_ITEM, linesOf, type Piece, paragraphsOf, type TextLine, usualStep } from './pdf-lines.ts';
import type { Rules } from './pdf-rules.ts';

/** A page before its paragraphs are made. */
export type RawPage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: Rules;
};

const MARGIN = 0.09;
const inMargin = (page: RawPage, y: number): boolean => y < MARGIN * page.height || y > (1 - MARGIN) * page.height;
const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();

/** Running heads and feet: lines in the margin that come back on at least half of the pages, and page numbers. */
export function runningLines(pages: readonly RawPage[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const own = new Set(linesOf(page.pieces.filter(({ y }) => inMargin(page, y))).map(({ text }) => withoutNumbers(text)));
    for (const text of own) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 2 && count >= pages.length / 2).map(([text]) => text));
}

const IS_PAGE_NUMBER = /(?:^|\bpage\s+)\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$/i;

const isRunning = (page: RawPage, line: TextLine, running: ReadonlySet<string>): boolean =>
  inMargin(page, line.y) && (running.has(withoutNumbers(line.text)) || IS_PAGE_NUMBER.test(line.text));

/** The size in which most of the text is set. */
export function bodySize(pages: readonly RawPage[]): number {
  const sizes = new Map<number, number>();
  for (const { pieces } of pages)
    for (const { size, text } of pieces) sizes.set(Math.round(size * 2) / 2, (sizes.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...sizes].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 11;
}

function textOf(lines: readonly TextLine[], page: RawPage): { readonly text: string; readonly lines: readonly PrintedLine[] } {
  let text = '';
  const printed: PrintedLine[] = [];
  for (const line of lines) {
    const broken = /[\p{L}]-$/u.test(text) && /^\p{Ll}/u.test(line.text);
    if (text.endsWith('\u00ad')) text = text.slice(0, -1);
    else if (text !== '' && !broken) text += ' ';
    const from = text.length;
    text += line.text;
    printed.push({
      from,
      to: text.length,
      box: {
        x: line.x / page.width,
        y: (line.y - 0.95 * line.size) / page.height,
        width: (line.right - line.x) / page.width,
        height: (1.25 * line.size) / page.height,
      },
    });
  }
  return { text, lines: printed };
}

const isHeading = (lines: readonly TextLine[], body: number): boolean => {
  const text = lines.map((line) => line.text).join(' ');
  const large = lines.every((line) => line.size >= 1.12 * body);
  return text.length <= 130 && (large || lines.every((line) => line.bold)) && !/[.;,]$/.test(text);
};

type Placed = { readonly y: number; readonly block: PageBlock };

function placed(
  lines: readonly TextLine[],
  page: RawPage,
  look: (lines: readonly TextLine[]) => PageBlock['look'],
  cell: PageBlock['cell'],
): Placed {
  return { y: lines[0]?.y ?? 0, block: { page: page.number, look: look(lines), cell, ...textOf(lines, page) } };
}

const itemOr = (otherwise: PageBlock['look']) => (lines: readonly TextLine[]) =>
  BEGINS_ITEM.test(lines[0]?.text ?? '') ? 'item' : otherwise;

/** The blocks of one page in reading order: paragraphs by height, tables row by row. `tables` counts those of the pages before. */
export function blocksOf(
  page: RawPage,
  running: ReadonlySet<string>,
  body: number,
  tables: number,
): { readonly blocks: readonly PageBlock[]; readonly tables: number } {
  const cells = new Map<string, { cell: Enclosed; pieces: Piece[] }>();
  const free: Piece[] = [];
  for (const piece of page.pieces) {
    const cell = cellAround(page.rules, piece.x + Math.min(piece.width, piece.size) / 2, piece.y - 0.3 * piece.size);
    if (!cell) free.push(piece);
    else {
      const known = cells.get(cellKey(cell)) ?? { cell, pieces: [] };
      known.pieces.push(piece);
      cells.set(cellKey(cell), known);
    }
  }
  const enclosed = [...cells.values()];
  const { places, tables: more } = placesOf(
    enclosed.map(({ cell }) => cell),
    tables,
  );
  const lines = linesOf(free).filter((line) => !isRunning(page, line, running));
  const step = usualStep(linesOf(page.pieces));
  const running_ = paragraphsOf(lines, step).map((paragraph) =>
    placed(paragraph, page, (own) => (isHeading(own, body) ? 'heading' : itemOr('text')(own)), null),
  );
  const tabled = enclosed
    .map(({ cell, pieces }) => ({ cell, place: places.get(cell) ?? null, paragraphs: paragraphsOf(linesOf(pieces), step) }))
    .sort((one, other) => (one.place?.row ?? 0) - (other.place?.row ?? 0) || (one.place?.column ?? 0) - (other.place?.column ?? 0));
  const startOf = new Map<number, number>();
  for (const { cell, place } of tabled) if (place) startOf.set(place.table, Math.min(startOf.get(place.table) ?? cell.top, cell.top));
  const boxes = new Set(
    [...startOf.keys()].filter((table) => tabled.filter(({ place }) => place?.table === table).every(({ place }) => place?.column === 0)),
  );
  const fromTables = tabled.flatMap(({ place, paragraphs }) =>
    paragraphs.map((paragraph) => {
      const boxed = place !== null && boxes.has(place.table);
      const made = placed(
        paragraph,
        page,
        (own) => (boxed && isHeading(own, body) ? 'heading' : itemOr('text')(own)),
        boxed ? null : place,
      );
      return boxed ? made : { ...made, y: startOf.get(place?.table ?? -1) ?? made.y };
    }),
  );
  const blocks = [...running_, ...fromTables].sort((one, other) => one.y - other.y).map(({ block }) => block);
  return { blocks, tables: more };
}
