/** OData rules for every list: `$filter`, `$search`, `$orderby`, `$select`, `$top`, `$skip`, paging by `$skiptoken`, `$count`. */
import { contextOf, type GraphCall, type GraphReply, ok } from './call.ts';
import { badRequest } from './graph-errors.ts';
import { linkText } from './links.ts';
import { parseFilter } from './odata-filter.ts';

export type Entity = Readonly<Record<string, unknown>>;

export type EntityKind = {
  /** `users`, as the context line names it. */
  readonly context: string;
  readonly type: string;
  /** Every property that may be selected. */
  readonly properties: readonly string[];
  /** What comes without `$select`; absent: everything there is. */
  readonly usual?: readonly string[];
  readonly pageSize: number;
  readonly maxTop: number;
  /** Directory objects count, and search, only under `ConsistencyLevel: eventual`. */
  readonly directory?: boolean;
};

const COMMON = ['id', '@odata.etag', '@odata.type', '@microsoft.graph.downloadUrl', '@removed'];

/** One entity with what was selected of it. */
export const oneOf = (call: GraphCall, kind: EntityKind, entity: Entity, context = `${kind.context}/$entity`): GraphReply => {
  const select = selectOf(call, kind);
  const tag = entity['@odata.etag'];
  return ok(
    { '@odata.context': contextOf(call, withSelect(context, call)), ...picked(entity, select) },
    typeof tag === 'string' ? { etag: tag } : undefined,
  );
};

/** A page of a list, with the link to the next. */
export const listOf = (call: GraphCall, kind: EntityKind, entities: readonly Entity[], context = kind.context): GraphReply => {
  const { query } = call;
  checkDirectoryQuery(call, kind);
  const select = selectOf(call, kind);
  const matching = ordered(searched(filtered(entities, query, kind), query), query, kind);
  const { size, start } = pageOf(query, kind);
  const page = matching.slice(start, start + size);
  const rest = start + size < matching.length;
  return ok({
    '@odata.context': contextOf(call, withSelect(context, call)),
    ...(query.get('$count') === 'true' ? { '@odata.count': matching.length } : {}),
    ...(rest ? { '@odata.nextLink': nextLink(call, start + size) } : {}),
    value: page.map((entity) => picked(entity, select)),
  });
};

const withSelect = (context: string, { query }: GraphCall) => {
  const select = query.get('$select');
  if (!select) return context;
  return context.endsWith('/$entity') ? `${context.slice(0, -8)}(${select})/$entity` : `${context}(${select})`;
};

/** The names asked for, each of which must exist. */
export const selectOf = ({ query }: GraphCall, kind: EntityKind): ReadonlySet<string> | undefined => {
  const text = query.get('$select');
  if (!text) return kind.usual ? new Set(kind.usual) : undefined;
  const known = new Map(kind.properties.map((name) => [name.toLowerCase(), name]));
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.includes('*')) return undefined;
  return new Set(
    names.map((name) => {
      const real = COMMON.includes(name) ? name : known.get(name.toLowerCase());
      if (!real)
        throw badRequest(`Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${kind.type}'.`);
      return real;
    }),
  );
};

/** Ids and ETags always come along; a download address only when it is named. */
export const picked = (entity: Entity, select: ReadonlySet<string> | undefined): Entity => {
  if (!select) return entity;
  const always = ['id', '@odata.etag', '@odata.type'];
  const keep = (name: string) =>
    always.includes(name) ||
    select.has(name) ||
    annotates(name, select) ||
    (name === '@microsoft.graph.downloadUrl' && select.has('content.downloadUrl'));
  return Object.fromEntries(Object.entries(entity).filter(([name]) => keep(name)));
};

/** `members@delta` comes along where `members` was selected. */
const annotates = (name: string, select: ReadonlySet<string>) => name.indexOf('@') > 0 && select.has(name.slice(0, name.indexOf('@')));

const OPTIONS = new Set(['$select', '$filter', '$orderby', '$top', '$skip', '$skiptoken', '$deltatoken', '$count', '$search', '$format']);

