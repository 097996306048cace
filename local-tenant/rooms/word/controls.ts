import type { OpenPackage } from './package.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The first child element of this name, in Word's namespace. */
export const child = (parent: Element, name: string): Element | null =>
  Array.from(parent.children).find((one) => one.namespaceURI === W && one.localName === name) ?? null;

export const attribute = (element: Element | null, name: string): string | null => element?.getAttributeNS(W, name) ?? null;

/** One content control of the open document, in document order. */
export type Control = { readonly index: number; readonly element: Element; readonly tag: string; readonly label: string };

/** Every content control of the body. */
export const controlsOf = (pack: OpenPackage): Control[] => {
  const body = pack.xml('word/document.xml');
  return Array.from(body?.getElementsByTagNameNS(W, 'sdt') ?? []).map((element, index) => {
    const properties = child(element, 'sdtPr');
    const tag = attribute(properties && child(properties, 'tag'), 'val') ?? '';
    return { index, element, tag, label: attribute(properties && child(properties, 'alias'), 'val') ?? tag };
  });
};

/** True for a control that holds text and no further control: the kind a person types into. */
export const isPlainText = ({ element }: Control): boolean => {
  const properties = child(element, 'sdtPr');
  const content = child(element, 'sdtContent');
  return Boolean(properties && child(properties, 'text') && content && content.getElementsByTagNameNS(W, 'sdt').length === 0);
};

/** The text of a control as Word gives it: line breaks as new lines. */
export const textOf = ({ element }: Control): string => {
  const content = child(element, 'sdtContent');
  return Array.from(content?.getElementsByTagName('*') ?? [])
    .filter((one) => one.namespaceURI === W && ['t', 'br', 'tab'].includes(one.localName))
    .map((one) => (one.localName === 't' ? (one.textContent ?? '') : one.localName === 'br' ? '\n' : '\t'))
    .join('');
};

const fillRun = (run: Element, text: string): void => {
  for (const old of Array.from(run.children)) if (old.localName !== 'rPr') old.remove();
  text.split('\n').forEach((line, index) => {
    if (index > 0) run.append(run.ownerDocument.createElementNS(W, 'w:br'));
    const words = run.ownerDocument.createElementNS(W, 'w:t');
    words.setAttribute('xml:space', 'preserve');
    words.textContent = line;
    run.append(words);
  });
};

/** The custom XML that a control is bound to follows its text, as in Word; else the old value would come back on opening. */
const followBinding = (pack: OpenPackage, element: Element, text: string): void => {
  const properties = child(element, 'sdtPr');
  const binding = properties && (child(properties, 'dataBinding') ?? properties.getElementsByTagName('w15:dataBinding')[0] ?? null);
  const xpath = attribute(binding, 'xpath');
  if (!binding || !xpath) return;
  const prefixes = new Map(
    Array.from(
      (attribute(binding, 'prefixMappings') ?? '').matchAll(/xmlns:(\w+)=['"]([^'"]+)['"]/g),
      (found) => [found[1], found[2]] as const,
    ),
  );
  for (const name of pack.names().filter((one) => /^customXml\/item\d+\.xml$/.test(one))) {
    const tree = pack.xml(name);
    const found = tree?.evaluate(
      xpath,
      tree,
      (prefix) => prefixes.get(prefix ?? '') ?? null,
      XPathResult.FIRST_ORDERED_NODE_TYPE,
      null,
    ).singleNodeValue;
    if (found) found.textContent = text;
  }
};

/** Replaces the text of a control, keeping the looks of its first run, and the custom XML with it. */
export const setText = (pack: OpenPackage, control: Control, text: string): void => {
  const content = child(control.element, 'sdtContent');
  if (!content) return;
  const runs = Array.from(content.getElementsByTagNameNS(W, 'r'));
  const first = runs[0];
  if (!first) return;
  for (const run of runs.slice(1)) run.remove();
  fillRun(first, text);
  const properties = child(control.element, 'sdtPr');
  if (properties) child(properties, 'showingPlcHdr')?.remove();
  followBinding(pack, control.element, text);
};
