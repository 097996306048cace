import { setTimeout as pause } from 'node:timers/promises';
import type { BotSettings } from './parts.ts';

/* The wire below the conversation: Fastify on one side, Teams' connector on the other. Nothing here knows the library in between. */

/** Fastify's request and reply, as far as a turn needs them. */
export type Incoming = { readonly body: unknown; readonly headers: Record<string, string | string[] | undefined>; readonly method: string };
export type Outgoing = {
  code(status: number): unknown;
  header(name: string, value: unknown): unknown;
  send(body?: unknown): unknown;
  readonly raw: { readonly socket: unknown };
};
type Processed = { body: Record<string, unknown>; headers: Record<string, string | string[] | undefined>; method: string };

/** How the library's own library names a token that is forged, changed, or not of this time; the library passes it on as a fault of ours. */
const UNSOUND = /^(jwt |invalid (signature|token|algorithm)|secret or public key must)/;

/**
 * Lets an adapter that expects Express answer through Fastify. What arrives is shown to the adapter only as a plain object; a body that is
 * no activity is answered 400 without a word.
 */
export const overFastify = async (
  process: (request: Processed, response: unknown) => Promise<void>,
  { body: arrived, headers, method }: Incoming,
  reply: Outgoing,
): Promise<unknown> => {
  let body: unknown;
  let status = 200;
  const response = {
    socket: reply.raw.socket,
    status: (code: number) => {
      status = code;
      reply.code(code);
      return response;
    },
    header: (name: string, value: unknown) => {
      reply.header(name, value);
      return response;
    },
    send: (answer: unknown) => {
      // What the library says of a failure is for nobody outside; a token that does not hold is one of the caller's.
      if (status === 500 && UNSOUND.test(String(answer))) reply.code(401);
      body = status === 401 || status === 500 ? undefined : answer;
      return response;
    },
    end: () => response,
  };
  try {
    await process({ body: arrived as Record<string, unknown>, headers, method }, response);
  } catch {
    reply.code(400);
    body = undefined;
  }
  return reply.send(body);
};

const CONNECTOR_SCOPE = 'https://api.botframework.com';

/**
 * How the bot signs what it sends: with a token from the service's own credential, asked for at each call (msal-node keeps it until it
 * ends). No token ever goes out over plain http, which is how Microsoft's test client is reached. With `auth: 'off'` what comes in is not
 * checked.
 */
export const connectorCredentials = ({ appId, auth, connectorToken }: BotSettings) => ({
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => auth === 'off',
  createCredentials: async (_appId: string, audience: string | undefined) => ({
    signRequest: async <R extends { url: string; headers: { set(name: string, value: string): void } }>(request: R): Promise<R> => {
      if (request.url.startsWith('https:'))
        request.headers.set('authorization', `Bearer ${await connectorToken(audience ?? CONNECTOR_SCOPE)}`);
      return request;
    },
  }),
});

/** The local tenant's stand-ins for Teams' addresses; none for Microsoft's own. */
export const addressesOf = ({ channel }: BotSettings): Record<string, unknown> =>
  channel
    ? {
        ToChannelFromBotLoginUrl: channel.loginUrl,
        ToChannelFromBotOAuthScope: channel.scope,
        ToBotFromChannelTokenIssuer: channel.tokenIssuer,
        ToBotFromChannelOpenIdMetadataUrl: channel.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: channel.openIdMetadataUrl,
        OAuthUrl: channel.oAuthUrl,
        ValidateAuthority: false,
        CallerId: 'urn:botframework:waymark-local',
      }
    : {};

/** The connector said no: its status, and how long it asks to wait. */
export class ChannelAnswered extends Error {
  override readonly name = 'ChannelAnswered';
  readonly status: number;
  readonly retryAfter: number;
  constructor(status: number, retryAfter: number) {
    super(`Teams' connector answered ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const PATIENCE = 10_000;
/** So many seconds are waited for within a turn, while a person looks on; longer waits are the queue's. */
const WAITED_FOR = 3;

type Call = {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: { rawHeaders(): Record<string, string> };
};

/**
 * Calls the connector with a time limit. The library's own layer would wait as long as it is told, up to minutes, with a person looking on
 * and a place in the queue taken; so a refusal becomes an error that it does not try again, after at most one short wait.
 */
export const connectorCall = async <R extends Call>(request: R, again = true): Promise<object> => {
  const { url, method, body, headers } = request;
  const init = { method, headers: headers.rawHeaders(), signal: AbortSignal.timeout(PATIENCE) };
  const reply = await fetch(url, typeof body === 'string' ? { ...init, body } : init);
  if (reply.ok) {
    const given = Object.fromEntries(reply.headers);
    return { request, status: reply.status, headers: { ...request.headers, toJson: () => given }, bodyAsText: await reply.text() };
  }
  const wait = Number(reply.headers.get('retry-after')) || 1;
  await reply.body?.cancel();
  if (!again || (reply.status !== 429 && reply.status !== 503) || wait > WAITED_FOR) throw new ChannelAnswered(reply.status, wait);
  await pause(wait * 1000);
  return connectorCall(request, false);
};

/** How a message that Waymark sends of its own accord fared. */
export type Delivery =
  | { readonly activity: string }
  | { readonly closed: number }
  | { readonly retryAfter: number }
  | { readonly unwell: number };

/** What the connector's refusal means. Anything that is no answer of the connector is a fault and thrown on. */
export const deliveryOf = (fault: unknown): Delivery => {
  if (!(fault instanceof ChannelAnswered)) throw fault;
  if (fault.status === 403 || fault.status === 404) return { closed: fault.status };
  if (fault.status === 429) return { retryAfter: fault.retryAfter };
  if (fault.status >= 500) return { unwell: fault.status };
  throw fault;
};
