/**
 * The few shapes our documents are made of, as WordprocessingML. Templates are built of them once and are data from then on; a plain
 * report is written of them each time.
 */

import { PAPER_SIZES, type PaperSize } from '#domain/pupils/paper-size.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

let lastId = 100;
const nextId = (): number => ++lastId;

/** Control numbers start again with each template, so that building twice gives the same bytes. */
export const startTemplate = (): void => {
  lastId = 100;
};

export const run = (text: string, style?: string): string =>
  `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A plain-text control inside a line, with what it will hold as its prompt. */
export const control = (tag: string, title: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${escaped(title)}"/><w:tag w:val="${tag}"/><w:id w:val="${nextId()}"/><w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>${run(title, 'PlaceholderText')}</w:sdtContent></w:sdt>`;

export const paragraph = (style: string, ...inside: readonly string[]): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside.join('')}</w:p>`;

export const heading = (text: string): string => paragraph('Heading1', run(text));

/** A small label with its control under it. */
export const field = (tag: string, title: string): string => paragraph('FieldLabel', run(title)) + paragraph('Field', control(tag, title));

const repeating = (tag: string, title: string, item: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${escaped(title)}"/><w:tag w:val="${tag}"/><w:id w:val="${nextId()}"/><w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w:id w:val="${nextId()}"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>${item}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`;

/** Paragraphs that are repeated: a label and its text for each need or goal. */
export const repeatedFields = (tag: string, title: string, cells: { readonly label: string; readonly text: string }): string =>
  repeating(
    tag,
    title,
    paragraph('FieldLabel', control(`${tag}.${cells.label}`, 'Label')) + paragraph('Field', control(`${tag}.${cells.text}`, title)),
  );

/** A list with a bullet for each row. */
export const repeatedBullets = (tag: string, title: string, cell: string): string =>
  repeating(tag, title, paragraph('FieldBullet', control(`${tag}.${cell}`, title)));

export type Column = { readonly field: string; readonly title: string; readonly width: number };

const borderless =
  '<w:tblBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/><w:insideH w:val="nil"/><w:insideV w:val="nil"/></w:tblBorders>';

const table = (style: string, widths: readonly number[], rows: string, borders = ''): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;

const cellOf = (width: number, style: string, inside: string, shaded = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shaded}</w:tcPr>${paragraph(style, inside)}</w:tc>`;

const headShade = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEF6"/>';

/** A table whose body row is repeated; its heading row comes again on each page. */
export const repeatedTable = (tag: string, title: string, columns: readonly Column[]): string => {
  const top = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map((column) => cellOf(column.width, 'TableHead', run(column.title), headShade)).join('')}</w:tr>`;
  const row = `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns.map((column) => cellOf(column.width, 'TableText', control(`${tag}.${column.field}`, column.title))).join('')}</w:tr>`;
  return `${table(
    'WaymarkTable',
    columns.map((column) => column.width),
    top + repeating(tag, title, row),
  )}${paragraph('AfterTable')}`;
};

/** A table of plain text; its heading row comes again on each page. */
export const plainTable = (
  columns: readonly { readonly title: string; readonly width: number }[],
  rows: readonly (readonly string[])[],
): string => {
  const line = (cells: readonly string[], style: string, more: string, shade = '') =>
    `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.map((text, at) => cellOf(columns[at]?.width ?? 0, style, run(text), shade)).join('')}</w:tr>`;
  const top = line(
    columns.map(({ title }) => title),
    'TableHead',
    '<w:tblHeader/>',
    headShade,
  );
  const body = rows.map((cells) => line(cells, 'TableText', '')).join('');
  return `${table(
    'WaymarkTable',
    columns.map(({ width }) => width),
    top + body,
  )}${paragraph('AfterTable')}`;
};

/** Particulars at the top: label and value, two pairs a row, without lines. */
export const particulars = (pairs: readonly (readonly [tag: string, title: string])[]): string => {
  const widths = [1350, 3475, 1350, 3463];
  const rows: string[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const cells = [pairs[index], pairs[index + 1]].map((pair, column) => {
      const [labelWidth, valueWidth] = [widths[column * 2] ?? 0, widths[column * 2 + 1] ?? 0];
      return pair
        ? cellOf(labelWidth, 'ParticularLabel', run(pair[1])) + cellOf(valueWidth, 'Particular', control(pair[0], pair[1]))
        : cellOf(labelWidth, 'ParticularLabel', '') + cellOf(valueWidth, 'Particular', '');
    });
    rows.push(`<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`);
  }
  return `${table('WaymarkPlain', widths, rows.join(''), borderless)}${paragraph('AfterTable')}`;
};

/** Lines to sign on: name and part on the left, signature and date on the right. */
export const signatures = (people: readonly string[]): string => {
  const widths = [3300, 4138, 2200];
  const top = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${['Name and part', 'Signature', 'Date'].map((title, index) => cellOf(widths[index] ?? 0, 'TableHead', run(title), headShade)).join('')}</w:tr>`;
  const rows = people.map(
    (person) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="620" w:hRule="atLeast"/></w:trPr>${cellOf(widths[0] ?? 0, 'TableSign', run(person))}${cellOf(widths[1] ?? 0, 'TableSign', '')}${cellOf(widths[2] ?? 0, 'TableSign', '')}</w:tr>`,
  );
  return `${table('WaymarkTable', widths, top + rows.join(''))}${paragraph('AfterTable')}`;
};

export type Page = { readonly paper: PaperSize };

/** So that the text is 9,638 twentieths of a point wide on either paper. */
const margins = { A4: 1134, Letter: 1301 };

/** The main part: the body with its page, header and footer. */
export const documentPart = (body: string, page: Page): string =>
  `${head}<w:document ${namespaces}><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="${PAPER_SIZES[page.paper].width}" w:h="${PAPER_SIZES[page.paper].height}"/><w:pgMar w:top="1247" w:right="${margins[page.paper]}" w:bottom="1134" w:left="${margins[page.paper]}" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr></w:body></w:document>`;

export const headerPart = (inside: string): string => `${head}<w:hdr ${namespaces}>${inside}</w:hdr>`;
export const footerPart = (inside: string): string => `${head}<w:ftr ${namespaces}>${inside}</w:ftr>`;

export const tab = '<w:r><w:tab/></w:r>';
const counter = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const pageOfPages = `${run('Page ')}${counter('PAGE')}${run(' of ')}${counter('NUMPAGES')}`;
