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

/** Columns as wide as their longest words ask for, none too narrow to read. */
const widths = (head: readonly string[], rows: readonly (readonly string[])[]): number[] => {
  const longest = head.map((_, column) => Math.max(12, ...[head, ...rows].map((row) => Math.min(90, row[column]?.length ?? 0))));
  const all = longest.reduce((sum, one) => sum + one, 0);
  return longest.map((one) => Math.round((one / all) * WIDE));
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
