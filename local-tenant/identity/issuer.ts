/** The identity issuer: discovery, keys, sign-in and tokens. It answers on both listeners; the issuer's name is always the HTTPS one. */
import { routerOf } from '../router.ts';
import type { Tenant } from '../tenant.ts';
import { authorize, type Codes } from './authorize.ts';
import { entraReply, unknownTenant } from './entra-errors.ts';
import { giveToken } from './token-endpoint.ts';
import { issuerOf } from './tokens.ts';

type IssuerRoute = {
  readonly method: string;
  readonly path: string;
  readonly handle: (tenant: Tenant, codes: Codes, request: Request) => Response | Promise<Response>;
};

const discovery = (tenant: Tenant, request: Request) => {
  const { origin } = new URL(request.url);
  const base = `${origin}/${tenant.id}`;
  return Response.json({
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerOf(tenant),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'oid', 'email'],
    code_challenge_methods_supported: ['S256', 'plain'],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(tenant.addresses.origin).host,
  });
};

/** What msal asks before it trusts an authority that it was not told to trust. */
const instanceDiscovery = (tenant: Tenant) => {
  const { host } = new URL(tenant.addresses.origin);
  return Response.json({
    tenant_discovery_endpoint: `${tenant.addresses.origin}/${tenant.id}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
};

const signOut = (request: Request) => {
  const back = new URL(request.url).searchParams.get('post_logout_redirect_uri');
  if (back && URL.canParse(back) && new URL(back).hostname === 'localhost')
    return new Response(null, { status: 302, headers: { location: back } });
  return new Response('You are signed out.', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

const ROUTES: readonly IssuerRoute[] = [
  {
    method: 'GET',
    path: '/{tenant}/v2.0/.well-known/openid-configuration',
    handle: (tenant, _codes, request) => discovery(tenant, request),
  },
  { method: 'GET', path: '/{tenant}/discovery/v2.0/keys', handle: (tenant) => Response.json(tenant.identityKeys.published()) },
  { method: 'GET', path: '/{tenant}/oauth2/v2.0/authorize', handle: authorize },
  { method: 'POST', path: '/{tenant}/oauth2/v2.0/authorize', handle: authorize },
  { method: 'POST', path: '/{tenant}/oauth2/v2.0/token', handle: giveToken },
  { method: 'GET', path: '/{tenant}/oauth2/v2.0/logout', handle: (_tenant, _codes, request) => signOut(request) },
  { method: 'GET', path: '/common/discovery/instance', handle: (tenant) => instanceDiscovery(tenant) },
];

const find = routerOf(ROUTES);
/** Names under which a tenant may be called besides its id; a single-tenant app uses the id or the domain. */
const namesOf = (tenant: Tenant) => [tenant.id, tenant.settings.school.organisation.domain, 'organizations', 'common'];

/** Answers identity requests; undefined when the address is not the issuer's. */
export const issuerFor = (tenant: Tenant) => {
  const codes: Codes = new Map();
  return async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url);
    const asked = request.method === 'OPTIONS' ? (request.headers.get('access-control-request-method') ?? 'GET') : request.method;
    const found = find(asked, pathname);
    if (found.kind === 'unknown') return undefined;
    if (found.kind === 'wrong-method') return new Response(null, { status: 405, headers: { allow: found.allowed.join(', ') } });
    if (request.method === 'OPTIONS') return allowBrowsers(request, new Response(null, { status: 204 }));
    const { tenant: name } = found.params;
    if (name !== undefined && !namesOf(tenant).includes(name.toLowerCase()))
      return allowBrowsers(request, entraReply(unknownTenant(name).failure));
    return allowBrowsers(request, await found.route.handle(tenant, codes, request));
  };
};

/** msal-browser redeems codes from the page itself. */
const allowBrowsers = (request: Request, response: Response): Response => {
  const origin = request.headers.get('origin');
  if (!origin || response.status === 302) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.headers.set('access-control-allow-headers', request.headers.get('access-control-request-headers') ?? 'content-type');
  response.headers.append('vary', 'Origin');
  return response;
};
