import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Zone } from '#domain/calendar/wall-clock.ts';
import { leadsOf, type ReadableEntry, type ReadablePart, readablePart } from '#domain/privacy/readable-record.ts';
import { PAPER_SIZES, type PaperSize } from '#domain/pupils/paper-size.ts';
import { writeWorkbook } from '../exports/write-table.ts';
import type { SheetWords } from './file-words.ts';
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
const QUIET = '616161';

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text, heading: level });
const line = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 80 } });
const bullet = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });

const cell = (text: string, width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    children: text.split('\n').map((part) => new Paragraph({ children: [new TextRun({ text: part, bold })] })),
  });

/** How the record is put on paper: the zone its times are told in, and the paper of the nation. */
export type OnPaper = { readonly zone: Zone; readonly paper: PaperSize };

const table = (rows: readonly TableRow[]): Table => new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...rows] });
const ONE_LINE = 170;

/** Few short facts stand in one line, more of them below one another. */
const factsOf = (facts: ReadableEntry['facts']): Paragraph | Table => {
  const length = facts.reduce((sum, [label, words]) => sum + label.length + words.length + 5, 0);
  if (length > ONE_LINE || facts.some(([, words]) => words.includes('\n')))
    return table(
      facts.map(
        ([label, words]) => new TableRow({ cantSplit: true, children: [cell(label, LABEL_WIDTH, true), cell(words, 100 - LABEL_WIDTH)] }),
      ),
    );
  const runs = facts.flatMap(([label, words], index) => [
    new TextRun({ text: `${index > 0 ? ' · ' : ''}${label}: `, color: QUIET }),
    new TextRun(words),
  ]);
  return new Paragraph({ children: runs, spacing: { after: 40 } });
};

const entryParts = ({ lead, facts, written }: ReadableEntry): (Paragraph | Table)[] => [
  ...(lead
    ? [new Paragraph({ keepNext: true, spacing: { before: 120, after: 40 }, children: [new TextRun({ text: lead, bold: true })] })]
    : []),
  ...(facts.length ? [factsOf(facts)] : []),
  new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: written ?? '', size: 17, color: QUIET })] }),
];

const tableOf = ({ columns, rows }: Extract<ReadablePart, { kind: 'table' }>): Table => {
  const width = 100 / columns.length;
  return table([
    new TableRow({ tableHeader: true, children: columns.map((title) => cell(title, width, true)) }),
    ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((words) => cell(words, width)) })),
  ]);
};

const sectionParts = (
  { title, rows }: Section,
  reading: { readonly zone: Zone; readonly leads: ReadonlyMap<string, string> },
): (Paragraph | Table)[] => {
  const part = readablePart(rows, reading);
  const shown = part.kind === 'table' ? [tableOf(part), line('')] : part.entries.flatMap(entryParts);
  return [heading(title, HeadingLevel.HEADING_1), ...(rows.length ? shown : [line('Nothing of this part is handed over.')])];
};

const written = async (title: string, paper: PaperSize, children: readonly (Paragraph | Table)[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        creator: AUTHOR,
        lastModifiedBy: AUTHOR,
        title,
        styles: { default: { document: { run: { font: FONT, size: 21 } } } },
        sections: [{ properties: { page: { size: PAPER_SIZES[paper] } }, children: [...children] }],
      }),
    ),
  );

/** The record as one readable .docx: what it is, what was left out and why, what lies beside it, then part by part. */
export const recordDocument = (
  { title, lines, withheld, contents }: Cover,
  sections: readonly Section[],
  { zone, paper }: OnPaper,
): Promise<Uint8Array> => {
  const leads = leadsOf(sections.flatMap(({ rows }) => rows));
  return written(title, paper, [
    heading(title, HeadingLevel.TITLE),
    ...lines.map(line),
    heading('What was left out', HeadingLevel.HEADING_1),
    ...(withheld.length ? withheld.map(bullet) : [line('Nothing was left out.')]),
    heading('What is in this archive', HeadingLevel.HEADING_1),
    ...contents.map(bullet),
    ...sections.flatMap((section) => sectionParts(section, { zone, leads })),
  ]);
};

/** A document with names taken out: its text alone, so that nothing hidden in the file goes along. */
export const redactedDocument = (name: string, pages: readonly string[], paper: PaperSize): Promise<Uint8Array> =>
  written(name, paper, [
    line(`${name}: a copy of the text, with passages about other people taken out. Pictures and layout are left out of such a copy.`),
    ...pages.map(line),
  ]);

const CELL_WIDTH = 24;

/** A workbook with names taken out: the texts of its cells alone, so that no formula, comment or property goes along. */
export const redactedWorkbook = (sheets: readonly SheetWords[]): Promise<Uint8Array> =>
  writeWorkbook(
    sheets.map(({ name, rows: [head = [], ...rows] }, index) => {
      const columns = Array.from({ length: Math.max(1, head.length, ...rows.map((row) => row.length)) }, (_, at) => head[at] ?? '');
      const title = sheets.findIndex((sheet) => sheet.name === name) === index ? name : `${name} ${index + 1}`;
      return { title, columns: columns.map((text) => ({ title: text, width: CELL_WIDTH })), rows };
    }),
  );
