/** Failures in Entra's own words and codes, which msal reads to decide what to do next. */
import { randomUUID } from 'node:crypto';

export type EntraFailure = {
  readonly error: string;
  readonly code: number;
  readonly words: string;
  readonly suberror?: string;
  readonly claims?: string;
  readonly status?: number;
};

export class EntraError extends Error {
  readonly failure: EntraFailure;
  constructor(failure: EntraFailure) {
    super(`AADSTS${failure.code}: ${failure.words}`);
    this.failure = failure;
  }
}

const fail = (error: string, code: number, words: string, more: Partial<EntraFailure> = {}) =>
  new EntraError({ error, code, words, ...more });

export const unknownTenant = (tenant: string) => fail('invalid_request', 90002, `Tenant '${tenant}' not found.`);
export const unknownClient = (client: string) =>
  fail('unauthorized_client', 700016, `Application with identifier '${client}' was not found in the directory.`);
export const badSecret = (client: string) =>
  fail(
    'invalid_client',
    7000215,
    `Invalid client secret provided for app '${client}'. Ensure the secret being sent in the request is the client secret value, not the client secret ID.`,
    { status: 401 },
  );
export const secretExpired = (client: string) =>
  fail(
    'invalid_client',
    7000222,
    `The provided client secret keys for app '${client}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    { status: 401 },
  );
/** The issuer itself is out of service: no answer of Entra's own making. */
export const temporarilyUnavailable = () => new Response('Service unavailable', { status: 503, headers: { 'content-type': 'text/html' } });
export const secretMissing = () =>
  fail('invalid_client', 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", {
    status: 401,
  });
export const badAssertionSignature = () =>
  fail('invalid_client', 700027, 'The certificate with identifier used to sign the client assertion is not registered on application.', {
    status: 401,
  });
export const missing = (name: string) =>
  fail('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);
export const unsupportedGrant = (grant: string) =>
  fail('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`);
export const badScope = (scope: string) =>
  fail('invalid_scope', 70011, `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`);
export const defaultScopeNeeded = (scope: string) =>
  fail(
    'invalid_scope',
    1002012,
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  );
export const unknownResource = (resource: string) =>
  fail('invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant.`);
export const wrongRedirect = (address: string) =>
  fail(
    'invalid_request',
    50011,
    `The redirect URI '${address}' specified in the request does not match the redirect URIs configured for the application.`,
  );
export const codeUnknown = () => fail('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
export const codeSpent = () =>
  fail(
    'invalid_grant',
    54005,
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  );
export const codeOld = () =>
  fail('invalid_grant', 70008, 'The provided authorization code or refresh token has expired due to inactivity.');
export const badVerifier = () =>
  fail('invalid_grant', 50148, 'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.');
export const refreshUnknown = () => fail('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
export const badAssertion = (why: string) => fail('invalid_grant', 50013, `Assertion failed signature validation. [Reason - ${why}]`);
export const assertionNotForCaller = () =>
  fail('invalid_grant', 500131, 'Assertion audience does not match the Client app presenting the assertion.');
export const signInNeeded = () => fail('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
export const accountDisabled = () => fail('invalid_grant', 50057, 'The user account is disabled.');

/** Silent flows answer `interaction_required`; an on-behalf-of call answers `invalid_grant` with `consent_required` beneath it. */
export const consentNeeded = (client: string, grant: 'invalid_grant' | 'interaction_required') =>
  fail(
    grant,
    65001,
    `The user or administrator has not consented to use the application with ID '${client}'. Send an interactive authorization request for this user and resource.`,
    {
      suberror: 'consent_required',
    },
  );

export const consentDeclined = () => fail('access_denied', 65004, 'User declined to consent to access the app.');

/** Conditional access wants more than was presented: msal hands `claims` on to the next interactive request. */
export const claimsChallenge = (claims: string) =>
  fail(
    'interaction_required',
    50076,
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
    {
      suberror: 'basic_action',
      claims,
    },
  );

export const entraReply = ({ error, code, words, suberror, claims, status }: EntraFailure, correlation?: string | null) =>
  Response.json(
    {
      error,
      error_description: `AADSTS${code}: ${words}`,
      error_codes: [code],
      timestamp: new Date()
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, 'Z'),
      trace_id: randomUUID(),
      correlation_id: correlation ?? randomUUID(),
      ...(suberror ? { suberror } : {}),
      ...(claims ? { claims } : {}),
    },
    { status: status ?? 400, headers: { 'cache-control': 'no-store' } },
  );
