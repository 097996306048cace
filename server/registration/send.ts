import { Plain } from '../plain.ts';
import { filled, type Made } from './asked.ts';
import type { AdminRequest } from './requests.ts';

/** What carries a request: Node's own fetch, save in tests. */
export type Carrier = (address: string, options: RequestInit) => Promise<Response>;
/** Graph in an administrator's name: `https://graph.microsoft.com/v1.0` and their token. */
export type Desk = { readonly graph: string; readonly token: string; readonly carrier: Carrier };

const LIMIT = 30_000;
/** A directory needs a moment until all its parts know what was just made; Graph answers 404 or 400 until then. */
const PAUSES = [1_000, 3_000, 8_000, 15_000];

type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** One request, in JSON. A network that fails is one plain sentence. */
export const send = async ({ graph, token, carrier }: Desk, method: string, path: string, body?: unknown): Promise<Reply> => {
  const reply = await carrier(`${graph}${path}`, {
    method,
    signal: AbortSignal.timeout(LIMIT),
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((fault: Error & { cause?: Error }) => {
    throw new Plain(
      `Microsoft Graph cannot be reached at ${graph} (${fault.cause?.message ?? fault.message}). What was done before stays.`,
    );
  });
  const text = await reply.text();
  try {
    return { status: reply.status, body: text ? (JSON.parse(text) as Reply['body']) : {} };
  } catch {
    throw new Plain(`${graph} answered with something that is not Microsoft Graph (${reply.status}). What was done before stays.`);
  }
};

/** Code and words of Graph's own refusal. */
const saidBy = ({ status, body }: Reply): string => {
  const { code = String(status), message = '' } = (body.error ?? {}) as { code?: string; message?: string };
  return `${code}${message ? `: ${message}` : ''}`;
};

/** The cure for what Graph refuses an administrator, as far as the status tells. */
const cureFor = ({ does, by, path }: AdminRequest, status: number): string => {
  if (status === 401)
    return 'The token does not hold, or has run out after an hour: take a new one into GRAPH_TOKEN and run the same command again.';
  if (status === 403 && path.startsWith('/sites'))
    return `This needs a token with Sites.FullControl.All in the name of a person with the role ${by}. The Azure CLI hands none out: use entra.ps1, or Connect-MgGraph.`;
  if (status === 403)
    return `"${does}" needs the role ${by}. Take a token of a person who has it into GRAPH_TOKEN and run the same command again.`;
  if (status === 404 && path.startsWith('/sites'))
    return 'There is no such site, or it was made a minute ago. Look at its address, make it (docs/install.md, step 2), then run the same command again.';
  return 'Nothing further was done. Mend that and run the same command again: it goes on where it stopped.';
};

/** A request that Graph refused: what, why and the cure. */
const refusal = (request: AdminRequest, reply: Reply): Plain =>
  new Plain(`${request.does}: refused.\n  Microsoft says ${saidBy(reply)}\n  ${cureFor(request, reply.status)}`);

/** A thing that was made a second ago and is not known everywhere yet. */
const mayComeYet = ({ path }: AdminRequest, { status }: Reply): boolean => (status === 404 || status === 400) && path.includes('{{');

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends one request of a registration with what is known filled in; answers what is to be kept of the reply. Throws a plain refusal. */
export const carryOut = async (desk: Desk, request: AdminRequest, made: Made, pauses = PAUSES): Promise<Record<string, string>> => {
  const body = request.body === undefined ? undefined : (JSON.parse(filled(JSON.stringify(request.body), made)) as unknown);
  const path = filled(request.path, made);
  let reply = await send(desk, request.method, path, body);
  for (const wait of pauses) {
    if (reply.status < 400 || !mayComeYet(request, reply)) break;
    await pause(wait);
    reply = await send(desk, request.method, path, body);
  }
  if (reply.status >= 400) throw refusal(request, reply);
  return Object.fromEntries(Object.entries(request.keep ?? {}).map(([name, member]) => [name, String(reply.body[member] ?? '')]));
};
