import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { ReportRow } from '#domain/compliance/report-figure.ts';
import { PAPER_SIZES, paperSizeOf } from '#domain/pupils/paper-size.ts';
import { DOCUMENT_FONT, documentTable } from '../exports/document-table.ts';
import { childrenCells, figureTables, type ReportFacts, rowsTable, sortOfNeed, stateWords } from './year-report-tables.ts';

/** An inch on every side, in twentieths of a point. */
const MARGIN = 1440;

const heading = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_1, spacing: { before: 280, after: 100 }, keepNext: true });
const line = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 100 } });

type Rows = readonly (readonly string[])[];

/** A table between the margins of a sheet, its widths in hundredths of the text's; or a line where there is nothing to put in it. */
type TableOr = (rows: Rows, heads: readonly string[], widths: readonly number[], none: string) => Table | Paragraph;

const tablesOn = (sheet: { readonly width: number }): TableOr => {
  const text = sheet.width - 2 * MARGIN;
  return (rows, heads, widths, none) =>
    rows.length > 0 ? documentTable(heads, rows, { widths: widths.map((width) => Math.round((text * width) / 100)) }) : line(none);
};

const FIGURE_HEADS = ['Figure', 'What', 'On time', 'Of', 'Rate', 'Median days'];
const FIGURE_WIDTHS = [11, 48, 10, 8, 10, 13];

/** The report as a document: what it counts, the figures, those that were late with their reasons, and the rows behind each figure. */
export const reportDocument = async (facts: ReportFacts): Promise<Uint8Array> => {
  const { report, school, publication } = facts;
  const title = `Compliance report ${report.year.name}`;
  const sheet = PAPER_SIZES[paperSizeOf(facts.nation)];
  const tableOr = tablesOn(sheet);
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({
        creator: 'Waymark',
        lastModifiedBy: 'Waymark',
        title,
        styles: { default: { document: { run: { font: DOCUMENT_FONT, size: 21 } } } },
        sections: [
          {
            properties: { page: { size: sheet, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
            footers: { default: new Footer({ children: [pageLine(`${school} · ${title}`)] }) },
            children: [
              new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
              line(school),
              ...whatIsCounted(facts).map(line),
              ...figureTables(facts).flatMap((part) => [
                heading(part.title),
                ...(part.title === report.national.title ? [line(report.national.note)] : []),
                tableOr(part.rows, FIGURE_HEADS, FIGURE_WIDTHS, 'No date of the year has passed yet.'),
              ]),
              heading(`Children by ${sortOfNeed(facts.nation).toLowerCase()}`),
              line('As the record stands on the day of this report.'),
              tableOr(
                childrenCells(facts),
                ['Figure', sortOfNeed(facts.nation), facts.nation === 'england' ? 'With a plan' : 'With an IEP', 'With support'],
                [10, 50, 20, 20],
                'Nobody is on the register.',
              ),
              ...(publication ? [] : [...latePart(report.late, tableOr), ...rowsPart(facts, tableOr)]),
            ],
          },
        ],
      }),
    ),
  );
};

const pageLine = (text: string): Paragraph =>
  new Paragraph({
    children: [`${text} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES].map(
      (part) => new TextRun({ children: [part], size: 16 }),
    ),
  });

const whatIsCounted = ({ report: { year, through, rows }, publication }: ReportFacts): string[] => [
  `Dates that fell due from ${dayWordsWithYear(year.from)} to ${dayWordsWithYear(year.to)} and have passed by ${dayWordsWithYear(through)}, and those met before their day: ${publication ? 'small numbers are withheld' : countWords(rows.length, 'date')}. A date still ahead is in no figure. Days run from the event that started a date to the one that met it.`,
  publication
    ? 'For publication: c stands for a count under five, or one that would give such a count away; other counts are rounded to the nearest five. A rate is given from ten dates on, a median from five.'
    : 'For the school’s own use: it holds case references and small numbers. Each figure is counted from the rows at the end that name it.',
];

/** `16 Nov 2026`, kept on one line. */
const dateWords = (day: Day): string => dayWordsWithYear(day).replace(/^\w+ /, '').replaceAll(' ', '\u00A0');

const latePart = (late: readonly ReportRow[], tableOr: TableOr): (Paragraph | Table)[] => [
  heading('Late, with reasons'),
  tableOr(
    late.map((row) => [
      String(row.number),
      row.caseRef ?? '',
      row.ruleTitle,
      dateWords(row.due),
      row.metOn ? dateWords(row.metOn) : stateWords(row),
      String(row.late),
      [row.state === 'excused' ? 'An exception is claimed.' : '', row.reason ?? 'No reason recorded'].filter(Boolean).join(' '),
    ]),
    ['Row', 'Case', 'What', 'Due', 'Met', 'Days late', 'Reason'],
    [8, 13, 21, 15, 15, 8, 20],
    'No date was late.',
  ),
];

const rowsPart = (facts: ReportFacts, tableOr: TableOr): (Paragraph | Table)[] => {
  const { columns, rows } = rowsTable(facts);
  const wanted = ['Row', 'Case', 'What', 'Due', 'Met', 'State', 'Counted in'].map((name) =>
    columns.findIndex(({ title }) => title === name),
  );
  return [
    heading('Rows behind the figures'),
    tableOr(
      rows.map((cells) => wanted.map((at) => textOf(cells[at]))),
      wanted.map((at) => columns[at]?.title ?? ''),
      [8, 13, 22, 15, 15, 14, 13],
      'No date of the year has passed yet.',
    ),
  ];
};

const textOf = (value: ReturnType<typeof rowsTable>['rows'][number][number] | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? dateWords(value.day) : String(value);
};
