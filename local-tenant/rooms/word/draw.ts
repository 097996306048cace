import { attribute, type Control, child, controlsOf, isPlainText, textOf, W } from './controls.ts';
import type { OpenPackage } from './package.ts';

/** Looks that a paragraph or run may carry; sizes in half points, as Word keeps them. */
type Looks = {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  superscript?: boolean;
  before?: number;
  after?: number;
  align?: string;
};

const POINTS_A_TWIP = 1 / 20;

const isOn = (parent: Element, name: string): boolean | undefined => {
  const found = child(parent, name);
  if (!found) return undefined;
  return !['0', 'false', 'none'].includes(attribute(found, 'val') ?? '1');
};

const runLooks = (properties: Element | null): Looks => {
  if (!properties) return {};
  const size = attribute(child(properties, 'sz'), 'val');
  const color = attribute(child(properties, 'color'), 'val');
  const bold = isOn(properties, 'b');
  const italic = isOn(properties, 'i');
  return {
    ...(size ? { size: Number(size) } : {}),
    ...(color && color !== 'auto' ? { color } : {}),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(attribute(child(properties, 'vertAlign'), 'val') === 'superscript' ? { superscript: true } : {}),
  };
};

const paragraphLooks = (properties: Element | null): Looks => {
  const spacing = properties && child(properties, 'spacing');
  const align = attribute(properties && child(properties, 'jc'), 'val');
  const before = attribute(spacing, 'before');
  const after = attribute(spacing, 'after');
  return { ...(before ? { before: Number(before) } : {}), ...(after ? { after: Number(after) } : {}), ...(align ? { align } : {}) };
};

type Style = { looks: Looks; outline: number | null };

/** Paragraph styles by id, each with what it is based on already in it. */
const stylesOf = (pack: OpenPackage): ((id: string | null) => Style) => {
  const tree = pack.xml('word/styles.xml');
  const all = new Map(Array.from(tree?.getElementsByTagNameNS(W, 'style') ?? []).map((one) => [attribute(one, 'styleId') ?? '', one]));
  const defaults = Array.from(tree?.getElementsByTagNameNS(W, 'rPrDefault') ?? [])[0];
  const base: Style = { looks: runLooks(defaults ? child(defaults, 'rPr') : null), outline: null };
  const find = (id: string | null, depth = 0): Style => {
    const style = id === null ? undefined : all.get(id);
    if (!style || depth > 12) return base;
    const under = find(attribute(child(style, 'basedOn'), 'val'), depth + 1);
    const properties = child(style, 'pPr');
    const outline = attribute(properties && child(properties, 'outlineLvl'), 'val');
    return {
      looks: { ...under.looks, ...runLooks(child(style, 'rPr')), ...paragraphLooks(properties) },
      outline: outline === null ? under.outline : Number(outline),
    };
  };
  return find;
};

const wear = (element: HTMLElement, looks: Looks): void => {
  const { style } = element;
  if (looks.size) style.fontSize = `${looks.size / 2}pt`;
  if (looks.bold !== undefined) style.fontWeight = looks.bold ? '600' : '400';
  if (looks.italic) style.fontStyle = 'italic';
  if (looks.color) style.color = `#${looks.color}`;
  if (looks.superscript) style.verticalAlign = 'super';
  if (looks.superscript) style.fontSize = '0.7em';
  if (looks.before !== undefined) style.marginTop = `${looks.before * POINTS_A_TWIP}pt`;
  if (looks.after !== undefined) style.marginBottom = `${looks.after * POINTS_A_TWIP}pt`;
  if (looks.align) style.textAlign = looks.align === 'both' ? 'justify' : looks.align;
};

/** What the drawing tells the room: a person typed into a control, or put the cursor into one. */
export type Typing = { typed(control: Control, text: string): void; entered(control: Control): void };

