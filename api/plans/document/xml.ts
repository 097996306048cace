import { DOMParser, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** An XML part that cannot be read; `unsafe` where it is built in a way that only an attack builds one. */
export class UnsoundXml extends Error {
  readonly unsafe: boolean;
  constructor(message: string, unsafe = false) {
    super(message);
    this.unsafe = unsafe;
  }
}

const deepest = 400;

/** Counts how deep elements stand in one another, so that no hostile file can exhaust the stack of whoever walks the tree. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>') && ++depth > deepest) return true;
  }
  return false;
}

/** Parses a part. A document type declaration, and so every entity of its own, is refused before the parser sees it. */
export function parseXml(text: string): Element {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new UnsoundXml('document type declaration', true);
  if (tooDeep(text)) throw new UnsoundXml('nested too deep', true);
  const refuse = (level: string, message: string): void => {
    if (level !== 'warning') throw new UnsoundXml(message);
  };
  try {
    const root = new DOMParser({ onError: refuse, locator: false }).parseFromString(text, 'text/xml').documentElement;
    if (root) return root;
  } catch (error) {
    if (error instanceof UnsoundXml) throw error;
    throw new UnsoundXml(error instanceof Error ? error.message : 'not XML');
  }
  throw new UnsoundXml('no root element');
}

const serializer = new XMLSerializer();

export const writeXml = (node: Node): string => serializer.serializeToString(node);

/** Text for XML content and attributes; line ends survive in attributes and in bound data. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"\r]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' })[sign] ?? sign);

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Leaves out what XML 1.0 cannot hold: control characters, half a surrogate pair, U+FFFE and U+FFFF. */
export const legalText = (text: string): string => text.replace(forbidden, '');

export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1;

/** The element children, in order. */
export function elementsIn(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

/** The first child of this name in the namespace of Word's main schema, or another. */
export const childNamed = (parent: Element, name: string, namespace = W): Element | undefined =>
  elementsIn(parent).find((child) => child.localName === name && child.namespaceURI === namespace);

/** The value of a child such as `<w:tag w:val="strengths"/>`. */
export const settingOf = (parent: Element, name: string): string | null => childNamed(parent, name)?.getAttributeNS(W, 'val') ?? null;
