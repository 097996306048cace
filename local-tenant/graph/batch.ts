/** `$batch`: up to twenty requests in one, each with an answer of its own; later ones may wait for earlier ones. */
import { type GraphCall, type GraphReply, jsonBody, ok } from './call.ts';
import { badRequest } from './graph-errors.ts';

type Item = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
};
type Answered = {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
type Call = Omit<GraphCall, 'params'>;

const MOST = 20;

export const batchReply = async (call: Call, answer: (inner: Call) => Promise<GraphReply>): Promise<GraphReply> => {
  if (call.method !== 'POST') throw badRequest('Only POST is allowed on $batch.');
  const items = checkedItems(jsonBody<{ requests: readonly Item[] }>({ ...call, params: {} }).requests);
  const answered = new Map<string, Answered>();
  for (const item of items) answered.set(item.id, await answerItem(call, item, answered, answer));
  return ok({ responses: [...answered.values()] });
};

const checkedItems = (items: readonly Item[] | undefined): readonly Item[] => {
  if (!Array.isArray(items) || items.length === 0) throw badRequest('Invalid batch payload format.');
  if (items.length > MOST) throw badRequest(`Number of batch request steps exceeds the maximum value of ${MOST}.`);
  const seen = new Set<string>();
  for (const item of items) {
    if (typeof item?.id !== 'string' || typeof item.method !== 'string' || typeof item.url !== 'string')
      throw badRequest('Invalid batch payload format.');
    if (seen.has(item.id)) throw badRequest(`The batch contains the request id '${item.id}' twice.`);
    if ((item as Item).dependsOn?.some((id) => !seen.has(id)))
      throw badRequest(`The request '${item.id}' depends on one that does not stand before it.`);
    if (item.body !== undefined && !headerOf(item, 'content-type'))
      throw badRequest(`The Content-Type header is missing for the batch request with id '${item.id}'.`);
    seen.add(item.id);
  }
  return items;
};

const answerItem = async (
  call: Call,
  item: Item,
  answered: ReadonlyMap<string, Answered>,
  answer: (inner: Call) => Promise<GraphReply>,
): Promise<Answered> => {
  const failed = item.dependsOn?.find((id) => (answered.get(id)?.status ?? 500) >= 400);
  if (failed !== undefined) return refusal(item.id, 424, 'FailedDependency', 'A request on which this one depends has failed.');
  if (call.tenant.controls.takeBatchThrottle()) {
    const retryAfter = call.tenant.controls.now().throttle?.retryAfter ?? '1';
    return {
      ...refusal(item.id, 429, 'TooManyRequests', 'Too many requests. Retry later.'),
      headers: { 'Retry-After': retryAfter, 'Content-Type': 'application/json' },
    };
  }
  const url = new URL(`${call.tenant.addresses.origin}/v1.0/${item.url.replace(/^\/+/, '')}`);
  const headers = new Headers(item.headers);
  const bytes = bytesOf(item, headers.get('content-type'));
  return inBatch(item.id, await answer({ ...call, method: item.method.toUpperCase(), url, query: url.searchParams, headers, bytes }));
};

/** JSON bodies stand in the batch as they are, all others as base64. */
const bytesOf = ({ body }: Item, type: string | null): Uint8Array => {
  if (body === undefined) return new Uint8Array();
  if (typeof body === 'string' && !/json/i.test(type ?? '')) return Buffer.from(body, 'base64');
  return Buffer.from(JSON.stringify(body));
};

const inBatch = (id: string, reply: GraphReply): Answered => {
  const headers = { ...reply.headers };
  if (reply.bytes) return { id, status: reply.status, headers, body: Buffer.from(reply.bytes).toString('base64') };
  if (reply.body === undefined) return { id, status: reply.status, headers };
  return { id, status: reply.status, headers: { 'Content-Type': 'application/json', ...headers }, body: reply.body };
};

const headerOf = (item: Item, name: string) => Object.entries(item.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
const refusal = (id: string, status: number, code: string, message: string): Answered => ({
  id,
  status,
  headers: { 'Content-Type': 'application/json' },
  body: { error: { code, message } },
});
