import { createHash } from 'node:crypto';
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { APP_ID, APP_SECRET, aLocalTenant, authorityOf, msalNetwork, overHttps } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
beforeAll(async () => {
  tenant = await aLocalTenant();
});
afterAll(() => tenant.stop());
beforeEach(() => tenant.controls.reset());

const msal = (change: { clientSecret?: string } = {}) =>
  new ConfidentialClientApplication({
    auth: {
      clientId: APP_ID,
      clientSecret: APP_SECRET,
      authority: authorityOf(tenant),
      knownAuthorities: [new URL(tenant.origin).host],
      ...change,
    },
    system: { networkClient: msalNetwork(tenant) },
  });

const keys = async () => createLocalJWKSet((await overHttps(tenant, `${authorityOf(tenant)}/discovery/v2.0/keys`)).json<JSONWebKeySet>());
const ssoToken = async (person = 'ruth.okafor', claims?: string) => {
  const reply = await fetch(`${tenant.plainOrigin}/rooms/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, claims }),
  });
  return ((await reply.json()) as { token: string }).token;
};

/** What a browser does at the authorise endpoint when the account is already known. */
const codeFor = async (person: string, verifier: string) => {
  const query = new URLSearchParams({
    client_id: APP_ID,
    response_type: 'code',
    redirect_uri: 'http://localhost/auth',
    scope: 'openid profile offline_access User.Read',
    state: 'where I was',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'none',
    login_hint: `${person}@hollinbank.example`,
  });
  const reply = await overHttps(tenant, `${authorityOf(tenant)}/oauth2/v2.0/authorize?${query}`);
  return new URL(reply.headers.location ?? '').searchParams;
};

describe('signing in with the real msal-node over HTTPS', () => {
  it('gives the application a token with its roles and nobody behind it', async () => {
    const result = await msal().acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
    const { payload } = await jwtVerify(result?.accessToken ?? '', await keys());
    expect(payload).toMatchObject({
      aud: 'https://graph.microsoft.com',
      tid: TENANT_ID,
      ver: '2.0',
      azp: APP_ID,
      idtyp: 'app',
      iss: `${authorityOf(tenant)}/v2.0`,
    });
    expect(payload.roles).toContain('EduRoster.Read.All');
    expect(payload.scp).toBeUndefined();
  });

  it('refuses a wrong secret with AADSTS7000215', async () => {
    await expect(
      msal({ clientSecret: 'guessed' }).acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }),
    ).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS7000215'),
    });
  });

  it('gives Teams a token for the API in the name of the person, as getAuthToken does', async () => {
    const { payload } = await jwtVerify(await ssoToken(), await keys(), { audience: APP_ID });
    expect(payload).toMatchObject({
      scp: 'access_as_user',
      preferred_username: 'ruth.okafor@hollinbank.example',
      name: 'Ruth Okafor',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    });
  });

  it('trades that token on behalf of the person for one that opens Graph', async () => {
    const result = await msal().acquireTokenOnBehalfOf({
      oboAssertion: await ssoToken(),
      scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
    });
    const me = await overHttps(tenant, `${tenant.origin}/v1.0/me`, { headers: { authorization: `Bearer ${result?.accessToken}` } });
    expect(me.json()).toMatchObject({ displayName: 'Ruth Okafor', jobTitle: 'SENCO' });
  });

  it('asks for consent when it is missing, and msal knows that a person must be asked', async () => {
    tenant.controls.set({ consentMissing: [`${APP_ID}/Calendars.ReadWrite`] });
    const refused = await msal()
      .acquireTokenOnBehalfOf({ oboAssertion: await ssoToken(), scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'] })
      .catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refused).toMatchObject({ subError: 'consent_required', errorMessage: expect.stringContaining('AADSTS65001') });
  });

  it('hands a claims challenge on, which a sign-in that brings what it asks for meets, and no other', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    tenant.controls.set({ claimsChallenge: claims });
    const refused = await msal()
      .acquireTokenOnBehalfOf({ oboAssertion: await ssoToken(), scopes: ['https://graph.microsoft.com/User.Read'] })
      .catch((fault: unknown) => fault);
    expect(refused).toMatchObject({ claims });
    const after = { oboAssertion: await ssoToken('ruth.okafor', claims), scopes: ['https://graph.microsoft.com/User.Read'] };
    expect(await msal().acquireTokenOnBehalfOf(after)).toMatchObject({ scopes: expect.arrayContaining(['User.Read']) });
    const other = { ...after, oboAssertion: await ssoToken('ruth.okafor', claims.replace('c1', 'c2')) };
    await expect(msal().acquireTokenOnBehalfOf(other)).rejects.toMatchObject({ claims });
  });

  it('refuses a token that was made for somebody else as the assertion', async () => {
    const graphToken = await msal().acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
    await expect(
      msal().acquireTokenOnBehalfOf({ oboAssertion: graphToken?.accessToken ?? '', scopes: ['https://graph.microsoft.com/User.Read'] }),
    ).rejects.toMatchObject({
      errorMessage: expect.stringContaining('AADSTS500131'),
    });
  });

  it('takes a code with its verifier once, and then refreshes silently', async () => {
    const verifier = 'a verifier that is long enough to be taken for a real one';
    const answer = await codeFor('gareth.pugh', verifier);
    expect(answer.get('state')).toBe('where I was');
    const app = msal();
    const ask = { code: answer.get('code') ?? '', codeVerifier: verifier, redirectUri: 'http://localhost/auth', scopes: ['User.Read'] };
    const first = await app.acquireTokenByCode(ask);
    expect(first.account).toMatchObject({ username: 'gareth.pugh@hollinbank.example', tenantId: TENANT_ID, name: 'Gareth Pugh' });
    const again = await app.acquireTokenSilent({ account: first.account!, scopes: ['User.Read'], forceRefresh: true });
    expect(again.accessToken).not.toBe(first.accessToken);
    await expect(msal().acquireTokenByCode(ask)).rejects.toMatchObject({ errorMessage: expect.stringContaining('AADSTS54005') });
  });

  it('refuses a code whose verifier does not fit', async () => {
    const answer = await codeFor('gareth.pugh', 'the verifier that was promised, long enough for anybody');
    await expect(
      msal().acquireTokenByCode({
        code: answer.get('code') ?? '',
        codeVerifier: 'another one',
        redirectUri: 'http://localhost/auth',
        scopes: ['User.Read'],
      }),
    ).rejects.toMatchObject({ errorMessage: expect.stringContaining('AADSTS50148') });
  });

  it('finds the authority by discovery of its own, without being told to trust it, when the cloud is itself', async () => {
    const reply = await overHttps(
      tenant,
      `${tenant.origin}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(`${authorityOf(tenant)}/oauth2/v2.0/authorize`)}`,
    );
    expect(reply.json()).toMatchObject({ tenant_discovery_endpoint: `${authorityOf(tenant)}/v2.0/.well-known/openid-configuration` });
  });
});

describe('keys', () => {
  it('checks tokens of before and after a rotation, until the old key is dropped', async () => {
    const before = await ssoToken();
    await tenant.controls.rotateKeys();
    const after = await ssoToken();
    await expect(jwtVerify(before, await keys())).resolves.toBeDefined();
    await expect(jwtVerify(after, await keys())).resolves.toBeDefined();
    await tenant.controls.dropOldKeys();
    await expect(jwtVerify(before, await keys())).rejects.toThrow();
    await expect(jwtVerify(after, await keys())).resolves.toBeDefined();
  });
});

describe('the pages of sign-in', () => {
  const ask = (change: Record<string, string>) =>
    `${tenant.plainOrigin}/${TENANT_ID}/oauth2/v2.0/authorize?${new URLSearchParams({ client_id: APP_ID, response_type: 'code', redirect_uri: 'http://localhost:4567/auth', scope: 'openid', ...change })}`;

  it('lists staff to choose from, on the plain address as well, and never a pupil', async () => {
    const page = await (await fetch(ask({}))).text();
    expect(page).toContain('Ruth Okafor');
    expect(page).not.toContain('Callum');
  });

  it('sends the chosen person back with a code in the fragment', async () => {
    const reply = await fetch(ask({ response_mode: 'fragment', state: 's' }), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ picked: 'priya.nair@hollinbank.example' }),
    });
    const location = new URL(reply.headers.get('location') ?? '');
    expect(location.port).toBe('4567');
    expect(new URLSearchParams(location.hash.slice(1)).get('code')).toBeTruthy();
  });

  it('asks for a consent that is missing, and goes on once it is given', async () => {
    tenant.controls.set({ consentMissing: [`${APP_ID}/*`] });
    const choose = (change: Record<string, string>) =>
      fetch(ask({ scope: 'openid Calendars.ReadWrite' }), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ picked: 'priya.nair@hollinbank.example', ...change }),
      });
    expect(await (await choose({})).text()).toContain('Calendars.ReadWrite');
    const declined = await choose({ consent: 'cancel' });
    expect(new URL(declined.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
    const given = await choose({ consent: 'accept' });
    expect(new URL(given.headers.get('location') ?? '').searchParams.get('code')).toBeTruthy();
    expect(tenant.controls.now().consentMissing).toEqual([]);
  });

  it('tells a silent request that nobody is signed in', async () => {
    const reply = await fetch(ask({ prompt: 'none' }), { redirect: 'manual' });
    expect(new URL(reply.headers.get('location') ?? '').searchParams.get('error')).toBe('login_required');
  });

  it('never redirects to an address that is not registered', async () => {
    const reply = await fetch(ask({ redirect_uri: 'https://stranger.example/auth' }), { redirect: 'manual' });
    expect(reply.status).toBe(400);
    expect(reply.headers.get('location')).toBeNull();
  });

  it('lets a page redeem its code from another origin', async () => {
    const reply = await fetch(`${tenant.plainOrigin}/${TENANT_ID}/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:4567',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-origin')).toBe('http://localhost:4567');
  });
});
