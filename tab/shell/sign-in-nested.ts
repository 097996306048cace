import { createNestablePublicClientApplication, InteractionRequiredAuthError } from '@azure/msal-browser';
import type { BrowserConfig } from '#contract/people.ts';

/** Some hosts say that they hand out tokens and then never answer; what the person is asked for is not hurried. */
const PATIENCE = 5_000;

const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<T>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The host gave no answer.')), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/**
 * Tokens through the host with MSAL (nested app authentication). Loaded only where Teams' own sign-on is not enough. Rejects with MSAL's
 * errors, and where the host says nothing for five seconds.
 */
export const nestedSignIn = async (config: BrowserConfig): Promise<(claims?: string) => Promise<string>> => {
  const application = await inTime(
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
  const request = { scopes: [config.scope] };
  return async (claims) => {
    if (claims) return (await application.acquireTokenPopup({ ...request, claims })).accessToken;
    try {
      return (await inTime(application.acquireTokenSilent(request))).accessToken;
    } catch (fault) {
      if (!(fault instanceof InteractionRequiredAuthError)) throw fault;
      // Teams shows the window itself, so no press of a button is needed for it.
      return (await application.acquireTokenPopup({ ...request, ...(fault.claims ? { claims: fault.claims } : {}) })).accessToken;
    }
  };
};
