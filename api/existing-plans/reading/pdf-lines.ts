/** A run of text as the page shows it, in points from the upper left corner; `y` is the line it stands on. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
};

export type TextLine = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
};

function joined(pieces: readonly Piece[]): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const gap = piece.x - end;
    const blank = text !== '' && !/\s$/.test(text) && !/^\s/.test(piece.text);
    if (blank && gap > 2.2 * piece.size) text += '   ';
    else if (blank && gap > 0.12 * piece.size) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
}

/** Pieces that stand on one line, joined from left to right; blanks are put where the page shows a gap. */
export function linesOf(pieces: readonly Piece[]): readonly TextLine[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1);
    const on = row?.[0];
    if (row && on && Math.abs(on.y - piece.y) <= 0.4 * Math.max(on.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const inOrder = row.sort((one, other) => one.x - other.x);
    const text = joined(inOrder);
    const spoken = inOrder.filter((piece) => piece.text.trim() !== '' && !MARK.test(piece.text.trim()));
    if (text === '') return [];
    return [
      {
        text,
        x: Math.min(...inOrder.map((piece) => piece.x)),
        right: Math.max(...inOrder.map((piece) => piece.x + piece.width)),
        y: Math.max(...inOrder.map((piece) => piece.y)),
        size: Math.max(...spoken.map((piece) => piece.size), 0) || (inOrder[0]?.size ?? 10),
        bold: spoken.length > 0 && spoken.every((piece) => piece.bold),
      },
    ];
  });
}

/** Marks that begin an item: bullets of several fonts (Symbol's and Wingdings' arrive as private characters), numbers and letters. */
const MARK = /^(?:[•▪◦●○■□‣⁃*–—-]|[\uf0a7\uf0b7\uf0d8\uf076])$/;
export const BEGINS_ITEM = /^\s*(?:[•▪◦●○■□‣⁃\uf0a7\uf0b7\uf0d8\uf076]\s*|[*–—-]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)\S/;

/** The usual distance between two lines of running text, for telling where a paragraph ends. */
export function usualStep(lines: readonly TextLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, index) => (line.y - (lines[index]?.y ?? 0)) / line.size)
    .filter((step) => step > 0.8 && step < 2)
    .sort((one, other) => one - other);
  return steps[Math.floor(steps.length / 2)] ?? 1.3;
}

const same = (one: TextLine, other: TextLine): boolean => one.bold === other.bold && Math.abs(one.size - other.size) <= 0.12 * one.size;

/** Whether a line goes on with the paragraph before it. */
function goesOn(paragraph: readonly TextLine[], line: TextLine, step: number, right: number): boolean {
  const [first, last] = [paragraph[0], paragraph.at(-1)];
  if (!first || !last || !same(last, line) || BEGINS_ITEM.test(line.text)) return false;
  if (line.y - last.y > Math.max(1.28 * step, 1.2) * line.size) return false;
  if (/^(section|part)\s+[A-K]\d?\b/i.test(line.text) || /^[A-Z][\p{L} ]{2,28}:\s/u.test(line.text)) return false;
  if (BEGINS_ITEM.test(first.text)) return line.x > first.x + 2;
  const short = last.right < right - 0.25 * Math.max(1, right - first.x);
  return !(short && /[.:!?]["”’)]?$/.test(last.text));
}

/** Lines gathered into paragraphs and items, by distance, indent and looks. */
export function paragraphsOf(lines: readonly TextLine[], step: number): readonly (readonly TextLine[])[] {
  const right = Math.max(0, ...lines.map((line) => line.right));
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && goesOn(open, line, step, right)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}
