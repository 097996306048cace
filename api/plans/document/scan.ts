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
const [space, exclamation, slash, colon, closing, question] = [32, 33, 47, 58, 62, 63];
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
type Named = { readonly qualified: string; readonly name: string; readonly namespace: string };
type Scope = { readonly prefixes: ReadonlyMap<string, string>; readonly names: Map<string, Named> };

const declarations = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const declaration = /\sxmlns[:=\s]/g;

/** Where the next namespace is declared; a control's binding that only speaks of one in a value is none. */
function declarationFrom(whole: string, from: number): number {
  declaration.lastIndex = from;
  return declaration.exec(whole)?.index ?? -1;
}

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
  const answer = { qualified, name: qualified.slice(parted + 1), namespace: scope.prefixes.get(prefix) ?? '' };
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

type Open = { readonly named: Named; readonly scope: Scope };

type Quote = '"' | "'";

/** One pass over a part. It slices no more of the text than somebody asks for: most of a plan's tags are of no interest. */
class Scan {
  private readonly stack: Open[] = [];
  private scope: Scope = { prefixes: new Map(), names: new Map() };
  private nextDeclaration: number;
  private readonly nextQuote: Record<Quote, number>;
  private attributesFrom = 0;
  private attributesTo = 0;
  private readonly whole: string;
  private readonly events: XmlEvents;
  private readonly attribute = (name: string): string | null => attributeOf(this.whole.slice(this.attributesFrom, this.attributesTo), name);

  constructor(whole: string, events: XmlEvents) {
    this.whole = whole;
    this.events = events;
    this.nextDeclaration = declarationFrom(whole, 0);
    this.nextQuote = { '"': whole.indexOf('"'), "'": whole.indexOf("'") };
  }

  run(): void {
    let at = 0;
    for (let start = this.whole.indexOf('<'); start >= 0; start = this.whole.indexOf('<', at)) {
      if (start > at && this.stack.length > 0) this.events.text(this.whole.slice(at, start));
      at = this.step(start);
    }
    if (this.stack.length > 0) throw new UnsoundXml(`${this.stack.at(-1)?.named.qualified} does not end`);
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
    if (end < 0 || open === undefined || !this.isNamed(open.named.qualified, start + 2, end)) throw new UnsoundXml('tags that cross');
    this.scope = open.scope;
    this.events.close(open.named.name, open.named.namespace);
    return end + 1;
  }

  /** Whether a closing tag holds this name, and nothing but blanks behind it. */
  private isNamed(qualified: string, from: number, end: number): boolean {
    if (!this.whole.startsWith(qualified, from)) return false;
    return from + qualified.length === end || this.whole.slice(from + qualified.length, end).trimEnd() === '';
  }

  private open(start: number): number {
    let at = start + 1;
    for (let sign = this.whole.charCodeAt(at); sign > space && sign !== closing; sign = this.whole.charCodeAt(at)) at++;
    if (this.whole.charCodeAt(at) === closing) return this.element(start, 0, at);
    return this.element(start, at, this.endOfTag(at));
  }

  /** The first `>` that stands in no attribute's value. */
  private endOfTag(from: number): number {
    let at = from;
    for (;;) {
      const end = this.whole.indexOf('>', at);
      if (end < 0) throw new UnsoundXml('a tag that does not end');
      const quote = this.quoteBetween(at, end);
      if (quote < 0) return end;
      at = endOf(this.whole, this.whole.charAt(quote), quote + 1);
    }
  }

  /** Where the first value between two places begins; below nought where there is none. */
  private quoteBetween(from: number, to: number): number {
    const [double, single] = [this.quoteFrom('"', from), this.quoteFrom("'", from)];
    const first = single >= 0 && (double < 0 || single < double) ? single : double;
    return first < to ? first : -1;
  }

  /** The next quote of a kind. It is kept until it is passed, so that a long part without any is not searched anew for each tag. */
  private quoteFrom(quote: Quote, from: number): number {
    const known = this.nextQuote[quote];
    if (known < 0 || known >= from) return known;
    this.nextQuote[quote] = this.whole.indexOf(quote, from);
    return this.nextQuote[quote];
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
    } else if (this.stack.push({ named, scope: outer }) > deepest) throw new UnsoundXml('nested too deep', true);
    return end + 1;
  }

  private declares(end: number): boolean {
    if (this.nextDeclaration >= 0 && this.nextDeclaration < this.attributesFrom)
      this.nextDeclaration = declarationFrom(this.whole, this.attributesFrom);
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
