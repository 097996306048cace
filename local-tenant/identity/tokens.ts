/** Makes and checks the tenant's tokens: Entra v2 access tokens, id tokens and refresh tokens. */
import { createHash, randomBytes } from 'node:crypto';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { groupsOf } from '../school/staff-groups.ts';
import type { RegisteredClient } from '../settings.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import type { Resource } from './resources.ts';

export const issuerOf = (tenant: Tenant) => `${tenant.addresses.origin}/${tenant.id}/v2.0`;

export type AccessClaims = JWTPayload & {
  readonly oid?: string;
  readonly tid?: string;
  readonly azp?: string;
  readonly appid?: string;
  readonly scp?: string;
  readonly roles?: readonly string[];
  readonly preferred_username?: string;
  readonly name?: string;
  /** Authentication contexts that the sign-in met. */
  readonly acrs?: readonly string[];
};

const seconds = () => Math.floor(Date.now() / 1_000);

/** `sub` differs from one client to the next for the same person, so that nobody may lean on it. */
const pairwise = (client: string, person: string) => createHash('sha256').update(`${client} ${person}`).digest('base64url');

const common = (tenant: Tenant, audience: string) => {
  const now = seconds();
  return {
    aud: audience,
    iss: issuerOf(tenant),
    iat: now,
    nbf: now,
    exp: now + tenant.controls.now().tokenLifetime,
    tid: tenant.id,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  };
};

export type ForPerson = {
  readonly account: Account;
  readonly client: { readonly clientId: string };
  readonly resource: Resource;
  readonly scopes: readonly string[];
  /** Authentication contexts that the person went through. */
  readonly contexts?: readonly string[];
};

/** A token for a client acting on a person's behalf. */
export const personToken = (tenant: Tenant, { account, client, resource, scopes, contexts = [] }: ForPerson) =>
  tenant.identityKeys.sign({
    ...common(tenant, resource.audience),
    azp: client.clientId,
    appid: client.clientId,
    azpacr: '1',
    name: account.displayName,
    oid: account.id,
    preferred_username: account.principalName,
    scp: scopes.join(' '),
    sub: pairwise(client.clientId, account.id),
    ...(contexts.length > 0 ? { acrs: contexts } : {}),
    // only Waymark's own registration asks for groups; Graph's tokens carry none
    ...(resource.kind === 'client' ? { groups: groupsOf(account) } : {}),
  });

/** A token for a client acting as itself: roles instead of scopes, and nobody's name in it. */
export const applicationToken = (tenant: Tenant, client: RegisteredClient, resource: Resource) => {
  const oid = applicationObjectId(client.clientId);
  const roles = resource.kind === 'graph' ? [...(client.application ?? [])] : [];
  return tenant.identityKeys.sign({
    ...common(tenant, resource.audience),
    azp: client.clientId,
    appid: client.clientId,
    azpacr: client.certificate ? '2' : '1',
    oid,
    sub: oid,
    idtyp: 'app',
    ...(roles.length > 0 ? { roles } : {}),
  });
};

/** The service principal's object id: not the client id, as many learn the hard way. */
export const applicationObjectId = (clientId: string) => {
  const hex = createHash('sha256').update(`service principal ${clientId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const idToken = (tenant: Tenant, account: Account, client: RegisteredClient, nonce?: string) =>
  tenant.identityKeys.sign({
    ...common(tenant, client.clientId),
    exp: seconds() + 3_600,
    name: account.displayName,
    oid: account.id,
    preferred_username: account.principalName,
    email: account.mail,
    sub: pairwise(client.clientId, account.id),
    ...(nonce ? { nonce } : {}),
  });

/** What msal builds its home account id from. */
export const clientInfo = (tenant: Tenant, account: Account) =>
  Buffer.from(JSON.stringify({ uid: account.id, utid: tenant.id })).toString('base64url');

type RefreshRow = { readonly account: string; readonly client: string; readonly issued: string };
const refreshRows = (tenant: Tenant) => tenant.store.table<RefreshRow>('refresh-tokens');
const fingerprint = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Only a digest of the token is kept. */
export const newRefreshToken = (tenant: Tenant, account: Account, client: RegisteredClient) => {
  const token = `1.${randomBytes(48).toString('base64url')}`;
  refreshRows(tenant).put(fingerprint(token), { account: account.id, client: client.clientId, issued: new Date().toISOString() });
  return token;
};

export const refreshTokenOwner = (tenant: Tenant, token: string) => refreshRows(tenant).get(fingerprint(token));

export type Checked = { readonly kind: 'sound'; readonly claims: AccessClaims } | { readonly kind: 'unsound'; readonly why: string };

/** Holds a token to signature, issuer, audience and times. */
export const checkToken = async (tenant: Tenant, token: string, audiences: readonly string[]): Promise<Checked> => {
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = await tenant.identityKeys.keyFor(kid ?? '');
    if (!key) return { kind: 'unsound', why: 'Signature verification failed: the key is not known.' };
    const { payload } = await jwtVerify<AccessClaims>(token, key, {
      issuer: issuerOf(tenant),
      audience: [...audiences],
      algorithms: ['RS256'],
      clockTolerance: 0,
    });
    return { kind: 'sound', claims: payload };
  } catch (fault) {
    return { kind: 'unsound', why: wordsFor(fault) };
  }
};

const wordsFor = (fault: unknown) => {
  if (fault instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (fault instanceof errors.JWTClaimValidationFailed && fault.claim === 'aud')
    return 'Access token validation failure. Invalid audience.';
  if (fault instanceof errors.JWTClaimValidationFailed) return `Access token validation failure. Invalid ${fault.claim}.`;
  if (fault instanceof errors.JWSSignatureVerificationFailed) return 'Signature verification failed.';
  return 'CompactToken parsing failed with error code: 80049217';
};
