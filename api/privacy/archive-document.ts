import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { readableRow } from '#domain/privacy/record-text.ts';
import type { Section } from './gather.ts';

/** What stands at the head of the record that is handed over. */
export type Cover = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly withheld: readonly string[];
  readonly contents: readonly string[];
};

const AUTHOR = 'Waymark';
const FONT = 'Segoe UI';
const LABEL_WIDTH = 30;

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text, heading: level });
const line = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 80 } });
const bullet = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });

const cell = (text: string, width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    children: text.split('\n').map((part) => new Paragraph({ children: [new TextRun({ text: part, bold })] })),
  });

const rowTable = (row: Section['rows'][number]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: readableRow(row).map(
      ([label, words]) => new TableRow({ cantSplit: true, children: [cell(label, LABEL_WIDTH, true), cell(words, 100 - LABEL_WIDTH)] }),
    ),
  });

const sectionParts = ({ title, rows }: Section): (Paragraph | Table)[] => [
  heading(title, HeadingLevel.HEADING_1),
  ...(rows.length
    ? rows.flatMap((row) => (readableRow(row).length ? [rowTable(row), line('')] : []))
    : [line('Nothing of this part is handed over.')]),
];

const written = async (title: string, children: readonly (Paragraph | Table)[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        creator: AUTHOR,
        lastModifiedBy: AUTHOR,
        title,
        styles: { default: { document: { run: { font: FONT, size: 21 } } } },
        sections: [{ children: [...children] }],
      }),
    ),
  );

/** The record as one readable .docx: what it is, what was left out and why, what lies beside it, then part by part. */
export const recordDocument = ({ title, lines, withheld, contents }: Cover, sections: readonly Section[]): Promise<Uint8Array> =>
  written(title, [
    heading(title, HeadingLevel.TITLE),
    ...lines.map(line),
    heading('What was left out', HeadingLevel.HEADING_1),
    ...(withheld.length ? withheld.map(bullet) : [line('Nothing was left out.')]),
    heading('What is in this archive', HeadingLevel.HEADING_1),
    ...contents.map(bullet),
    ...sections.flatMap(sectionParts),
  ]);

/** A document with names taken out: its text alone, so that nothing hidden in the file goes along. */
export const redactedDocument = (name: string, pages: readonly string[]): Promise<Uint8Array> =>
  written(name, [
    line(`${name}: a copy of the text, with passages about other people taken out. Pictures and layout are left out of such a copy.`),
    ...pages.map(line),
  ]);
