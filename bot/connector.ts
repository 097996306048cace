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
  const response = {
    socket: reply.raw.socket,
    status: (code: number) => {
      reply.code(code);
      return response;
    },
    header: (name: string, value: unknown) => {
      reply.header(name, value);
      return response;
    },
    send: (answer: unknown) => {
      body = answer;
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
 * ends). With `auth: 'off'` nothing is signed and nothing is checked.
 */
export const connectorCredentials = ({ appId, auth, connectorToken }: BotSettings) => ({
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => auth === 'off',
  createCredentials: async (_appId: string, audience: string | undefined) => ({
    signRequest: async <R extends { headers: { set(name: string, value: string): void } }>(request: R): Promise<R> => {
      if (auth === 'on') request.headers.set('authorization', `Bearer ${await connectorToken(audience ?? CONNECTOR_SCOPE)}`);
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

/** How a message that Waymark sends of its own accord fared. */
export type Delivery =
  | { readonly activity: string }
  | { readonly closed: number }
  | { readonly retryAfter: number }
  | { readonly unwell: number };

/** What the connector's refusal means. Anything that is no answer of the connector is a fault and thrown on. */
export const deliveryOf = (fault: unknown): Delivery => {
  const { statusCode, response } = (fault ?? {}) as {
    statusCode?: number;
    response?: { headers?: { get(name: string): string | null | undefined } };
  };
  if (statusCode === 403 || statusCode === 404) return { closed: statusCode };
  if (statusCode === 429) return { retryAfter: Number(response?.headers?.get('retry-after')) || 5 };
  if (statusCode !== undefined && statusCode >= 500) return { unwell: statusCode };
  throw fault;
};
