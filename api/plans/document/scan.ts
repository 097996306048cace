import { UnsoundXml, W } from '#api/plans/document/xml.ts';
import { entry } from '#domain/plans/entry.ts';

/** What a reader of XML is told, in the order of the text. Names come without their prefix, with the namespace it stands for. */
export type XmlEvents = {
  readonly open: (name: string, namespace: string, attribute: (name: string) => string | null) => void;
  readonly close: (name: string, namespace: string) => void;
  readonly text: (raw: string) => void;
};

/** Word's *Strict Open XML Document* says the same under another name. */
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

const deepest = 400;
const [space, exclamation, quoteSign, apostrophe, slash, colon, closing, question] = [32, 33, 34, 39, 47, 58, 62, 63];
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

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new UnsoundXml(`no ${mark}`);
  return at + mark.length;
};

/** What a name of a file stands for, as long as the same prefixes are declared. */
type Named = { readonly name: string; readonly namespace: string };
type Scope = { readonly prefixes: ReadonlyMap<string, string>; readonly names: Map<string, Named> };

const declarations = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function innerScope(attributes: string, outer: Scope): Scope {
  const prefixes = new Map(outer.prefixes);
  for (const [, prefix = '', double, single] of attributes.matchAll(declarations)) {
    const namespace = characters(double ?? single ?? '');
    // One and the same string, so that comparing it costs no look at its sixty characters.
    prefixes.set(prefix, namespace === W || namespace === strict ? W : namespace);
  }
  return { prefixes, names: new Map() };
}

function namedIn(scope: Scope, qualified: string): Named {
  const known = scope.names.get(qualified);
  if (known) return known;
  const parted = qualified.indexOf(':');
  const prefix = parted < 0 ? '' : qualified.slice(0, parted);
  const answer = { name: qualified.slice(parted + 1), namespace: scope.prefixes.get(prefix) ?? '' };
  scope.names.set(qualified, answer);
  return answer;
}

const patterns = new Map<string, RegExp>();

/** For spellings that no Office program writes: blanks around the equals sign, values between apostrophes. */
function unusualAttribute(attributes: string, name: string): string | null {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? characters(found[1] ?? found[2] ?? '') : null;
}

/** Reads an attribute by its local name, whatever its prefix; attributes of one name in two namespaces do not meet in Word's files. */
function attributeOf(attributes: string, name: string): string | null {
  const at = attributes.indexOf(`${name}="`);
  const before = attributes.charCodeAt(at - 1);
  if (at < 1 || !(before === colon || before <= space)) return attributes.includes(name) ? unusualAttribute(attributes, name) : null;
  const from = at + name.length + 2;
  return characters(attributes.slice(from, attributes.indexOf('"', from)));
}

type Open = { readonly qualified: string; readonly named: Named; readonly scope: Scope };

const blanks = /\s/;

/** Whether the last value of a tag is closed before the tag's end: a `>` inside a value is not that end. */
function plainAttributes(inside: string): boolean {
  const value = inside.lastIndexOf('="');
  const quote = inside.lastIndexOf('"');
  return value >= 0 && quote > value + 1 && !inside.slice(value + 2, quote).includes('"');
}

/** One pass over a part. It slices no more of the text than somebody asks for: most of a plan's tags are of no interest. */
class Scan {
  private readonly stack: Open[] = [];
  private scope: Scope = { prefixes: new Map(), names: new Map() };
  private nextDeclaration: number;
  private attributesFrom = 0;
  private attributesTo = 0;
  private readonly whole: string;
  private readonly events: XmlEvents;
  private readonly attribute = (name: string): string | null => attributeOf(this.whole.slice(this.attributesFrom, this.attributesTo), name);

  constructor(whole: string, events: XmlEvents) {
    this.whole = whole;
    this.events = events;
    this.nextDeclaration = whole.indexOf('xmlns');
  }

