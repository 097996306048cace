/**
 * WordprocessingML for two directions of writing. A paragraph of a right-to-left language carries `bidi`, its runs `rtl`; a fact in Latin
 * letters or figures inside it is a run of its own between left-to-right marks, which Word and LibreOffice both keep in order.
 */

export type Direction = 'ltr' | 'rtl' | 'auto';

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LEFT_TO_RIGHT_MARK = '\u200E';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const run = (text: string, rtl: boolean): string =>
  `<w:r>${rtl ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** Text in a paragraph of that direction. A `fact` may be in other letters than the sentence around it. */
export const written = (text: string, direction: Direction, fact = false): string => {
  const rtl = RIGHT_TO_LEFT.test(text);
  if (direction !== 'rtl') return run(text, rtl);
  return fact && !rtl ? run(`${LEFT_TO_RIGHT_MARK}${text}${LEFT_TO_RIGHT_MARK}`, false) : run(text, true);
};

const isRtl = (direction: Direction, inside: string): boolean =>
  direction === 'rtl' || (direction === 'auto' && inside.includes('<w:rtl/>'));

/** Styles whose letters are bold; Word takes the weight of Arabic letters from a mark of their own. */
const BOLD = new Set(['Title', 'Heading1', 'ParticularLabel']);

/** A paragraph; one of direction *auto* follows what is written in it. `close` leaves no room below it, as between lines of an address. */
export const directed = (style: string, direction: Direction, inside: string, close = false): string => {
  const rtl = isRtl(direction, inside);
  const weighed = rtl && BOLD.has(style) ? inside.replaceAll('<w:rtl/>', '<w:bCs/><w:rtl/>') : inside;
  const room = close ? '<w:spacing w:after="0"/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${rtl ? '<w:bidi/>' : ''}${room}</w:pPr>${weighed}</w:p>`;
};

/** A key or a code to copy by hand: large, and a whole key on one line. It is read from left to right in every language. */
export const toCopy = (text: string, direction: Direction): string => {
  const mark = direction === 'rtl' ? LEFT_TO_RIGHT_MARK : '';
  const words = `<w:t xml:space="preserve">${mark}${escaped(text)}${mark}</w:t>`;
  return directed('Field', direction, `<w:r><w:rPr><w:b/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>${words}</w:r>`);
};

/** A little room after a paragraph. */
export const spacer = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>';

const WIDTHS = [2600, 7038] as const;

const cell = (width: number, style: string, direction: Direction, inside: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${directed(style, direction, inside)}</w:tc>`;

/** Room for a hand that writes, in twentieths of a point. */
const TO_SIGN = '<w:trHeight w:val="480" w:hRule="atLeast"/>';

/** Labels with their values beside them; in a right-to-left letter the labels stand on the right. `signed` leaves room to write. */
export const labelled = (direction: Direction, rows: readonly (readonly [label: string, value: string])[], signed = false): string => {
  const lines = rows.map(
    ([label, value]) =>
      `<w:tr><w:trPr><w:cantSplit/>${signed ? TO_SIGN : ''}</w:trPr>${cell(WIDTHS[0], 'ParticularLabel', direction, label)}${cell(WIDTHS[1], 'Particular', direction, value)}</w:tr>`,
  );
  const visual = direction === 'rtl' ? '<w:bidiVisual/>' : '';
  return `<w:tbl><w:tblPr><w:tblStyle w:val="WaymarkPlain"/>${visual}<w:tblW w:w="${WIDTHS[0] + WIDTHS[1]}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${lines.join('')}</w:tbl>${spacer}`;
};

const counter = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** `1 / 2`, in figures that need no language. */
export const pageNumber = `${counter('PAGE')}${run(' / ', false)}${counter('NUMPAGES')}`;
