/** The real Graph client with its whole chain of middleware; only the last link differs: a socket that trusts the tenant, or the handler itself. */
import {
  AuthenticationHandler,
  type AuthenticationProvider,
  Client,
  type Context,
  type Middleware,
  RedirectHandler,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { LocalTenant } from '#local-tenant/start.ts';
import { APP_ID, APP_SECRET, authorityOf, overHttps } from './local-tenant.ts';

/** A token as the tenant's own issuer gives it: of a person by way of Teams, or of the application. */
export const tokenOf = async (tenant: LocalTenant, who: 'application' | (string & {})): Promise<string> => {
  const grant =
    who === 'application'
      ? { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }
      : {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          requested_token_use: 'on_behalf_of',
          assertion: await ssoTokenOf(tenant, who),
          scope: 'https://graph.microsoft.com/.default',
        };
  const body = new URLSearchParams({ client_id: APP_ID, client_secret: APP_SECRET, ...grant }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const reply = (await overHttps(tenant, `${authorityOf(tenant)}/oauth2/v2.0/token`, { method: 'POST', headers, body })).json<{
    access_token?: string;
    error_description?: string;
  }>();
  if (!reply.access_token) throw new Error(reply.error_description);
  return reply.access_token;
};

export const ssoTokenOf = async (tenant: LocalTenant, person: string): Promise<string> => {
  const reply = await fetch(`${tenant.plainOrigin}/rooms/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  return ((await reply.json()) as { token: string }).token;
};

type LastLink = (request: Request) => Promise<Response>;

/** Over a real socket, trusting the tenant's authority alone. */
export const throughSocket =
  (tenant: LocalTenant): LastLink =>
  async (request) => {
    const body = Buffer.from(await request.arrayBuffer());
    const got = await overHttps(tenant, request.url, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      signal: request.signal,
      ...(body.length > 0 ? { body } : {}),
    });
    const empty = got.status === 204 || got.status === 304;
    const response = new Response(empty ? null : new Uint8Array(got.bytes), { status: got.status, headers: got.headers });
    return Object.defineProperty(response, 'url', { value: request.url });
  };

const chain = (provider: AuthenticationProvider, lastLink: LastLink): Middleware[] => {
  const last: Middleware = {
    async execute(context: Context) {
      const { request, options } = context;
      const asked =
        typeof request === 'string' ? new Request(request, options as RequestInit) : new Request(request, options as RequestInit);
      context.response = await lastLink(asked);
    },
  };
  const handlers = [
    new AuthenticationHandler(provider),
    new RetryHandler(new RetryHandlerOptions(1, 3)),
    new RedirectHandler(),
    new TelemetryHandler(),
    last,
  ];
  for (const [at, handler] of handlers.entries()) {
    const next = handlers[at + 1];
    if (next && handler.setNext) handler.setNext(next);
  }
  return handlers;
};

/** A client in the name of a person, or of the application. */
export const graphFor = async (
  tenant: LocalTenant,
  who: 'application' | (string & {}),
  lastLink: LastLink = throughSocket(tenant),
): Promise<Client> => {
  const token = await tokenOf(tenant, who);
  const [first] = chain({ getAccessToken: async () => token }, lastLink);
  return Client.initWithMiddleware({ middleware: first!, baseUrl: tenant.origin, customHosts: new Set(['localhost']) });
};
