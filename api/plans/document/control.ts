import { dataNamespace, dataStore, type FilledPassage } from '#api/plans/document/data-parts.ts';
import type { Slot } from '#api/plans/document/pieces.ts';
import { escapeXml } from '#api/plans/document/xml.ts';
import { entry } from '#domain/plans/entry.ts';

/** Word keeps at most this many characters of a tag or a title. */
const longest = 64;

export const gapTag = 'gap:';
const gapColour = 'A4262C';
const sourceColour = '4F52B2';

const insideRun: Record<string, string> = { '\n': '<w:br/>', '\t': '<w:tab/>' };

/** Text inside a run: line ends and tabs are elements of their own, blanks at the ends survive. */
export const runContent = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map((part) => entry(insideRun, part) ?? (part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`))
    .join('');

/** Adds a property to those a run has; the schema lets them stand in any order. */
const withProperties = (own: string, added: string): string => {
  const inside = own.replace(/^<w:rPr[^>]*\/>$|^<w:rPr[^>]*>|<\/w:rPr>$/g, '');
  return added === '' && inside === '' ? '' : `<w:rPr>${inside}${added}</w:rPr>`;
};

const gapProperties = `<w:rStyle w:val="WaymarkGap"/><w:b/><w:color w:val="${gapColour}"/>`;
const composedProperties = `<w:u w:val="dotted" w:color="${sourceColour}"/>`;

/** The frame of a gap: dashed, and it prints. */
const edges = (names: readonly string[], space: string): string =>
  names.map((name) => `<w:${name} w:val="dashed" w:sz="8"${space} w:color="${gapColour}"/>`).join('');
export const paragraphFrame = `<w:pBdr>${edges(['top', 'left', 'bottom', 'right'], ' w:space="4"')}</w:pBdr>`;
export const cellFrame = `<w:tcBorders>${edges(['top', 'left', 'bottom', 'right'], ' w:space="0"')}</w:tcBorders>`;

const binding = (path: string): string =>
  `<w:dataBinding w:prefixMappings="xmlns:p='${dataNamespace}'" w:xpath="${path}" w:storeItemID="${dataStore}"/>`;

export const repeatBinding = (path: string): string =>
  `<w15:dataBinding w:prefixMappings="xmlns:p='${dataNamespace}'" w:xpath="${path}" w:storeItemID="${dataStore}"/>`;

/** A title of at most 64 characters, cut between characters and not inside one. */
const title = (text: string): string => [...text.replace(/[\n\t]/g, ' ')].slice(0, longest).join('');

/** The numbers of the sources behind the words, outside the control, so that they are never read back as text. */
const sourceNumbers = (numbers: readonly number[]): string =>
  numbers.length === 0
    ? ''
    : `<w:r><w:rPr><w:rStyle w:val="WaymarkSource"/><w:color w:val="${sourceColour}"/><w:vertAlign w:val="superscript"/></w:rPr>${runContent(numbers.join(', '))}</w:r>`;

/** A gap behind words that are there: it can be deleted with one key, and its own words cannot be edited into a fact. */
const gapNotice = (gap: string, tag: string, id: number): string =>
  `<w:r>${runContent(' ')}</w:r><w:sdt><w:sdtPr><w:rPr>${gapProperties}</w:rPr><w:alias w:val="Gap"/><w:tag w:val="${escapeXml(`${gapTag}${tag}`.slice(0, longest))}"/><w:id w:val="${id}"/><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent><w:r><w:rPr>${gapProperties}</w:rPr>${runContent(gap)}</w:r></w:sdtContent></w:sdt>`;

/** In a block or a cell there is no room behind the control, so the gap becomes part of its words. */
export const wordsFor = (slot: Slot | undefined, text: string, gap: string | undefined): string =>
  gap && slot && !slot.runLevel ? `${text} ${gap}`.trim() : text;

/** Writes one filled control: properties in the order of the schema, its words, then sources and gap outside it. */
export function writeControl(slot: Slot, passage: FilledPassage, path: string | undefined, nextId: () => number, before: string): string {
  const { block, text, numbers } = passage;
  const empty = text === '';
  const look = block.kind === 'gap' ? gapProperties : block.composed ? composedProperties : '';
  const run = empty
    ? '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t xml:space="preserve">\u2003</w:t></w:r>'
    : `<w:r>${withProperties(slot.runProperties, look)}${runContent(text)}</w:r>`;
  const alias = block.row ? block.label : (slot.alias ?? block.label);
  const bound = slot.bindable && path ? binding(path) : '';
  const properties = `${withProperties(slot.runProperties, '')}<w:alias w:val="${escapeXml(title(alias))}"/><w:tag w:val="${escapeXml(block.tag.slice(0, longest))}"/><w:id w:val="${nextId()}"/>${slot.lock}${empty ? '<w:showingPlcHdr/>' : ''}${bound}${slot.choice}${slot.extensions}`;
  const control = `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${before}${run}${slot.after}</w:sdtContent></w:sdt>`;
  if (!slot.runLevel) return control;
  return `${control}${sourceNumbers(numbers)}${block.gap ? gapNotice(block.gap, block.tag, nextId()) : ''}`;
}
