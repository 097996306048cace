import type { BrowserConfig } from '#contract/people.ts';
import { hostSignsIn, signInDialog } from '../page/office-word.ts';

/** A token for the API; with `renew` the one at hand is not good enough. Rejects with `NotSignedIn`. */
export type TokenOf = (renew: boolean) => Promise<string>;

/** Nobody is signed in and only a press of a button can change it. The words are fit to show. */
export class NotSignedIn extends Error {}

/** The two ways to a token: `quietly` opens no window; `aloud` may, and so must come from a press of a button. */
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

/** Through the host: nested app authentication. MSAL is loaded only here. */
const throughHost = async (config: BrowserConfig): Promise<TokenOf> => {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
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
  return async (renew) => {
    try {
      return (await within(PATIENCE, application.acquireTokenSilent({ scopes, forceRefresh: renew }))).accessToken;
    } catch (error) {
      // A host that is silent here would leave a window open for ever.
      if (error instanceof NoAnswer) throw error;
      return (await application.acquireTokenPopup({ scopes })).accessToken;
    }
  };
};

/** Through a dialog: for hosts without nested app authentication, and for those that have it in name only. */
const throughDialog = (): SignIn => {
  let token: string | null = null;
  return {
    quietly: async (renew) => {
      if (renew) token = null;
      if (token === null) throw new NotSignedIn('You are not signed in to Waymark.');
      return token;
    },
    aloud: async () => {
      token = await signInDialog(`${window.location.origin}/word/sign-in.html`);
    },
  };
};

/** Signs in with what the host offers: nested app authentication first, the dialog where that does not answer within five seconds. */
export const signIn = async (config: BrowserConfig): Promise<SignIn> => {
  if (!hostSignsIn()) return throughDialog();
  try {
    const token = await throughHost(config);
    await token(false);
    return {
      quietly: (renew) =>
        token(renew).catch(() => {
          throw new NotSignedIn('Your sign-in has ended.');
        }),
      aloud: async () => void (await token(true)),
    };
  } catch {
    return throughDialog();
  }
};
