/** `$filter`, as far as Graph's directory and mailboxes take it: comparisons, and/or/not, startswith, endswith, contains, in. */
import { badRequest } from './graph-errors.ts';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, unknown>>;
export type Test = (row: Row) => boolean;

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?(?![\w:-]))|(\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?)|([A-Za-z_][\w./]*)|([(),]))/y;

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found) throw badRequest(`Invalid filter clause: syntax error in '${text}'.`);
    tokens.push(found[0].trim());
  }
  return tokens;
};

/** Turns the clause into a test of one row, or refuses it as Graph does. `known` holds the property names that may be compared. */
export const parseFilter = (text: string, known: ReadonlySet<string>): Test => {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at]?.toLowerCase();
  const take = () => tokens[at++] ?? fail();
  const fail = (): never => {
    throw badRequest(`Invalid filter clause: syntax error in '${text}'.`);
  };
  const expect = (token: string) => take() === token || fail();

  const either = (): Test => {
    const left = both();
    if (peek() !== 'or') return left;
    at += 1;
    const right = either();
    return (row) => left(row) || right(row);
  };
  const both = (): Test => {
    const left = one();
    if (peek() !== 'and') return left;
    at += 1;
    const right = both();
    return (row) => left(row) && right(row);
  };
  const one = (): Test => {
    if (peek() === 'not') {
      at += 1;
      const inner = one();
      return (row) => !inner(row);
    }
    if (peek() === '(') {
      at += 1;
      const inner = either();
      expect(')');
      return inner;
    }
    return tokens[at + 1] === '(' && peek() !== 'in' ? call() : comparison();
  };
  const call = (): Test => {
    const name = take().toLowerCase();
    const match = TEXT_TESTS[name] ?? fail();
    expect('(');
    const read = property(take(), known);
    expect(',');
    const wanted = String(literal(take())).toLowerCase();
    expect(')');
    return (row) => match(String(read(row) ?? '').toLowerCase(), wanted);
  };
  const comparison = (): Test => {
    const read = property(take(), known);
    const operator = take().toLowerCase();
    if (operator === 'in') {
      const list = values();
      return (row) => list.some((value) => compare(read(row), value) === 0);
    }
    const judge = COMPARISONS[operator] ?? fail();
    const wanted = literal(take());
    return (row) => judge(compare(read(row), wanted));
  };
  const values = (): Value[] => {
    expect('(');
    const list = [literal(take())];
    while (peek() === ',') {
      at += 1;
      list.push(literal(take()));
    }
    expect(')');
    return list;
  };

  const test = either();
  return at === tokens.length ? test : fail();
};

const TEXT_TESTS: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  startswith: (text, wanted) => text.startsWith(wanted),
  endswith: (text, wanted) => text.endsWith(wanted),
  contains: (text, wanted) => text.includes(wanted),
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const property = (path: string, known: ReadonlySet<string>) => {
  const names = path.split('/');
  if (!known.has(names[0] ?? '')) throw badRequest(`Could not find a property named '${names[0]}'.`);
  return (row: Row) =>
    names.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Row)[name] : undefined), row);
};

const literal = (token: string): Value => {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
  if (/^\d{4}-/.test(token)) return token;
  throw badRequest(`Invalid filter clause: '${token}' is not a value.`);
};

/** Text compares without regard to case, as in the directory; nothing equals only nothing. */
const compare = (value: unknown, wanted: Value): number => {
  if (value === undefined || value === null || wanted === null)
    return value === wanted || (value === undefined && wanted === null) ? 0 : Number.NaN;
  if (typeof value === 'number' && typeof wanted === 'number') return value - wanted;
  if (typeof value === 'boolean' || typeof wanted === 'boolean') return value === wanted ? 0 : Number.NaN;
  const [a, b] = [String(value).toLowerCase(), String(wanted).toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
};
