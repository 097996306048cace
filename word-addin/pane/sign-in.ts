import type { TokenOf } from '#contract/calls.ts';
import type { BrowserConfig } from '#contract/people.ts';
import { SIGN_IN_WORDS, signInTrouble } from '#contract/sign-in-words.ts';
import { hostSignsIn, signInDialog } from '../page/office-word.ts';

/** Nobody is signed in and only a press of a button can change it. The words are fit to show. */
export class NotSignedIn extends Error {}

/**
 * The two ways to a token: `quietly` opens no window and rejects with `NotSignedIn`; `aloud` may, and so must come from a press of a button.
 * What a token must bring (`claims`) is kept for that press.
 */
export type SignIn = { readonly quietly: TokenOf; readonly aloud: () => Promise<void> };

/** Some hosts say that they hand out tokens and then never answer. */
const PATIENCE = 5_000;

class NoAnswer extends Error {}

const within = <T>(limit: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<T>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('The host gave no answer.')), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

type Signed = { readonly accessToken: string; readonly account: { readonly localAccountId: string } | null };

/** Holds a token to the person who began here: Word may change its account while the pane stands open. */
const samePerson = () => {
  let person: string | null = null;
  return {
    take: ({ accessToken, account }: Signed): string => {
      const now = account?.localAccountId ?? null;
      if (person !== null && now !== person) throw new NotSignedIn(SIGN_IN_WORDS['other-account']);
      person = now;
      return accessToken;
    },
    forget: () => {
      person = null;
    },
  };
};

/**
 * Through the host: nested app authentication. MSAL is loaded only here. What needs the person (consent, one more step) waits for a
 * press of the button; a host that gives no answer, or turns out to have this in name only, rejects as it comes.
 */
const throughHost = async (config: BrowserConfig): Promise<SignIn> => {
  const { createNestablePublicClientApplication, InteractionRequiredAuthError } = await import('@azure/msal-browser');
  const application = await within(
    PATIENCE,
    createNestablePublicClientApplication({
      auth: {
        clientId: config.clientId,
        authority: config.authority,
        knownAuthorities: config.knownAuthorities,
        ...(config.authorityMetadata ? { authorityMetadata: config.authorityMetadata } : {}),
      },
      cache: { cacheLocation: 'memoryStorage' },
    }),
  );
  const scopes = [config.scope];
  const person = samePerson();
  let claims: string | undefined;
  const quietly: TokenOf = async (renew, asked) => {
    if (asked) {
      claims = asked;
      throw new NotSignedIn(SIGN_IN_WORDS['one-more-step']);
    }
    try {
      return person.take(await within(PATIENCE, application.acquireTokenSilent({ scopes, forceRefresh: renew })));
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) throw error;
      claims = error.claims || undefined;
      throw new NotSignedIn(SIGN_IN_WORDS[signInTrouble(error)]);
    }
  };
  const aloud = async (): Promise<void> => {
    person.forget();
    if (!claims) {
      const signed = await quietly(true).catch(() => null);
      if (signed) return;
    }
    person.take(await application.acquireTokenPopup({ scopes, ...(claims ? { claims } : {}) }));
    claims = undefined;
  };
  return { quietly, aloud };
};

/** Through a dialog: for hosts without nested app authentication, and for those that have it in name only. */
const throughDialog = (): SignIn => {
  let token: string | null = null;
  let claims: string | undefined;
  return {
    quietly: async (renew, asked) => {
      if (asked) {
        claims = asked;
        throw new NotSignedIn(SIGN_IN_WORDS['one-more-step']);
      }
      if (renew) token = null;
      if (token === null) throw new NotSignedIn('You are not signed in to Waymark.');
      return token;
    },
    aloud: async () => {
      const wanted = claims ? `?${new URLSearchParams({ claims })}` : '';
      token = await signInDialog(`${window.location.origin}/word/sign-in.html${wanted}`);
      claims = undefined;
    },
  };
};

/** Which way was taken and why, for whoever looks at a pane that does not sign in: Office keeps what its panes say. Nobody is named. */
const tell = (way: 'the host' | 'our own window', why: string): void => console.info(`Waymark signs in through ${way}: ${why}.`);

const inWords = (error: unknown): NotSignedIn =>
  error instanceof NotSignedIn ? error : new NotSignedIn(SIGN_IN_WORDS[signInTrouble(error)]);

/** Signs in with what the host offers: nested app authentication first, the dialog where that does not answer within five seconds. */
export const signIn = async (config: BrowserConfig): Promise<SignIn> => {
  if (!hostSignsIn()) {
    tell('our own window', 'this Word has no nested app authentication');
    return throughDialog();
  }
  try {
    const host = await throughHost(config);
    await host.quietly(false).catch((error: unknown) => {
      // That the person is asked for something shows that the host does answer.
      if (!(error instanceof NotSignedIn)) throw error;
    });
    tell('the host', 'it has nested app authentication');
    const told = async <T>(work: Promise<T>): Promise<T> =>
      work.catch((error: unknown) => {
        throw inWords(error);
      });
    return { quietly: (renew, claims) => told(host.quietly(renew, claims)), aloud: () => told(host.aloud()) };
  } catch (error) {
    tell('our own window', error instanceof NoAnswer ? 'the host gave no answer' : 'the host could not');
    return throughDialog();
  }
};
