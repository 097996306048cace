import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, type Table, TextRun } from 'docx';
import type { Paper, PaperBlock } from '#domain/privacy/papers/paper.ts';
import { DOCUMENT_FONT, documentTable } from '../exports/document-table.ts';

/** From margin to margin of A4 on its side, in twentieths of a point. */
const WIDE = 15_000;

/** What is to be filled in, and what nobody has verified, stand out in print as on a screen. */
const runs = (words: string, bold: boolean, size?: number): TextRun[] =>
  words.split(/(\[[^\]]+\])/).map((part) => {
    const marked = part.startsWith('[');
    return new TextRun({ text: part, bold, ...(size ? { size } : {}), ...(marked ? { highlight: 'yellow' as const } : {}) });
  });

/** About as wide as a letter in small print, and what a cell keeps free at both sides, in twentieths of a point. */
const LETTER = 110;
const FREE = 200;

const longestWord = (cells: readonly string[]): number =>
  Math.max(...cells.flatMap((words) => words.split(/[\s-]/)).map((word) => word.length));

/** Columns wide enough for their longest word; what is left goes to those that hold most. */
const widths = (head: readonly string[], rows: readonly (readonly string[])[]): number[] => {
  const columns = head.map((_, column) => [head, ...rows].map((row) => row[column] ?? ''));
  const least = columns.map((cells) => Math.max(8, longestWord(cells)) * LETTER + FREE);
  const wanted = columns.map((cells) => Math.max(...cells.map(({ length }) => Math.min(90, length))));
  const left = Math.max(0, WIDE - least.reduce((sum, one) => sum + one, 0));
  const all = wanted.reduce((sum, one) => sum + one, 0) || 1;
  return least.map((one, column) => Math.round(one + (left * (wanted[column] ?? 0)) / all));
};

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): Table =>
  documentTable(head, rows, { widths: widths(head, rows), ruled: true, runs });

const partsOf = (block: PaperBlock): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.words, heading: HeadingLevel.HEADING_1, spacing: { before: 280, after: 100 }, keepNext: true })];
    case 'text':
      return [new Paragraph({ children: runs(block.words, false), spacing: { after: 120 } })];
    case 'list':
      return block.lines.map((words) => new Paragraph({ children: runs(words, false), bullet: { level: 0 }, spacing: { after: 40 } }));
    case 'table':
      return [tableOf(block.head, block.rows), new Paragraph({ text: '' })];
    default:
      return block satisfies never;
  }
};

const footer = (foot: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: `${foot} · page `, size: 16 }), new TextRun({ children: [PageNumber.CURRENT], size: 16 })],
      }),
    ],
  });

/** A privacy paper as a Word document on its side, so that tables have room. */
export const paperDocument = async ({ title, about, blocks }: Paper, foot: string): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        creator: 'Waymark',
        lastModifiedBy: 'Waymark',
        title,
        styles: { default: { document: { run: { font: DOCUMENT_FONT, size: 20 } } } },
        sections: [
          {
            properties: {
              page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { top: 900, bottom: 900, left: 900, right: 900 } },
            },
            footers: { default: footer(foot) },
            children: [
              new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
              new Paragraph({ children: runs(about, false), spacing: { after: 160 } }),
              ...blocks.flatMap(partsOf),
            ],
          },
        ],
      }),
    ),
  );