/** Options that Graph does not know are refused, and so is the one that it knows and this tenant does not play. */
export const checkOptions = (query: URLSearchParams) => {
  for (const name of query.keys()) {
    if (name === '$expand') throw badRequest('The local tenant does not play $expand.');
    if (name.startsWith('$') && !OPTIONS.has(name.toLowerCase())) throw badRequest(`The query parameter '${name}' is not supported.`);
  }
};

const checkDirectoryQuery = ({ query, headers }: GraphCall, kind: EntityKind) => {
  if (!kind.directory) return;
  const filter = (query.get('$filter') ?? '').replace(/'[^']*'/g, '');
  const advanced = query.has('$search') || query.get('$count') === 'true' || /\bendswith\(|\bne\b|\bnot[\s(]/i.test(filter);
  if (advanced && headers.get('consistencylevel')?.toLowerCase() !== 'eventual')
    throw badRequest(
      "Request with $search, $count or an advanced $filter only works with the header 'ConsistencyLevel: eventual'.",
      'Request_UnsupportedQuery',
    );
};

const filtered = (entities: readonly Entity[], query: URLSearchParams, kind: EntityKind) => {
  const text = query.get('$filter');
  return text ? entities.filter(parseFilter(text, new Set(kind.properties))) : entities;
};

/** `$search="displayName:okafor"`: words that begin so. */
const searched = (entities: readonly Entity[], query: URLSearchParams) => {
  const text = query.get('$search');
  if (!text) return entities;
  const found = /^"(\w+):(.+)"$/.exec(text.trim());
  if (!found) throw badRequest('Syntax error: $search must be written as "property:value".', 'Request_UnsupportedQuery');
  const [, name = '', words = ''] = found;
  const wanted = words.toLowerCase();
  return entities.filter(
    (entity) =>
      String(entity[name] ?? '')
        .toLowerCase()
        .split(/[\s@.-]+/)
        .some((word) => word.startsWith(wanted)) ||
      String(entity[name] ?? '')
        .toLowerCase()
        .startsWith(wanted),
  );
};

const ordered = (entities: readonly Entity[], query: URLSearchParams, kind: EntityKind) => {
  const text = query.get('$orderby');
  if (!text) return entities;
  const [path = '', direction = 'asc'] = (text.split(',')[0] ?? '').trim().split(/\s+/);
  if (!kind.properties.includes(path.split('/')[0] ?? ''))
    throw badRequest(`Could not find a property named '${path}' on type '${kind.type}'.`);
  const valueIn = (entity: Entity) => path.split('/').reduce<unknown>((value, name) => (value as Entity | undefined)?.[name], entity);
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  return entities.toSorted((a, b) => sign * compared(valueIn(a), valueIn(b)));
};

const compared = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''), 'en');

const pageOf = (query: URLSearchParams, kind: EntityKind) => {
  const size = wholeNumber(query, '$top') ?? kind.pageSize;
  if (size < 1 || size > kind.maxTop)
    throw badRequest(`Invalid page size specified: '${size}'. Must be between 1 and ${kind.maxTop} inclusive.`, 'Request_BadRequest');
  const token = query.get('$skiptoken');
  return { size, start: token ? skipFrom(token) : (wholeNumber(query, '$skip') ?? 0) };
};

const wholeNumber = (query: URLSearchParams, name: string) => {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text))
    throw badRequest(
      `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
    );
  return Number(text);
};

const skipFrom = (token: string) => {
  const number = Number(
    Buffer.from(token, 'base64url')
      .toString('utf8')
      .replace(/^after:/, ''),
  );
  if (!Number.isInteger(number)) throw badRequest('Invalid $skiptoken.');
  return number;
};

const nextLink = (call: GraphCall, start: number) => {
  const link = new URL(call.url.pathname + call.url.search, call.tenant.addresses.origin);
  link.searchParams.delete('$skip');
  link.searchParams.set('$skiptoken', Buffer.from(`after:${start}`).toString('base64url'));
  return linkText(link);
};
