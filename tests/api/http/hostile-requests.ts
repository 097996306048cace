import fc from 'fast-check';
import { openApiDocument, templateOf } from '#api/http/openapi.ts';
import { type JsonSchemaNode, sampleOf } from './samples.ts';

/** A request as nobody should send it. */
export type HostileRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string | Buffer;
};

type Parameter = { readonly name: string; readonly in: string; readonly schema: JsonSchemaNode };
type Operation = {
  readonly parameters?: Parameter[];
  readonly requestBody?: { readonly content: Record<string, { schema?: JsonSchemaNode }> };
};

const written = openApiDocument() as unknown as {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, JsonSchemaNode> };
};

/** Text that PostgreSQL, XML, JSON, spreadsheets, regular expressions or screens have been known to break on. */
export const HOSTILE_TEXTS = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202e\u0007\u001b[31m',
  '￾￿',
  "'; drop table waymark.pupil; --",
  "=cmd|' /C calc'!A0",
  '%00%s%n$\u007b7*7}{{7*7}}',
  '<script>alert(1)</script>]]>',
  '../../../../etc/passwd',
  '(a+)+$\\',
  '𝕬\u0301'.repeat(30),
  'ＮＵＬＬ',
  '9'.repeat(400),
  '-0',
  '1e999',
];

const hostile = fc.constantFrom(...HOSTILE_TEXTS);
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A body of the right shape with hostile text in it: at one to all of its places. */
const poisoned = (value: unknown, texts: readonly string[], every: number): unknown => {
  let at = 0;
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (one !== null && typeof one === 'object') return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
    // Ids and days of the right form are left, so that what stands beside them gets through the wall.
    if (typeof one !== 'string' || /^[0-9a-f]{8}-|^\d{4}-\d{2}-\d{2}/.test(one)) return one;
    at += 1;
    return at % every === 0 ? `${one}${texts[at % texts.length]}` : one;
  };
  return walk(value);
};

const withShape = (schema: JsonSchemaNode | undefined) =>
  fc
    .tuple(
      schema ? sampleOf(schema, written.components.schemas) : fc.constant({}),
      fc.array(hostile, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([value, texts, every]) => JSON.stringify(poisoned(value, texts, every)));

const NESTED = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const malformed = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '"',
    '{"a":1,"a":2}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{}}}',
    NESTED,
    '1e400',
    '\ufeff{}',
  ),
  fc.json(),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
);
const KINDS = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  DOCX,
  'x',
  'application/json\t;',
];
const heads = fc.record(
  {
    'content-type': fc.constantFrom(...KINDS),
    'content-encoding': fc.constantFrom('gzip', 'br', 'nonsense'),
    'if-match': fc.constantFrom('*', '"1"', '"-1"', 'W/"x"', '"99999999999"'),
    'x-waymark-door': fc.constantFrom('queue', 'word', '\t'),
    'accept-encoding': fc.constantFrom('gzip;q=9', '*', ''),
    'x-forwarded-for': fc.constantFrom('::1', 'x'.repeat(500)),
  },
  { requiredKeys: [] },
);

const segment = (schema: JsonSchemaNode | undefined) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: schema ? sampleOf(schema, written.components.schemas).map((value) => encodeURIComponent(String(value))) : fc.uuid(),
    },
    { weight: 1, arbitrary: fc.constantFrom('%00', '..', '%2e%2e%2f', '%ff', 'null', '-1', '%F0%9F%98%80', 'a'.repeat(299)) },
  );

const queryOf = (parameters: readonly Parameter[]) => {
  const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  return fc
    .dictionary(fc.constantFrom(...known, 'other', '__proto__'), fc.oneof(hostile, fc.string({ maxLength: 30 })), { maxKeys: 3 })
    .map((fields) => {
      const text = Object.entries(fields)
        .map(([name, value]) => `${name}=${encodeURIComponent(value.replace(/[\ud800-\udfff]/g, '\ufffd'))}`)
        .join('&');
      return text ? `?${text}` : '';
    });
};

/** Requests against one address (`POST /api/pupils/:pupil/log`), the same for the same seed. */
export const hostileRequests = (address: string, seed: number, many: number): readonly HostileRequest[] => {
  const [method = 'GET', template = ''] = address.split(' ');
  const operation = written.paths[templateOf(template)]?.[method.toLowerCase()];
  const parameters = operation?.parameters ?? [];
  const places = [...template.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const path = fc
    .tuple(...places.map((name) => segment(parameters.find((one) => one.in === 'path' && one.name === name)?.schema)))
    .map((values) => template.replace(/:\w+/g, () => String(values.shift() ?? '')));
  const content = operation?.requestBody?.content ?? {};
  const isFile = DOCX in content;
  const shaped = isFile ? malformed : withShape(content['application/json']?.schema);
  const body = operation?.requestBody
    ? fc.oneof({ weight: 5, arbitrary: shaped }, { weight: 2, arbitrary: malformed })
    : fc.constant(undefined);
  const request = fc
    .record({
      url: fc.tuple(path, queryOf(parameters)).map((parts) => parts.join('')),
      body,
      heads: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: heads }),
    })
    .map(
      ({ url, body: payload, heads: more }): HostileRequest => ({
        method: method as HostileRequest['method'],
        url,
        headers: {
          ...(payload === undefined ? {} : { 'content-type': isFile ? DOCX : 'application/json', 'if-match': '"1"' }),
          ...(more as Record<string, string>),
        },
        ...(payload === undefined ? {} : { payload }),
      }),
    );
  return fc.sample(request, { seed, numRuns: many });
};
