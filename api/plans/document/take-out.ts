import type { Document, Element } from '@xmldom/xmldom';
import { Marks, type Slot } from '#api/plans/document/pieces.ts';
import { childNamed, elementsIn, settingOf, W, writeXml } from '#api/plans/document/xml.ts';

const declared = / xmlns:(w|w14|w15|mc|r|wp|a|pic)="[^"]*"/g;

/** Written without the namespace declarations that a part's root carries anyway. */
export const written = (node: Element): string => writeXml(node).replace(declared, '');

/** The content controls inside an element, inner ones too. */
export const controlsIn = (root: Element): Element[] => Array.from(root.getElementsByTagNameNS(W, 'sdt'));

/** A control's tag. */
export const tagOf = (control: Element): string | null => {
  const properties = childNamed(control, 'sdtPr');
  return properties ? settingOf(properties, 'tag') : null;
};

const choices = ['comboBox', 'date', 'dropDownList', 'picture', 'richText', 'text', 'docPartObj', 'docPartList'];

function clear(node: Element, keep: (child: Element) => boolean): void {
  while (node.firstChild && !(node.firstChild.nodeType === 1 && keep(node.firstChild as Element))) node.removeChild(node.firstChild);
  let next = node.firstChild?.nextSibling ?? null;
  while (next) {
    const following = next.nextSibling;
    if (!(next.nodeType === 1 && keep(next as Element))) node.removeChild(next);
    next = following;
  }
}

function markStyle(properties: Element, tag: string, marked: Marks): void {
  const style = childNamed(properties, 'pStyle');
  const own = style?.getAttributeNS(W, 'val') ?? '';
  const gap = `${own}Gap`;
  if (style && marked.styles.has(gap)) style.setAttributeNS(W, 'w:val', marked.text({ kind: 'style', tag, own, gap }));
}

/** The paragraph properties, made if missing; the frame's mark goes behind those that must stand before `w:pBdr`. */
function markParagraph(paragraph: Element, tag: string, marked: Marks): void {
  const document = paragraph.ownerDocument as Document;
  let properties = childNamed(paragraph, 'pPr');
  if (!properties) {
    properties = document.createElementNS(W, 'w:pPr');
    paragraph.insertBefore(properties, paragraph.firstChild);
  }
  markStyle(properties, tag, marked);
  const before = ['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers'];
  if (childNamed(properties, 'pBdr') || !marked.isFirstFrame(paragraph)) return;
  const next = elementsIn(properties).find((child) => !before.includes(child.localName ?? '')) ?? null;
  properties.insertBefore(marked.node({ kind: 'frame', of: 'paragraph', tag }), next);
}

function markCell(cell: Element, tag: string, marked: Marks): void {
  const document = cell.ownerDocument as Document;
  let properties = childNamed(cell, 'tcPr');
  if (!properties) {
    properties = document.createElementNS(W, 'w:tcPr');
    cell.insertBefore(properties, cell.firstChild);
  }
  const before = ['cnfStyle', 'tcW', 'gridSpan', 'hMerge', 'vMerge'];
  if (childNamed(properties, 'tcBorders') || !marked.isFirstFrame(cell)) return;
  const next = elementsIn(properties).find((child) => !before.includes(child.localName ?? '')) ?? null;
  properties.insertBefore(marked.node({ kind: 'frame', of: 'cell', tag }), next);
}

/** The nearest element of this name around another. */
export function enclosing(node: Element, name: string, stop?: Element): Element | null {
  let parent = node.parentNode;
  while (parent && parent !== stop) {
    if (parent.nodeType === 1 && (parent as Element).localName === name && (parent as Element).namespaceURI === W) return parent as Element;
    parent = parent.parentNode;
  }
  return null;
}

/** Only a cell that holds nothing but this control is framed as a cell; otherwise its paragraph is. */
function frame(control: Element, paragraph: Element | null, tag: string, marked: Marks): void {
  const cell = enclosing(control, 'tc');
  if (cell && cell.getElementsByTagNameNS(W, 'sdt').length === 1) {
    markCell(cell, tag, marked);
    const style = paragraph ? childNamed(paragraph, 'pPr') : undefined;
    if (style) markStyle(style, tag, marked);
  } else if (paragraph) markParagraph(paragraph, tag, marked);
}

function properties(control: Element) {
  const from = childNamed(control, 'sdtPr');
  const children = from ? elementsIn(from) : [];
  const write = (name: string): string =>
    children
      .filter((child) => child.localName === name && child.namespaceURI === W)
      .map(written)
      .join('');
  const choice = children.find((child) => choices.includes(child.localName ?? '') && child.namespaceURI === W);
  const plain = !choice || choice.localName === 'text' || choice.localName === 'richText';
  const checkbox = children.some((child) => child.localName === 'checkbox');
  const dropped = new Set(['dataBinding', 'repeatingSection', 'repeatingSectionItem']);
  return {
    runProperties: write('rPr'),
    alias: from ? settingOf(from, 'alias') : null,
    lock: write('lock'),
    choice: plain && !checkbox ? '<w:text w:multiLine="1"/>' : choice ? written(choice) : '',
    extensions: children
      .filter((child) => child.namespaceURI !== W && !dropped.has(child.localName ?? ''))
      .map(written)
      .join(''),
    bindable: plain && !checkbox,
  };
}

function runPropertiesIn(content: Element): string {
  const run = Array.from(content.getElementsByTagNameNS(W, 'r'))[0];
  const own = run ? childNamed(run, 'rPr') : undefined;
  if (!own || settingOf(own, 'rStyle') === 'PlaceholderText') return '';
  return written(own);
}

/** Takes the words out of one control and leaves a mark where the filled control will be written. */
export function takeOut(control: Element, tag: string, marked: Marks): void {
  const content = childNamed(control, 'sdtContent');
  if (!content) return;
  const shown = properties(control);
  const runProperties = shown.runProperties.replace(/^<w:rPr>|<\/w:rPr>$|^<w:rPr\/>$/g, '') !== '' ? shown.runProperties : '';
  const own = runPropertiesIn(content) || runProperties;
  const first = elementsIn(content)[0];
  const runLevel = !first || !['p', 'tbl', 'tc', 'tr'].includes(first.localName ?? '');
  const inner = new Marks(control.ownerDocument as Document, marked.styles);
  const hole = inner.text('');
  let shell = hole;
  if (!runLevel && first) {
    const paragraph = first.localName === 'p' ? first : (Array.from(first.getElementsByTagNameNS(W, 'p'))[0] ?? null);
    if (paragraph) {
      clear(paragraph, (child) => child.localName === 'pPr');
      const cell = first.localName === 'tc' ? first : null;
      if (cell) markCell(cell, tag, inner);
      else markParagraph(paragraph, tag, inner);
      if (cell) clear(cell, (child) => child.localName === 'tcPr' || child === paragraph);
      paragraph.appendChild((control.ownerDocument as Document).createTextNode(hole));
      shell = written(first);
    }
  }
  const [before = '', after = ''] = shell.split(hole);
  const slot: Slot = { kind: 'slot', tag, ...shown, runProperties: own, before: inner.cut(before), after, runLevel };
  if (runLevel) frame(control, enclosing(control, 'p'), tag, marked);
  control.parentNode?.replaceChild(marked.node(slot), control);
}
