import { attribute, type Control, child, controlsOf, isPlainText, textOf, W } from './controls.ts';
import { POINTS_A_TWIP, paragraphLooks, runLooks, stylesOf, wear } from './looks.ts';
import type { OpenPackage } from './package.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part that the first section names as its header or footer, if it has one. */
const runningPart = (pack: OpenPackage, kind: 'headerReference' | 'footerReference'): Element | null => {
  const named = pack.xml('word/document.xml')?.getElementsByTagNameNS(W, kind)[0]?.getAttributeNS(OFFICE, 'id');
  const all = Array.from(pack.xml('word/_rels/document.xml.rels')?.getElementsByTagName('Relationship') ?? []);
  const target = all.find((one) => one.getAttribute('Id') === named)?.getAttribute('Target');
  return (named && target && pack.xml(`word/${target}`)?.documentElement) || null;
};

/** What stands in a control on the page, line breaks as new lines. */
const typedText = (node: Node): string => {
  if (node instanceof HTMLBRElement) return '\n';
  return node instanceof Text ? node.data : Array.from(node.childNodes, typedText).join('');
};

const tabStop = (): HTMLElement => {
  const stop = document.createElement('span');
  stop.className = 'tab';
  stop.textContent = '\t';
  return stop;
};

/** What the drawing tells the room: a person typed into a control, or put the cursor into one. */
export type Typing = { readonly mayType: boolean; typed(control: Control, text: string): void; entered(control: Control): void };

/** Draws the body of a .docx as HTML: paragraphs, tables and content controls, the plain-text ones to be typed into. */
export const draw = (pack: OpenPackage, place: HTMLElement, typing: Typing): Map<number, HTMLElement> => {
  const body = pack.xml('word/document.xml')?.getElementsByTagNameNS(W, 'body')[0];
  const styles = stylesOf(pack);
  const controls = new Map(controlsOf(pack).map((control) => [control.element, control]));
  const drawn = new Map<number, HTMLElement>();

  const run = (element: Element, into: HTMLElement): void => {
    const span = document.createElement('span');
    const properties = child(element, 'rPr');
    wear(span, { ...styles(attribute(properties && child(properties, 'rStyle'), 'val')).own, ...runLooks(properties) });
    for (const part of Array.from(element.children)) {
      if (part.localName === 't') span.append(part.textContent ?? '');
      else if (part.localName === 'tab') span.append(tabStop());
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
      box.style.setProperty('--width', `${Number(width) * POINTS_A_TWIP}pt`);
    if (span) box.colSpan = Number(span);
    inside(element, box);
    into.append(box);
  };

  const control = (element: Element, into: HTMLElement): void => {
    const found = controls.get(element);
    const content = child(element, 'sdtContent');
    if (!content) return;
    const first = content.children[0]?.localName;
    // Word shows no frame around what only holds other controls; a row or cell cannot have one here, and the header is not typed into.
    if (!found || first === 'tr' || first === 'tc' || !isPlainText(found)) {
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
    box.contentEditable = typing.mayType ? 'plaintext-only' : 'false';
    box.tabIndex = 0;
    box.role = 'textbox';
    box.ariaReadOnly = String(!typing.mayType);
    box.ariaMultiLine = 'true';
    box.ariaLabel = found.label || found.tag;
    const mark = () => box.classList.toggle('gap', /^Gap\b/.test(textOf(found)));
    mark();
    box.addEventListener('focus', () => typing.entered(found));
    box.addEventListener('input', () => {
      typing.typed(found, typedText(box).replace(/\n$/, ''));
      mark();
    });
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

  const running = (kind: 'headerReference' | 'footerReference'): void => {
    const part = runningPart(pack, kind);
    if (!part) return;
    const strip = document.createElement('div');
    strip.className = `running ${kind === 'headerReference' ? 'top' : 'bottom'}`;
    inside(part, strip);
    place.append(strip);
  };

  place.replaceChildren();
  running('headerReference');
  if (body) inside(body, place);
  running('footerReference');
  return drawn;
};