/** Draws the body of a .docx as HTML: paragraphs, tables and content controls, the plain-text ones to be typed into. */
export const draw = (pack: OpenPackage, place: HTMLElement, typing: Typing): Map<number, HTMLElement> => {
  const body = pack.xml('word/document.xml')?.getElementsByTagNameNS(W, 'body')[0];
  const styles = stylesOf(pack);
  const controls = new Map(controlsOf(pack).map((control) => [control.element, control]));
  const drawn = new Map<number, HTMLElement>();

  const run = (element: Element, into: HTMLElement): void => {
    const span = document.createElement('span');
    wear(span, runLooks(child(element, 'rPr')));
    for (const part of Array.from(element.children)) {
      if (part.localName === 't') span.append(part.textContent ?? '');
      else if (part.localName === 'tab') span.append('\t');
      else if (part.localName === 'br') span.append(document.createElement('br'));
    }
    into.append(span);
  };

  const paragraph = (element: Element, into: HTMLElement): void => {
    const properties = child(element, 'pPr');
    const style = styles(attribute(properties && child(properties, 'pStyle'), 'val'));
    const line = document.createElement(style.outline === null ? 'p' : `h${Math.min(6, style.outline + 1)}`);
    wear(line, { ...style.looks, ...paragraphLooks(properties) });
    if (properties && child(properties, 'numPr')) line.classList.add('listed');
    inside(element, line);
    if (!line.textContent) line.append(document.createElement('br'));
    into.append(line);
  };

  const table = (element: Element, into: HTMLElement): void => {
    const properties = child(element, 'tblPr');
    const borders = properties && child(properties, 'tblBorders');
    const drawnLines = Array.from(borders?.children ?? []).some((line) => !['none', 'nil'].includes(attribute(line, 'val') ?? 'none'));
    const styled = attribute(properties && child(properties, 'tblStyle'), 'val') !== null;
    const box = document.createElement('table');
    box.classList.toggle('ruled', drawnLines || (styled && !borders));
    inside(element, box);
    into.append(box);
  };

  const cell = (element: Element, into: HTMLElement): void => {
    const properties = child(element, 'tcPr');
    const box = document.createElement('td');
    const fill = attribute(properties && child(properties, 'shd'), 'fill');
    const width = attribute(properties && child(properties, 'tcW'), 'w');
    const span = attribute(properties && child(properties, 'gridSpan'), 'val');
    if (fill && fill !== 'auto') box.style.backgroundColor = `#${fill}`;
    if (width && attribute(properties && child(properties, 'tcW'), 'type') === 'dxa')
      box.style.width = `${Number(width) * POINTS_A_TWIP}pt`;
    if (span) box.colSpan = Number(span);
    inside(element, box);
    into.append(box);
  };

  const control = (element: Element, into: HTMLElement): void => {
    const found = controls.get(element);
    const content = child(element, 'sdtContent');
    if (!found || !content) return;
    const first = content.children[0]?.localName;
    // Word shows no frame around what only holds other controls, and a row or cell cannot have one here.
    if (first === 'tr' || first === 'tc' || !isPlainText(found)) {
      inside(content, into);
      return;
    }
    const box = document.createElement(first === 'p' || first === 'tbl' ? 'div' : 'span');
    box.className = 'control';
    box.dataset.tag = found.tag;
    box.dataset.label = found.label;
    inside(content, box);
    typeable(found, box);
    drawn.set(found.index, box);
    into.append(box);
  };

  const typeable = (found: Control, box: HTMLElement): void => {
    box.contentEditable = 'plaintext-only';
    box.role = 'textbox';
    box.ariaMultiLine = 'true';
    box.ariaLabel = found.label || found.tag;
    box.classList.toggle('gap', /^Gap\b/.test(textOf(found)));
    box.addEventListener('focus', () => typing.entered(found));
    box.addEventListener('input', () => typing.typed(found, box.innerText.replace(/\n$/, '')));
  };

  const inside = (element: Element, into: HTMLElement): void => {
    for (const part of Array.from(element.children)) {
      if (part.namespaceURI !== W) continue;
      switch (part.localName) {
        case 'p':
          paragraph(part, into);
          break;
        case 'r':
          run(part, into);
          break;
        case 'sdt':
          control(part, into);
          break;
        case 'tbl':
          table(part, into);
          break;
        case 'tr': {
          const row = document.createElement('tr');
          inside(part, row);
          into.append(row);
          break;
        }
        case 'tc':
          cell(part, into);
          break;
        case 'hyperlink':
        case 'ins':
        case 'smartTag':
          inside(part, into);
          break;
      }
    }
  };

  place.replaceChildren();
  if (body) inside(body, place);
  return drawn;
};
