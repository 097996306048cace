import { createHash } from 'node:crypto';
import {
  type AuthenticationResult,
  ConfidentialClientApplication,
  type INetworkModule,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-node';
import { codeOf, type FaultName } from '#domain/faults/faults.ts';
import type { Database, Log } from '../parts.ts';
import { OneMoreStep, Refusal, Unwell } from '../refusal.ts';
import { overFetch, withinPatience } from './network.ts';
import type { GraphSettings } from './settings.ts';
import { cachePlugin } from './token-cache.ts';
import { forgetPartition } from './token-cache-records.ts';

/** Access tokens for Graph. */
export type Tokens = {
  /** On behalf of the person whose token was presented at the door. */
  forPerson(assertion: string): Promise<string>;
  /** What Waymark may do on Graph in that person's name, `Calendars.Read`: consent, whatever the person may do themselves. */
  grantedFor(assertion: string): Promise<readonly string[]>;
  /**
   * The application's own; only where no person is present, and for what Sites.Selected and Exchange RBAC narrow down. For Graph unless
   * another scope is named: Teams' connector takes tokens of the same registration.
   */
  forApplication(scope?: string): Promise<string>;
  /** Microsoft 365 did not take the token that is kept: the next one is asked for anew. */
  forgetPerson(assertion: string): Promise<void>;
  forgetApplication(): Promise<void>;
};

type Kept = { readonly token: string; readonly scopes: readonly string[]; readonly until: number };

const MOST_KEPT = 500;
const EARLY = 120_000;

/** Everything the application was granted on Graph; what it may do with it is decided in domain/access and by the grants. */
const GRAPH = 'https://graph.microsoft.com/.default';

const homeAccountOf = (assertion: string): string => {
  const claims = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8')) as { oid?: string; tid?: string };
  return `${claims.oid}.${claims.tid}`;
};

/** Fetched once a process where the authority is not one of Microsoft's own, so that each short-lived client need not. */
const metadataOf = (settings: GraphSettings, network: INetworkModule | undefined) => {
  const address = `${settings.authority}/v2.0/.well-known/openid-configuration`;
  const ask = async (): Promise<string> =>
    network
      ? JSON.stringify((await network.sendGetRequestAsync(address)).body)
      : (await fetch(address, { signal: AbortSignal.timeout(5_000) })).text();
  let text: Promise<string> | undefined;
  return async (): Promise<string | undefined> => {
    if (settings.knownAuthorities.length === 0) return undefined;
    text ??= ask();
    return text.catch((error) => {
      text = undefined;
      throw error;
    });
  };
};

type FromIssuer = { readonly errorCode?: string; readonly errorMessage?: string; readonly subError?: string };

/** Which known fault the issuer's refusal is. */
const faultOf = (error: unknown): FaultName => {
  const { errorCode = '', errorMessage = '', subError = '' } = error as FromIssuer;
  if (error instanceof InteractionRequiredAuthError)
    return subError === 'consent_required' || /AADSTS65001\b/.test(errorMessage) ? 'consent-revoked' : 'sign-in-again';
  if (errorCode === 'invalid_client') return 'secret-expired';
  if (error instanceof ServerError && errorCode) return 'permission-missing';
  return 'sign-in-away';
};

const SAID: Partial<Record<FaultName, string>> = {
  'secret-expired':
    'Microsoft 365 did not let Waymark in: its secret has run out. What you did is kept. Your administrator makes a new one.',
  'sign-in-away': 'Microsoft sign-in cannot be reached just now. Try again in a minute.',
};

const refusalOf = (error: unknown, log: Log): Refusal => {
  const fault = faultOf(error);
  log.warn({ code: (error as FromIssuer).errorCode ?? 'unknown', fault: codeOf(fault) }, 'no Graph token');
  if (fault !== 'consent-revoked' && fault !== 'sign-in-again')
    return new Unwell(
      fault,
      SAID[fault] ?? 'Microsoft 365 did not let Waymark in. Nothing was changed. Your administrator can see why in Settings.',
    );
  const claims = error instanceof InteractionRequiredAuthError ? error.claims : '';
  const words = 'Microsoft 365 asks you to sign in or agree again first. Nothing was changed.';
  return claims ? new OneMoreStep(words, fault, claims) : new Refusal('not-allowed', words, [], fault);
};

/**
 * Tokens through msal-node. A client object lives for one request and sees one partition of the cache (a home account, or the
 * application), which is kept encrypted in PostgreSQL and so shared by all processes; a small map spares the read on a hot path.
 */
export const tokenSource = (settings: GraphSettings, database: Database, log: Log, network?: INetworkModule): Tokens => {
  const metadata = metadataOf(settings, network);
  const kept = new Map<string, Kept>();

  const client = async (partition: string): Promise<ConfidentialClientApplication> => {
    const authorityMetadata = await metadata();
    const { credential } = settings;
    return new ConfidentialClientApplication({
      auth: {
        clientId: settings.clientId,
        authority: settings.authority,
        knownAuthorities: [...settings.knownAuthorities],
        ...(authorityMetadata ? { authorityMetadata } : {}),
        ...('secret' in credential ? { clientSecret: credential.secret } : { clientCertificate: credential.certificate }),
      },
      system: { networkClient: network ?? overFetch },
      cache: { cachePlugin: cachePlugin(database, settings.tokenKey, settings.tenantId, partition) },
    });
  };

  const keep = (key: string, result: AuthenticationResult | null): Kept => {
    if (!result) throw new Refusal('elsewhere-unwell', 'Microsoft 365 gave no answer to the sign-in. Nothing was changed.');
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    const { accessToken: token, scopes, expiresOn } = result;
    const keeping = { token, scopes, until: (expiresOn?.getTime() ?? 0) - EARLY };
    kept.set(key, keeping);
    return keeping;
  };

  /** A token that stopped holding before its time (the clock jumped, it was taken back) is forgotten wherever it is kept. */
  const forget = async (partition: string, keys: readonly string[]): Promise<void> => {
    for (const key of keys) kept.delete(key);
    await forgetPartition(database, settings.tenantId, partition);
  };

  const once = async (key: string, ask: () => Promise<AuthenticationResult | null>): Promise<Kept> => {
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known;
    kept.delete(key);
    try {
      return keep(key, await withinPatience(ask()));
    } catch (error) {
      throw error instanceof Refusal ? error : refusalOf(error, log);
    }
  };

  const keyOf = (assertion: string): string => createHash('sha256').update(assertion).digest('base64');
  const personal = (assertion: string): Promise<Kept> =>
    once(keyOf(assertion), async () => {
      const person = await client(homeAccountOf(assertion));
      // msal-node looks into its memory alone before it asks on behalf of somebody: what other processes keep is read into it first.
      await person.getTokenCache().getAllAccounts();
      return person.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [GRAPH] });
    });

  return {
    forgetPerson: (assertion) => forget(homeAccountOf(assertion), [keyOf(assertion)]),
    forgetApplication: () =>
      forget(
        'application',
        [...kept.keys()].filter((key) => key.startsWith('application ')),
      ),
    forPerson: async (assertion) => (await personal(assertion)).token,
    // Entra names some scopes with the address of their API before them, and beside them the `.default` that was asked for.
    grantedFor: async (assertion) =>
      (await personal(assertion)).scopes.map((scope) => scope.split('/').at(-1) ?? scope).filter((scope) => scope !== '.default'),
    forApplication: async (scope = GRAPH) => {
      const found = await once(`application ${scope}`, async () => {
        const application = await client('application');
        return application.acquireTokenByClientCredential({ scopes: [scope] });
      });
      return found.token;
    },
  };
};
