/** The authorise endpoint: code flow with PKCE and a plain account picker. */
import { randomBytes } from 'node:crypto';
import type { RegisteredClient } from '../settings.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { accountPicker, consentPage, postBackPage, signInFault } from './account-picker.ts';
import { consentDeclined, consentNeeded, EntraError, signInNeeded, unknownClient, wrongRedirect } from './entra-errors.ts';
import { readScopes, weighScopes } from './resources.ts';

export type PendingCode = {
  readonly client: string;
  readonly account: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce?: string;
  /** What the request wanted of the sign-in; whoever picks an account here has gone through it. */
  readonly claims?: string;
  readonly challenge?: string;
  readonly challengeMethod: string;
  readonly expires: number;
};

/** Codes live ten minutes and are spent by their first use; none outlives a restart. */
export type Codes = Map<string, PendingCode | 'spent'>;

type Ask = { readonly client: RegisteredClient; readonly redirectUri: string; readonly params: URLSearchParams };

export const authorize = async (tenant: Tenant, codes: Codes, request: Request): Promise<Response> => {
  const params = await paramsOf(request);
  const ask = trustedAsk(tenant, params);
  if (ask instanceof EntraError) return signInFault(ask.message);
  try {
    const account = chosenAccount(tenant, params);
    if (!account) return accountPicker(tenant, params);
    return giveCode(tenant, codes, ask, account);
  } catch (fault) {
    if (!(fault instanceof EntraError)) throw fault;
    const { error, suberror, claims } = fault.failure;
    return answer(ask, { error, error_description: fault.message, ...(suberror ? { suberror } : {}), ...(claims ? { claims } : {}) });
  }
};

const paramsOf = async (request: Request) => {
  const params = new URL(request.url).searchParams;
  if (request.method === 'POST') for (const [name, value] of new URLSearchParams(await request.text())) params.set(name, value);
  return params;
};

/** A client or address that is not registered is told nothing but an error page: redirecting would hand the code to a stranger. */
const trustedAsk = (tenant: Tenant, params: URLSearchParams): Ask | EntraError => {
  const clientId = params.get('client_id') ?? '';
  const client = tenant.client(clientId);
  if (!client) return unknownClient(clientId);
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!isRegistered(redirectUri, client.redirectUris ?? [])) return wrongRedirect(redirectUri);
  return { client, redirectUri, params };
};

const isRegistered = (given: string, registered: readonly string[]) =>
  registered.some((one) => {
    if (one === given) return true;
    if (!URL.canParse(given) || !URL.canParse(one)) return false;
    const [a, b] = [new URL(given), new URL(one)];
    // Entra ignores the port of http://localhost addresses.
    return (
      a.protocol === 'http:' &&
      a.hostname === 'localhost' &&
      b.protocol === 'http:' &&
      b.hostname === 'localhost' &&
      a.pathname === b.pathname
    );
  });

/** The picker's answer, or for a silent request the hinted account; nobody yet means: show the picker. */
const chosenAccount = (tenant: Tenant, params: URLSearchParams): Account | undefined => {
  const picked = params.get('picked');
  if (picked) return tenant.directory.account(picked);
  if (params.get('prompt') !== 'none') return undefined;
  const account = tenant.directory.account(params.get('login_hint') ?? '');
  if (!account) throw signInNeeded();
  return account;
};

const giveCode = (tenant: Tenant, codes: Codes, ask: Ask, account: Account): Response => {
  const { client, redirectUri, params } = ask;
  const scope = params.get('scope') ?? '';
  const { refused } = weighScopes(tenant, client, readScopes(tenant, scope));
  const page = consentAsked(tenant, ask, refused);
  if (page) return page;
  const code = `1.${randomBytes(32).toString('base64url')}`;
  const [nonce, claims, challenge] = [params.get('nonce'), params.get('claims'), params.get('code_challenge')];
  codes.set(code, {
    client: client.clientId,
    account: account.id,
    redirectUri,
    scope,
    ...(nonce ? { nonce } : {}),
    ...(claims ? { claims } : {}),
    ...(challenge ? { challenge } : {}),
    challengeMethod: params.get('code_challenge_method') ?? 'plain',
    expires: Date.now() + 600_000,
  });
  const info = Buffer.from(JSON.stringify({ uid: account.id, utid: tenant.id })).toString('base64url');
  return answer(ask, { code, client_info: info, session_state: randomBytes(16).toString('hex') });
};

/**
 * Asks for what is not consented, as Entra does before it gives a code. Accepting gives all that the registration names for this client;
 * nothing beyond it can be had.
 */
const consentAsked = (tenant: Tenant, { client, params }: Ask, refused: readonly string[]): Response | undefined => {
  const answered = params.get('consent');
  if (answered === 'cancel') throw consentDeclined();
  if (answered === 'accept') {
    const missing = tenant.controls.now().consentMissing.filter((pair) => !pair.startsWith(`${client.clientId}/`));
    tenant.controls.set({ consentMissing: missing });
    if (weighScopes(tenant, client, readScopes(tenant, params.get('scope') ?? '')).refused.length === 0) return undefined;
    throw consentNeeded(client.clientId, 'interaction_required');
  }
  if (params.get('prompt') === 'none' && refused.length > 0) throw consentNeeded(client.clientId, 'interaction_required');
  return refused.length > 0 || params.get('prompt') === 'consent' ? consentPage(tenant, client, params) : undefined;
};

const answer = ({ redirectUri, params }: Ask, values: Readonly<Record<string, string>>): Response => {
  const state = params.get('state');
  const all = new URLSearchParams({ ...values, ...(state ? { state } : {}) });
  const mode = params.get('response_mode') ?? 'query';
  if (mode === 'form_post') return postBackPage(redirectUri, all);
  const location = new URL(redirectUri);
  if (mode === 'fragment') location.hash = all.toString();
  else for (const [name, value] of all) location.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: location.toString(), 'cache-control': 'no-store' } });
};
