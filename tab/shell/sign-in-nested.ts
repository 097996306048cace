import { createNestablePublicClientApplication, InteractionRequiredAuthError } from '@azure/msal-browser';
import type { BrowserConfig } from '#contract/people.ts';

/** Tokens through the host with MSAL (nested app authentication). Loaded only where Teams' own sign-on is not enough. */
export const nestedSignIn = async (config: BrowserConfig): Promise<(claims?: string) => Promise<string>> => {
  const application = await createNestablePublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: config.knownAuthorities,
      ...(config.authorityMetadata ? { authorityMetadata: config.authorityMetadata } : {}),
    },
    cache: { cacheLocation: 'memoryStorage' },
  });
  const request = { scopes: [config.scope] };
  return async (claims) => {
    if (claims) return (await application.acquireTokenPopup({ ...request, claims })).accessToken;
    try {
      return (await application.acquireTokenSilent(request)).accessToken;
    } catch (fault) {
      if (!(fault instanceof InteractionRequiredAuthError)) throw fault;
      // Teams shows the window itself, so no press of a button is needed for it.
      return (await application.acquireTokenPopup({ ...request, ...(fault.claims ? { claims: fault.claims } : {}) })).accessToken;
    }
  };
};
