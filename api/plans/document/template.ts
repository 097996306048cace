import type { Document, Element } from '@xmldom/xmldom';
import { isUnreadable, openPackage, type Parts, textOf, type Unreadable } from '#api/plans/document/package.ts';
import { childNamed, elementsIn, MC, parseXml, R, settingOf, UnsoundXml, W, W15, writeXml } from '#api/plans/document/xml.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

/** A content control with its text taken out: what is written around the words when it is filled. */
export type Slot = {
  readonly kind: 'slot';
  /** The template's tag; in a row, the tag of the cell inside its repeat. */
  readonly tag: string;
  readonly runProperties: string;
  readonly alias: string | null;
  readonly lock: string;
  /** The kind of control (`<w:text/>`, `<w:date>…`), and what later editions of Word add behind it. */
  readonly choice: string;
  readonly extensions: string;
  /** Only plain text may be bound: Word writes a rich control's whole package into the bound part. */
  readonly bindable: boolean;
  readonly before: readonly Piece[];
  readonly after: string;
  /** The run around the words; block and cell controls keep their own paragraph in `before` and `after`. */
  readonly runLevel: boolean;
};

/** Where the frame of a gap goes: into the properties of the paragraph or of the table cell that holds the control. */
export type Frame = { readonly kind: 'frame'; readonly of: 'paragraph' | 'cell'; readonly tag: string };

/** A part that is written once for each row. */
export type Repeat = { readonly kind: 'repeat'; readonly tag: string; readonly pattern: readonly Piece[]; readonly item: boolean };

/** A content control's number, unique in the document. */
export type ControlId = { readonly kind: 'id' };

export type Binding = { readonly kind: 'repeat-binding'; readonly tag: string };

/** The paragraph style, which a template may have in a second form for a gap: `Field` and `FieldGap`. */
export type StyleName = { readonly kind: 'style'; readonly tag: string; readonly own: string; readonly gap: string };

export type Piece = string | Slot | Frame | Repeat | ControlId | Binding | StyleName;

/** A template taken apart once: filling it is writing these pieces one after another. */
export type CompiledTemplate = {
  readonly parts: Parts;
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  readonly lastId: number;
  readonly tags: ReadonlySet<string>;
};

const markStart = '\uE0F0';
const markEnd = '\uE0F1';
const marks = new RegExp(`${markStart}(\\d+)${markEnd}`);

/** Puts a mark into the tree for each piece, so that the tree can be written once and cut at the marks. */
class Marks {
  readonly pieces: Piece[] = [];
  private readonly document: Document;
  private readonly framed = new WeakSet<Element>();
  readonly styles: ReadonlySet<string>;
  constructor(document: Document, styles: ReadonlySet<string>) {
    this.styles = styles;
    this.document = document;
  }
  text(piece: Piece): string {
    this.pieces.push(piece);
    return `${markStart}${this.pieces.length - 1}${markEnd}`;
  }
  node(piece: Piece) {
    return this.document.createTextNode(this.text(piece));
  }
  /** A paragraph that holds several controls can wear one frame only. */
  isFirstFrame(element: Element): boolean {
    const first = !this.framed.has(element);
    this.framed.add(element);
    return first;
  }
  cut(xml: string): readonly Piece[] {
    return xml.split(marks).flatMap((part, index): Piece[] => {
      if (index % 2 === 0) return part === '' ? [] : [part];
      const piece = this.pieces[Number(part)];
      return piece === undefined ? [] : [piece];
    });
  }
}

const declared = / xmlns:(w|w14|w15|mc|r|wp|a|pic)="[^"]*"/g;

/** Written without the namespace declarations that a part's root carries anyway. */
const written = (node: Element): string => writeXml(node).replace(declared, '');

const controlsIn = (root: Element): Element[] => Array.from(root.getElementsByTagNameNS(W, 'sdt'));

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

