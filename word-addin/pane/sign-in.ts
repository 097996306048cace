import type { BrowserConfig } from '#contract/people.ts';
import { hostSignsIn, signInDialog } from '../page/office-word.ts';

/** A token for the API; with `renew` the one at hand is not good enough. */
export type TokenOf = (renew: boolean) => Promise<string>;

/** Some hosts say they hand out tokens and then never answer. */
const PATIENCE = 5_000;

const within = <T>(limit: number, work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<T>((_, reject) => setTimeout(() => reject(new Error('no answer')), limit))]);

/** Through the host: nested app authentication. MSAL is loaded only here. */
const throughHost = async (config: BrowserConfig): Promise<TokenOf> => {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  const application = await createNestablePublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: config.knownAuthorities,
      ...(config.authorityMetadata ? { authorityMetadata: config.authorityMetadata } : {}),
    },
    cache: { cacheLocation: 'memoryStorage' },
  });
  const scopes = [config.scope];
  return async (renew) => {
    try {
      return (await within(PATIENCE, application.acquireTokenSilent({ scopes, forceRefresh: renew }))).accessToken;
    } catch {
      return (await application.acquireTokenPopup({ scopes })).accessToken;
    }
  };
};

/** Through a dialog: for hosts without nested app authentication. */
const throughDialog = (): TokenOf => {
  let token: string | null = null;
  return async (renew) => {
    if (renew || token === null) token = await signInDialog(`${window.location.origin}/word/sign-in.html`);
    return token;
  };
};

/** Signs in with what the host offers: nested app authentication first, the dialog where that does not answer. */
export const signIn = async (config: BrowserConfig): Promise<{ token: TokenOf; how: 'host' | 'dialog' }> => {
  if (!hostSignsIn()) return { token: throughDialog(), how: 'dialog' };
  try {
    const token = await throughHost(config);
    await token(false);
    return { token, how: 'host' };
  } catch {
    return { token: throughDialog(), how: 'dialog' };
  }
};