  run(): void {
    let at = 0;
    for (let start = this.whole.indexOf('<'); start >= 0; start = this.whole.indexOf('<', at)) {
      if (start > at && this.stack.length > 0) this.events.text(this.whole.slice(at, start));
      at = this.step(start);
    }
    if (this.stack.length > 0) throw new UnsoundXml(`${this.stack.at(-1)?.qualified} does not end`);
  }

  private step(start: number): number {
    const next = this.whole.charCodeAt(start + 1);
    if (next === slash) return this.close(start);
    if (next === question) return endOf(this.whole, '?>', start);
    return next === exclamation ? special(this.whole, start, this.events) : this.open(start);
  }

  private close(start: number): number {
    const end = this.whole.indexOf('>', start);
    const open = this.stack.pop();
    if (end < 0 || open === undefined || this.whole.slice(start + 2, end).trimEnd() !== open.qualified)
      throw new UnsoundXml('tags that cross');
    this.scope = open.scope;
    this.events.close(open.named.name, open.named.namespace);
    return end + 1;
  }

  /** Most tags hold no sign that needs care; the others are gone through sign by sign. */
  private open(start: number): number {
    const end = this.whole.indexOf('>', start);
    const inside = this.whole.slice(start + 1, end);
    if (end < 0 || (inside.includes('"') && !plainAttributes(inside)) || inside.includes("='")) return this.carefully(start);
    const blank = inside.search(blanks);
    return this.element(start, blank < 0 ? 0 : start + 1 + blank, end);
  }

  /** Finds the first blank and the first `>` that stands in no attribute's value, and tells of the element between them. */
  private carefully(start: number): number {
    let quote = 0;
    let blank = 0;
    for (let at = start + 1; at < this.whole.length; at++) {
      const sign = this.whole.charCodeAt(at);
      if (quote !== 0) quote = sign === quote ? 0 : quote;
      else if (sign === quoteSign || sign === apostrophe) quote = sign;
      else if (sign <= space && blank === 0) blank = at;
      else if (sign === closing) return this.element(start, blank, at);
    }
    throw new UnsoundXml('a tag that does not end');
  }

  private element(start: number, blank: number, end: number): number {
    const empty = this.whole.charCodeAt(end - 1) === slash;
    const stop = empty ? end - 1 : end;
    const qualified = this.whole.slice(start + 1, blank === 0 ? stop : blank);
    this.attributesFrom = blank === 0 ? stop : blank;
    this.attributesTo = stop;
    const outer = this.scope;
    if (this.declares(stop)) this.scope = innerScope(this.whole.slice(this.attributesFrom, stop), outer);
    const named = namedIn(this.scope, qualified);
    this.events.open(named.name, named.namespace, this.attribute);
    if (empty) {
      this.scope = outer;
      this.events.close(named.name, named.namespace);
    } else if (this.stack.push({ qualified, named, scope: outer }) > deepest) throw new UnsoundXml('nested too deep', true);
    return end + 1;
  }

  private declares(end: number): boolean {
    if (this.nextDeclaration >= 0 && this.nextDeclaration < this.attributesFrom)
      this.nextDeclaration = this.whole.indexOf('xmlns', this.attributesFrom);
    return this.nextDeclaration >= 0 && this.nextDeclaration < end;
  }
}

function special(text: string, start: number, events: XmlEvents): number {
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start);
  if (!text.startsWith('<![CDATA[', start)) throw new UnsoundXml('document type declaration', true);
  const end = endOf(text, ']]>', start);
  events.text(text.slice(start + 9, end - 3).replace(/&/g, '&amp;'));
  return end;
}

/**
 * Reads a part from front to back and builds no tree: a plan of six pages takes a few milliseconds. It refuses what the parser of a
 * tree would be harmed by: document type declarations, entities of a file's own, elements nested hundreds deep.
 */
export const scanXml = (text: string, events: XmlEvents): void => new Scan(text, events).run();