function enclosing(node: Element, name: string, stop?: Element): Element | null {
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
function takeOut(control: Element, tag: string, marked: Marks): void {
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

const renumber = (root: Element, marked: Marks): void => {
  for (const control of [root, ...controlsIn(root)]) {
    const pr = control.localName === 'sdt' ? childNamed(control, 'sdtPr') : undefined;
    const id = pr ? childNamed(pr, 'id') : undefined;
    if (id) id.setAttributeNS(W, 'w:val', marked.text({ kind: 'id' }));
  }
};

/** The rows inside a repeat: of a repeating section the first item, otherwise all it holds. */
function patternOf(control: Element): { pattern: Element[]; item: boolean } {
  const content = childNamed(control, 'sdtContent');
  const inside = content ? elementsIn(content) : [];
  const item = inside.find((child) => {
    const pr = child.localName === 'sdt' ? childNamed(child, 'sdtPr') : undefined;
    return pr && childNamed(pr, 'repeatingSectionItem', W15);
  });
  return item ? { pattern: [item], item: true } : { pattern: inside, item: false };
}

function takeOutRepeat(root: Element, repeat: PlanTemplate['repeats'][number], marked: Marks, found: Set<string>): void {
  const cellTags = new Set(repeat.cells.map((one) => one.tag));
  const controls = controlsIn(root);
  const section = controls.find((control) => tagOf(control) === repeat.tag);
  const loose = section ? null : controls.find((control) => cellTags.has(tagOf(control) ?? ''));
  const row = loose ? enclosing(loose, 'tr') : null;
  const { pattern, item } = section ? patternOf(section) : { pattern: row ? [row] : [], item: false };
  const parent = pattern[0]?.parentNode;
  if (!parent) return;
  found.add(repeat.tag);
  const inner = new Marks(root.ownerDocument as Document, marked.styles);
  for (const element of pattern) {
    for (const control of controlsIn(element).filter((one) => cellTags.has(tagOf(one) ?? '')))
      takeOut(control, tagOf(control) ?? '', inner);
    renumber(element, inner);
  }
  const piece: Repeat = { kind: 'repeat', tag: repeat.tag, pattern: inner.cut(pattern.map(written).join('')), item };
  parent.insertBefore(marked.node(piece), pattern[0] as Element);
  const others = section ? elementsIn(parent as Element) : pattern;
  for (const element of others) parent.removeChild(element);
  if (section) bindRepeat(section, repeat.tag, item, marked);
}

/** A repeating section is bound as a whole, so that Word can add a row to the data when a person adds one on the page. */
function bindRepeat(section: Element, tag: string, item: boolean, marked: Marks): void {
  const pr = childNamed(section, 'sdtPr');
  const repeating = pr ? childNamed(pr, 'repeatingSection', W15) : undefined;
  if (!pr || !repeating || !item) return;
  const old = childNamed(pr, 'dataBinding', W15);
  if (old) pr.removeChild(old);
  pr.insertBefore(marked.node({ kind: 'repeat-binding', tag }), repeating);
}

/** Later markup must be declared, and named as what an older reader may pass over. */
function declareWord15(root: Element): void {
  root.setAttribute('xmlns:w15', W15);
  root.setAttribute('xmlns:mc', MC);
  root.setAttribute('xmlns:r', R);
  const ignorable = new Set((root.getAttributeNS(MC, 'Ignorable') ?? '').split(/\s+/).filter(Boolean));
  root.setAttributeNS(MC, 'mc:Ignorable', [...ignorable.add('w15')].join(' '));
}

const fillable = /^word\/(document|header\d*|footer\d*)\.xml$/;

function highestId(root: Element): number {
  const ids = controlsIn(root).map((control) => Number(settingOf(childNamed(control, 'sdtPr') ?? control, 'id') ?? 0));
  return ids.filter((id) => Number.isFinite(id)).reduce((most, id) => Math.max(most, id), 0);
}

function compilePart(
  xml: string,
  mapping: PlanTemplate,
  styles: ReadonlySet<string>,
  found: Set<string>,
): { pieces: readonly Piece[]; lastId: number } {
  const root = parseXml(xml);
  const marked = new Marks(root.ownerDocument as Document, styles);
  const lastId = highestId(root);
  declareWord15(root);
  for (const repeat of mapping.repeats) takeOutRepeat(root, repeat, marked, found);
  const tags = new Set(mapping.controls.map((one) => one.tag));
  for (const control of controlsIn(root).filter((one) => tags.has(tagOf(one) ?? ''))) {
    found.add(tagOf(control) ?? '');
    takeOut(control, tagOf(control) ?? '', marked);
  }
  return { pieces: marked.cut(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeXml(root)}`), lastId };
}

const compiled = new WeakMap<Uint8Array, { readonly mapping: PlanTemplate; readonly answer: CompiledTemplate }>();

/** Takes a template apart at its tagged controls. The same bytes with the same mapping are taken apart once. */
export function compileTemplate(bytes: Uint8Array, mapping: PlanTemplate): CompiledTemplate | Unreadable {
  const before = compiled.get(bytes);
  if (before?.mapping === mapping) return before.answer;
  const parts = openPackage(bytes);
  if (isUnreadable(parts)) return parts;
  const answer = compileParts(parts, mapping);
  if (!isUnreadable(answer)) compiled.set(bytes, { mapping, answer });
  return answer;
}

function compileParts(parts: Parts, mapping: PlanTemplate): CompiledTemplate | Unreadable {
  if (!parts.has('word/document.xml') || !parts.has('[Content_Types].xml')) return { ...notOurs };
  const tags = new Set<string>();
  const pieces = new Map<string, readonly Piece[]>();
  let lastId = 0;
  const styles = new Set(Array.from((textOf(parts, 'word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"/g), (match) => match[1] ?? ''));
  try {
    for (const name of [...parts.keys()].filter((one) => fillable.test(one))) {
      const part = compilePart(textOf(parts, name) ?? '', mapping, styles, tags);
      pieces.set(name, part.pieces);
      lastId = Math.max(lastId, part.lastId);
    }
  } catch (error) {
    if (error instanceof UnsoundXml)
      return { ok: false, why: 'damaged', words: 'This template is damaged. Open it in Word, save it, and add it again.' };
    throw error;
  }
  return { parts, pieces, lastId, tags };
}

const notOurs: Unreadable = { ok: false, why: 'not-a-document', words: 'This template is not a Word document (.docx).' };
