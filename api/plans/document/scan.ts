import { UnsoundXml } from '#api/plans/document/xml.ts';
import { entry } from '#domain/plans/entry.ts';

/** What a reader of XML is told, in the order of the text. Names come without their prefix, with the namespace it stands for. */
export type XmlEvents = {
  readonly open: (name: string, namespace: string, attribute: (name: string) => string | null) => void;
  readonly close: (name: string, namespace: string) => void;
  readonly text: (raw: string) => void;
};

const deepest = 400;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(entity: string): string {
  const known = entry(named, entity);
  if (known) return known;
  const code = entity.startsWith('#x')
    ? Number.parseInt(entity.slice(2), 16)
    : entity.startsWith('#')
      ? Number(entity.slice(1))
      : Number.NaN;
  if (!(code > 0 && code <= 0x10ffff)) throw new UnsoundXml(`entity ${entity}`);
  return String.fromCodePoint(code);
}

/** Character data as its author meant it: line ends as one sign, the five named entities and numbered ones. */
export const characters = (raw: string): string => {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&') ? lines.replace(/&([^;&\s]{1,12});/g, (_, entity: string) => characterOf(entity)) : lines;
};

/** Where a tag ends: the first `>` that stands in no attribute's value. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (quote !== 0) quote = sign === quote ? 0 : quote;
    else if (sign === 34 || sign === 39) quote = sign;
    else if (sign === 62) return at;
  }
  throw new UnsoundXml('a tag that does not end');
}

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new UnsoundXml(`no ${mark}`);
  return at + mark.length;
};

type Scope = ReadonlyMap<string, string>;

const declarations = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function scopeOf(attributes: string, outer: Scope): Scope {
  if (!attributes.includes('xmlns')) return outer;
  const scope = new Map(outer);
  for (const [, prefix = '', double, single] of attributes.matchAll(declarations)) scope.set(prefix, characters(double ?? single ?? ''));
  return scope;
}

const patterns = new Map<string, RegExp>();

/** Reads an attribute by its local name, whatever its prefix; attributes of one name in two namespaces do not meet in Word's files. */
function attributeOf(attributes: string, name: string): string | null {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? characters(found[1] ?? found[2] ?? '') : null;
}

type Open = { readonly qualified: string; readonly name: string; readonly namespace: string; readonly scope: Scope };

/**
 * Reads a part from front to back and builds no tree: a plan of six pages takes about a millisecond. It refuses what the parser of a
 * tree would be harmed by: document type declarations, entities of a file's own, elements nested hundreds deep.
 */
export function scanXml(text: string, events: XmlEvents): void {
  const stack: Open[] = [];
  let at = 0;
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', at)) {
    if (start > at && stack.length > 0) events.text(text.slice(at, start));
    at = step(text, start, stack, events);
  }
  if (stack.length > 0) throw new UnsoundXml(`${stack.at(-1)?.name} does not end`);
}

function step(text: string, start: number, stack: Open[], events: XmlEvents): number {
  const next = text[start + 1];
  if (next === '?') return endOf(text, '?>', start);
  if (next === '!') return special(text, start, events);
  const end = endOfTag(text, start);
  if (next === '/') closeTag(text.slice(start + 2, end).trim(), stack, events);
  else openTag(text.slice(start + 1, end), stack, events);
  return end + 1;
}

function special(text: string, start: number, events: XmlEvents): number {
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start);
  if (!text.startsWith('<![CDATA[', start)) throw new UnsoundXml('document type declaration', true);
  const end = endOf(text, ']]>', start);
  events.text(text.slice(start + 9, end - 3).replace(/&/g, '&amp;'));
  return end;
}

function openTag(inside: string, stack: Open[], events: XmlEvents): void {
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const blank = body.search(/\s/);
  const qualified = blank < 0 ? body : body.slice(0, blank);
  const attributes = blank < 0 ? '' : body.slice(blank);
  const scope = scopeOf(attributes, stack.at(-1)?.scope ?? new Map());
  const colon = qualified.indexOf(':');
  const name = qualified.slice(colon + 1);
  const namespace = scope.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? '';
  events.open(name, namespace, (wanted) => attributeOf(attributes, wanted));
  if (empty) events.close(name, namespace);
  else if (stack.push({ qualified, name, namespace, scope }) > deepest) throw new UnsoundXml('nested too deep', true);
}

function closeTag(qualified: string, stack: Open[], events: XmlEvents): void {
  const open = stack.pop();
  if (open?.qualified !== qualified) throw new UnsoundXml(`${qualified} ends what it did not begin`);
  events.close(open.name, open.namespace);
}
