import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { ClassSheet } from '#contract/classes.ts';
import { SAID_SIZE, type SheetPage } from '#domain/classes/sheet-page.ts';
import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { mustBeShown, pdfOf } from '../plans/document/pdf.ts';
import { footLines, headLines, NOTHING_YET } from './sheet-words.ts';

/** Roboto's own line is 1.172 times its size high. */
const OWN_LINE = 1.172;
const GREY = '#767676';

const rowsOf = ({ columns, rows, size, leading }: SheetPage): TableCell[][] => {
  const look = { fontSize: size, lineHeight: leading / (size * OWN_LINE) };
  const saidLook = { fontSize: SAID_SIZE, lineHeight: leading / (SAID_SIZE * OWN_LINE) };
  return rows.map(({ name, goodAt, doThis, ifWrong }) =>
    [
      {
        stack: [
          { text: name, fontSize: 12, bold: true, lineHeight: 18 / (12 * OWN_LINE) },
          { text: goodAt.join(', '), ...look },
        ],
      },
      doThis.length > 0
        ? {
            ol: doThis.map(({ words, said }) => ({ stack: [{ text: words, ...look }, ...(said ? [{ text: said, ...saidLook }] : [])] })),
            ...look,
          }
        : { text: NOTHING_YET, ...look },
      { stack: ifWrong.map((text) => ({ text, ...look })) },
    ].slice(0, columns.length),
  );
};

/** The class sheet as a PDF, laid out as the Word document is. */
export const sheetPdf = (sheet: ClassSheet, page: SheetPage, printedAt: string, paper: PaperSize): Promise<Uint8Array> => {
  const foot = footLines(sheet, page, printedAt);
  mustBeShown([
    sheet.name,
    ...foot,
    ...page.rows.flatMap(({ name, goodAt, doThis, ifWrong }) => [
      name,
      ...goodAt,
      ...doThis.flatMap(({ words, said }) => [words, said ?? '']),
      ...ifWrong,
    ]),
  ]);
  const [school, day] = headLines(sheet);
  const side = paper === 'A4' ? 56.7 : 65;
  const heads: TableCell[] = ['Pupil, and good at', 'Do this', 'If it goes wrong']
    .slice(0, page.columns.length)
    .map((text) => ({ text, fontSize: 9, bold: true }));
  const content: Content = [
    {
      columns: [
        { text: `${sheet.name}: what helps`, fontSize: 16, bold: true },
        { text: `${school}\n${day}`, fontSize: 8.5, alignment: 'right' },
      ],
    },
    { text: sheet.sentence, fontSize: 9, margin: [0, 0, 0, 4] },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: page.columns.map((width) => width - 8),
        body: [heads, ...rowsOf(page)],
      },
      layout: {
        hLineWidth: (at) => (at === 0 ? 1.5 : 0.5),
        vLineWidth: () => 0,
        hLineColor: (at) => (at <= 1 ? '#000000' : GREY),
        paddingLeft: () => 0,
        paddingRight: () => 8,
        paddingTop: () => 4,
        paddingBottom: () => 4,
      },
    },
  ];
  return pdfOf({
    pageSize: paper === 'A4' ? 'A4' : 'LETTER',
    pageMargins: [side, 50, side, 50],
    info: { title: `${sheet.name}: what helps` },
    content,
    footer: { margin: [side, 12, side, 0], fontSize: 8, stack: [...foot] },
  });
};
