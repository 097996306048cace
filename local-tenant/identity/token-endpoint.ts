/** The token endpoint: each grant that msal uses, answered or refused as Entra does. */
import { createHash } from 'node:crypto';
import type { RegisteredClient } from '../settings.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import type { Codes } from './authorize.ts';
import { contextsIn, meets } from './claims-request.ts';
import { authenticateClient, demandProof, type Proven } from './client-authentication.ts';
import * as refuse from './entra-errors.ts';
import { type Asked, readScopes, weighScopes } from './resources.ts';
import { applicationToken, checkToken, clientInfo, idToken, newRefreshToken, personToken, refreshTokenOwner } from './tokens.ts';

type Grant = (tenant: Tenant, asker: Proven, form: URLSearchParams, codes: Codes) => Promise<Response>;

export const giveToken = async (tenant: Tenant, codes: Codes, request: Request): Promise<Response> => {
  const form = new URLSearchParams(await request.text());
  try {
    const disturbance = await tenant.controls.disturbSignIn(request.signal);
    if (disturbance === 'refused') return refuse.temporarilyUnavailable();
    if (disturbance && form.has('client_secret')) throw refuse.secretExpired(form.get('client_id') ?? '');
    const name = form.get('grant_type');
    if (!name) throw refuse.missing('grant_type');
    const grant = GRANTS[name];
    if (!grant) throw refuse.unsupportedGrant(name);
    const asker = await authenticateClient(tenant, form, request.headers.get('authorization'));
    return await grant(tenant, asker, form, codes);
  } catch (fault) {
    if (!(fault instanceof refuse.EntraError)) throw fault;
    return refuse.entraReply(fault.failure, form.get('client-request-id') ?? request.headers.get('client-request-id'));
  }
};

const byApplication: Grant = async (tenant, asker, form) => {
  const client = demandProof(asker);
  const scope = form.get('scope') ?? '';
  if (!scope.endsWith('/.default')) throw refuse.defaultScopeNeeded(scope);
  const { resource } = readScopes(tenant, scope);
  if (resource.kind === 'bot-channel' && !client.bot) throw refuse.unknownResource(resource.audience);
  return reply({ ...lifetime(tenant), access_token: await applicationToken(tenant, client, resource) });
};

const byCode: Grant = async (tenant, asker, form, codes) => {
  const code = form.get('code') ?? '';
  const pending = codes.get(code);
  if (!pending) throw refuse.codeUnknown();
  if (pending === 'spent') throw refuse.codeSpent();
  codes.set(code, 'spent');
  const { client } = asker;
  if (pending.expires < Date.now()) throw refuse.codeOld();
  if (pending.client !== client.clientId) throw refuse.codeUnknown();
  if (pending.redirectUri !== form.get('redirect_uri')) throw refuse.wrongRedirect(form.get('redirect_uri') ?? '');
  if (pending.challenge) checkVerifier(form.get('code_verifier'), pending.challenge, pending.challengeMethod);
  // Without PKCE only a client with a secret may redeem a code.
  else demandProof(asker);
  const account = liveAccount(tenant, pending.account);
  const asked = readScopes(tenant, form.get('scope') ?? pending.scope);
  return personReply(tenant, {
    account,
    client,
    asked,
    contexts: contextsIn(pending.claims),
    ...(pending.nonce ? { nonce: pending.nonce } : {}),
  });
};

const byRefresh: Grant = async (tenant, asker, form) => {
  const owner = refreshTokenOwner(tenant, form.get('refresh_token') ?? '');
  if (!owner || owner.client !== asker.client.clientId) throw refuse.refreshUnknown();
  return personReply(tenant, {
    account: liveAccount(tenant, owner.account),
    client: asker.client,
    asked: readScopes(tenant, form.get('scope') ?? ''),
  });
};

/** A service trades a person's token, made for it, for one that reaches the next service in the person's name. */
const onBehalfOf: Grant = async (tenant, asker, form) => {
  const client = demandProof(asker);
  if (form.get('requested_token_use') !== 'on_behalf_of') throw refuse.missing('requested_token_use');
  const checked = await checkToken(tenant, form.get('assertion') ?? '', [
    client.clientId,
    ...(client.identifierUri ? [client.identifierUri] : []),
  ]);
  if (checked.kind === 'unsound')
    throw checked.why.includes('audience') ? refuse.assertionNotForCaller() : refuse.badAssertion(checked.why);
  const { oid, scp, acrs } = checked.claims;
  if (!oid || !scp) throw refuse.badAssertion('The token is not a user token.');
  return personReply(tenant, {
    account: liveAccount(tenant, oid),
    client,
    asked: readScopes(tenant, form.get('scope') ?? ''),
    contexts: acrs ?? [],
    onBehalf: true,
  });
};

const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: byCode,
  refresh_token: byRefresh,
  client_credentials: byApplication,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
};

type ForPerson = {
  readonly account: Account;
  readonly client: RegisteredClient;
  readonly asked: Asked;
  readonly nonce?: string;
  readonly contexts?: readonly string[];
  readonly onBehalf?: boolean;
};

const personReply = async (tenant: Tenant, person: ForPerson): Promise<Response> => {
  const { account, client, asked, nonce, contexts = [], onBehalf = false } = person;
  const challenge = tenant.controls.now().claimsChallenge;
  if (challenge && !meets(challenge, contexts)) throw refuse.claimsChallenge(challenge);
  const { granted, refused } = weighScopes(tenant, client, asked);
  if (refused.length > 0) throw refuse.consentNeeded(client.clientId, onBehalf ? 'invalid_grant' : 'interaction_required');
  return reply({
    ...lifetime(tenant),
    scope: scopeText(asked, granted),
    access_token: await personToken(tenant, { account, client, resource: asked.resource, scopes: granted, contexts }),
    ...(asked.signIn.includes('offline_access') ? { refresh_token: newRefreshToken(tenant, account, client) } : {}),
    ...(asked.signIn.includes('openid') ? { id_token: await idToken(tenant, account, client, nonce) } : {}),
    client_info: clientInfo(tenant, account),
  });
};

/**
 * Graph's own scopes come back bare; another API's carry its name, in the form in which they were asked for. Where `.default` was asked for it
 * is named beside what it stood for: that is under what MSAL keeps the token, and finds it again.
 */
const scopeText = ({ resource, scopes, signIn }: Asked, granted: readonly string[]) => {
  const name = resource.kind === 'client' ? (resource.client.identifierUri ?? resource.client.clientId) : resource.audience;
  const prefix = resource.kind === 'client' ? `${name}/` : '';
  const all = scopes.includes('.default') ? [`${name}/.default`] : [];
  return [...granted.map((scope) => `${prefix}${scope}`), ...all, ...signIn.filter((scope) => scope !== 'offline_access')].join(' ');
};

const liveAccount = (tenant: Tenant, id: string): Account => {
  const account = tenant.directory.account(id);
  if (!account?.enabled) throw refuse.accountDisabled();
  return account;
};

const checkVerifier = (verifier: string | null, challenge: string, method: string) => {
  const given =
    method === 'S256'
      ? createHash('sha256')
          .update(verifier ?? '')
          .digest('base64url')
      : (verifier ?? '');
  if (given !== challenge) throw refuse.badVerifier();
};

const lifetime = (tenant: Tenant) => {
  const { tokenLifetime } = tenant.controls.now();
  return { token_type: 'Bearer', expires_in: tokenLifetime, ext_expires_in: tokenLifetime };
};

const reply = (body: unknown) => Response.json(body, { headers: { 'cache-control': 'no-store', pragma: 'no-cache' } });
