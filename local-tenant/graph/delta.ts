/** Delta queries: first everything, page by page; then, with the link of last time, only what changed since. */
import { contextOf, type GraphCall, type GraphReply, ok } from './call.ts';
import { badRequest, GraphError } from './graph-errors.ts';
import { linkText } from './links.ts';
import { type Entity, type EntityKind, picked, selectOf } from './odata.ts';

export type Changing = { readonly id: string; readonly changed: number; readonly removed?: boolean };
type Token = {
  readonly since: number;
  readonly upTo: number;
  readonly start: number;
  readonly select: string | null;
  /** Links of an earlier epoch have expired. */
  readonly epoch: number;
};

/** What a round tells of: changes after `since`, up to and with `upTo`. */
export type Round = { readonly since: number; readonly upTo: number };

type DeltaOf<Row extends Changing> = {
  readonly kind: EntityKind;
  readonly rows: readonly Row[];
  readonly entity: (row: Row, round: Round) => Entity;
  /** What a removed row looks like: `@removed` in the directory, a `deleted` facet in a drive. */
  readonly removed?: (row: Row) => Entity;
  /** The name of the query parameter that carries the token: `$deltatoken` and `$skiptoken`, or `token` in drives. */
  readonly drive?: boolean;
};

export const deltaOf = <Row extends Changing>(
  call: GraphCall,
  { kind, rows, entity, removed, drive = false }: DeltaOf<Row>,
): GraphReply => {
  const token = tokenFrom(call, drive);
  const select = selectOf(token.select === null ? call : { ...call, query: new URLSearchParams({ $select: token.select }) }, kind);
  const size = Math.min(Number(call.query.get('$top') ?? kind.pageSize), kind.maxTop);
  const known = (row: Row) => row.changed > token.since && row.changed <= token.upTo && !(row.removed && token.since === 0);
  const changed = rows.filter(known).toSorted((a, b) => a.changed - b.changed);
  const page = changed.slice(token.start, token.start + size);
  const more = token.start + size < changed.length;
  const gone = removed ?? ((row: Row) => ({ id: row.id, '@removed': { reason: 'deleted' } }));
  const link = more
    ? { '@odata.nextLink': linkTo(call, drive, 'skip', { ...token, start: token.start + size }) }
    : { '@odata.deltaLink': linkTo(call, drive, 'delta', { ...token, since: token.upTo, start: 0 }) };
  return ok({
    '@odata.context': contextOf(call, kind.context),
    ...link,
    value: page.map((row) => (row.removed ? gone(row) : picked(entity(row, token), select))),
  });
};

const tokenFrom = (call: GraphCall, drive: boolean): Token => {
  const { query, params, tenant } = call;
  const select = query.get('$select');
  const upTo = tenant.store.sequence;
  const text = drive ? (params.token ?? query.get('token')) : (query.get('$skiptoken') ?? query.get('$deltatoken'));
  const { deltaEpoch: epoch } = tenant.controls.now();
  if (!text) return { since: 0, upTo, start: 0, select, epoch };
  if (text === 'latest') return { since: upTo, upTo, start: 0, select, epoch };
  const token = parsed(text);
  // A token from before the state was emptied, or one that has expired: the caller must begin again.
  if (token.since > upTo || (token.epoch ?? 0) < epoch)
    throw new GraphError(
      410,
      drive ? 'resyncRequired' : 'syncStateNotFound',
      'The delta token is no longer valid, and the app must reset the sync.',
      { headers: { location: linkTo(call, drive, 'none', { since: 0, upTo, start: 0, select, epoch }) } },
    );
  // The link of a finished round has no upper end of its own: it looks up to now.
  return token.start === 0 && token.since === token.upTo ? { ...token, upTo } : token;
};

const parsed = (text: string): Token => {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isToken(token)) return token;
  } catch {
    throw badRequest('The delta token is badly formed.');
  }
  throw badRequest('The delta token is badly formed.');
};

const isToken = (value: unknown): value is Token =>
  typeof value === 'object' && value !== null && 'since' in value && 'upTo' in value && 'start' in value;

const linkTo = (call: GraphCall, drive: boolean, kind: 'skip' | 'delta' | 'none', token: Token) => {
  const link = new URL(call.url.pathname, call.tenant.addresses.origin);
  const text = Buffer.from(JSON.stringify(token)).toString('base64url');
  if (kind !== 'none') link.searchParams.set(drive ? 'token' : kind === 'skip' ? '$skiptoken' : '$deltatoken', text);
  return linkText(link);
};
