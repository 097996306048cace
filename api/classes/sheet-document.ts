import type { ClassSheet } from '#contract/classes.ts';
import { SAID_SIZE, type SheetPage } from '#domain/classes/sheet-page.ts';
import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { paragraph, run, tab } from '../plans/document/templates/wordml.ts';
import { footLines, headLines, NOTHING_YET } from './sheet-words.ts';

const twips = (points: number): number => Math.round(points * 20);

type Look = { readonly size?: number; readonly leading: number; readonly bold?: true };

/** A paragraph of exact height, black on white, so that what was measured is what is printed. */
const line = (words: string, { size = 10.5, leading, bold }: Look, more = ''): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${twips(leading)}" w:lineRule="exact"/>${more}</w:pPr>${run(words).replace(
    '<w:r>',
    `<w:r><w:rPr>${bold ? '<w:b/>' : ''}<w:color w:val="000000"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`,
  )}</w:p>`;

const INDENT = '<w:ind w:left="280" w:hanging="280"/>';

const UNDER = '<w:ind w:left="280"/>';

const cell = (width: number, inside: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;

const tableRow = (cells: string, more = ''): string => `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells}</w:tr>`;

const EDGES =
  '<w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="767676"/></w:tblBorders>';

const tableOf = ({ columns, rows, size, leading }: SheetPage): string => {
  const look = { size, leading };
  const saidLook = { size: SAID_SIZE, leading };
  const heads = ['Pupil, and good at', 'Do this', 'If it goes wrong'] as const;
  const head = tableRow(
    columns.map((width, at) => cell(width, line(heads[at] ?? '', { size: 9, leading: 12, bold: true }))).join(''),
    '<w:tblHeader/>',
  );
  const body = rows.map(({ name, goodAt, doThis, ifWrong }) =>
    tableRow(
      [
        line(name, { size: 12, leading: 18, bold: true }) + (goodAt.length ? line(goodAt.join('; '), look) : ''),
        doThis.length
          ? doThis
              .map(({ words, said }, at) => line(`${at + 1}  ${words}`, look, INDENT) + (said ? line(said, saidLook, UNDER) : ''))
              .join('')
          : line(NOTHING_YET, look),
        (ifWrong.length ? ifWrong : ['Not asked yet']).map((words) => line(words, look)).join(''),
      ]
        .slice(0, columns.length)
        .map((inside, at) => cell(columns[at] ?? 0, inside))
        .join(''),
    ),
  );
  const grid = columns.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  const margins =
    '<w:tblCellMar><w:top w:w="90" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="90" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar>';
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(columns.reduce((sum, width) => sum + width, 0))}" w:type="dxa"/>${EDGES}<w:tblLayout w:type="fixed"/>${margins}<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>`;
};

/** The class sheet as a Word document: black on white, a title, the rows, and at the foot whom to ask and when it ends. */
export const sheetDocument = (sheet: ClassSheet, page: SheetPage, printedAt: string, paper: PaperSize): Uint8Array => {
  const [school, day] = headLines(sheet);
  return plainDocument(
    {
      header: paragraph('Header', run(school), tab, run(day)),
      footer: footLines(sheet, page, printedAt)
        .map((words) => line(words, { size: 8, leading: 10 }))
        .join(''),
      body: [
        line(`${sheet.name}: what helps`, { size: 16, leading: 22, bold: true }),
        line(sheet.sentence, { size: 9, leading: 16 }),
        tableOf(page),
        line('', { size: 1, leading: 1 }),
      ].join(''),
    },
    paper,
  );
};
