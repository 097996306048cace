/** The Bot Framework's side services: the channel's signing keys, and the token service that keeps people's tokens for the bot. */

import { consentedScopes } from '../identity/resources.ts';
import { checkToken, personToken } from '../identity/tokens.ts';
import { routerOf } from '../router.ts';
import type { Tenant } from '../tenant.ts';
import { CHANNEL_ISSUER } from './activities.ts';
import { botOf, personOfTeamsId } from './chat-records.ts';
import { checkBot } from './connector.ts';

/** `/botframework/.well-known/openidconfiguration` and its keys; undefined for any other address. */
export const channelMetadata = (tenant: Tenant, pathname: string): Response | undefined => {
  if (pathname === '/botframework/.well-known/openidconfiguration')
    return Response.json({
      issuer: CHANNEL_ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${tenant.addresses.origin}/botframework/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  if (pathname === '/botframework/.well-known/keys') return Response.json(tenant.channelKeys.published());
  return undefined;
};

/** `code` must be shown once before the token is given: it proves that the person who signed in is the one in the chat. */
type Kept = { readonly person: string; readonly connection: string; readonly code?: string };
const keptTokens = ({ store }: Tenant) => store.table<Kept>('bot-sign-ins');
export const keepSignIn = (tenant: Tenant, kept: Kept) => keptTokens(tenant).put(keyOf(kept.person, kept.connection), kept);
const keyOf = (person: string, connection: string) => `${person} ${connection}`;

type Service = {
  readonly method: string;
  readonly path: string;
  readonly handle: (tenant: Tenant, query: URLSearchParams, body: Record<string, unknown>) => Response | Promise<Response>;
};

/** 404 means: nobody has signed in yet; the bot then sends a sign-in card or asks for an exchange. */
const getToken = async (tenant: Tenant, query: URLSearchParams) => {
  const { person, connection } = asked(tenant, query);
  const kept = person && keptTokens(tenant).get(keyOf(person.id, connection));
  if (!person || !kept) return new Response(null, { status: 404 });
  if (kept.code !== undefined && kept.code !== query.get('code')) return new Response(null, { status: 404 });
  if (kept.code !== undefined) keepSignIn(tenant, { person: person.id, connection });
  return tokenReply(tenant, person.id, connection);
};

const asked = (tenant: Tenant, query: URLSearchParams) => ({
  person: personOfTeamsId(tenant, query.get('userId') ?? query.get('userid') ?? ''),
  connection: query.get('connectionName') ?? '',
});

/** The connection's scopes are those that the bot's registration has consented for Graph. */
const tokenReply = async (tenant: Tenant, personId: string, connection: string) => {
  const account = tenant.directory.account(personId);
  const bot = botOf(tenant);
  if (!account || !bot) return new Response(null, { status: 404 });
  const resource = { kind: 'graph', audience: 'https://graph.microsoft.com' } as const;
  const token = await personToken(tenant, { account, client: bot, resource, scopes: consentedScopes(tenant, bot, resource) });
  const expiration = new Date(Date.now() + tenant.controls.now().tokenLifetime * 1_000).toISOString();
  return Response.json({ channelId: 'msteams', connectionName: connection, token, expiration });
};

const signInResource = (tenant: Tenant, query: URLSearchParams) => {
  const bot = botOf(tenant);
  const link = `${tenant.addresses.plainOrigin}/rooms/sign-in?state=${encodeURIComponent(query.get('state') ?? '')}`;
  return Response.json({
    signInLink: link,
    tokenExchangeResource: {
      id: crypto.randomUUID(),
      uri: bot?.identifierUri ?? `api://botid-${bot?.clientId ?? ''}`,
      providerId: '30dd229c-58e3-4a48-bdfd-91ec48eb906c',
    },
    tokenPostResource: { sasUrl: link },
  });
};

/** Single sign-on: the person's token for the bot is traded for one the connection can use. 412 when consent is missing. */
const exchange = async (tenant: Tenant, query: URLSearchParams, body: Record<string, unknown>) => {
  const { person, connection } = asked(tenant, query);
  const bot = botOf(tenant);
  const audiences = [bot?.clientId ?? '', bot?.identifierUri ?? ''].filter(Boolean);
  const checked = await checkToken(tenant, String(body.token ?? ''), audiences);
  const matches = checked.kind === 'sound' && person?.id === checked.claims.oid;
  if (!person || !bot || !matches)
    return Response.json({ error: { code: 'BadArgument', message: 'The token cannot be exchanged.' } }, { status: 400 });
  const missing = tenant.controls.now().consentMissing.some((one) => one.startsWith(`${bot.clientId}/`));
  if (missing) return Response.json({ error: { code: 'ConsentRequired', message: 'The user has not consented.' } }, { status: 412 });
  keepSignIn(tenant, { person: person.id, connection });
  return tokenReply(tenant, person.id, connection);
};

const signOut = (tenant: Tenant, query: URLSearchParams) => {
  const { person, connection } = asked(tenant, query);
  for (const { person: id, connection: name } of keptTokens(tenant).all())
    if (id === person?.id && (!connection || name === connection)) keptTokens(tenant).remove(keyOf(id, name));
  return Response.json({});
};

const tokenStatus = (tenant: Tenant, query: URLSearchParams) => {
  const { person } = asked(tenant, query);
  const kept = keptTokens(tenant)
    .all()
    .filter(({ person: id }) => id === person?.id);
  return Response.json(
    kept.map(({ connection }) => ({
      channelId: 'msteams',
      connectionName: connection,
      hasToken: true,
      serviceProviderDisplayName: 'Microsoft Entra ID',
    })),
  );
};

const SERVICES: readonly Service[] = [
  { method: 'GET', path: '/api/usertoken/GetToken', handle: getToken },
  { method: 'GET', path: '/api/usertoken/GetTokenStatus', handle: tokenStatus },
  { method: 'POST', path: '/api/usertoken/exchange', handle: exchange },
  { method: 'DELETE', path: '/api/usertoken/SignOut', handle: signOut },
  { method: 'GET', path: '/api/botsignin/GetSignInResource', handle: signInResource },
];
const find = routerOf(SERVICES);

/** Answers the token service's addresses, for the tenant's own bot only; undefined for any other address. */
export const answerTokenService = async (tenant: Tenant, request: Request): Promise<Response | undefined> => {
  const url = new URL(request.url);
  const found = find(request.method, url.pathname);
  if (found.kind !== 'found') return undefined;
  const refused = await checkBot(tenant, request.headers.get('authorization')).then(
    () => undefined,
    () => Response.json({ error: { code: 'Unauthorized', message: 'Authorization has been denied for this request.' } }, { status: 401 }),
  );
  if (refused) return refused;
  const text = await request.text();
  const response = await found.route.handle(tenant, url.searchParams, text ? JSON.parse(text) : {});
  await tenant.store.settled();
  return response;
};
