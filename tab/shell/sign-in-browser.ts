import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser';
import type { BrowserConfig } from '#contract/people.ts';

/** Signing in where there is no Teams: an ordinary browser. Loaded only there. */
export type BrowserSignIn = {
  /** True when someone is signed in already, so that no button is needed. */
  readonly signedIn: boolean;
  /** With `claims`, leaves for Microsoft's page for the step that is asked for and comes back here. */
  readonly token: (claims?: string) => Promise<string>;
  /** Leaves for Microsoft's page and comes back here. */
  readonly signIn: () => Promise<void>;
  /** Forgets who is signed in, leaves for Microsoft's page, which does the same, and comes back to the door. */
  readonly signOut: () => Promise<void>;
};

const COMES_BACK_TO = '/tab/';
const RETURN = 'waymark.return-to';

const application = async (config: BrowserConfig): Promise<PublicClientApplication> => {
  const made = new PublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: config.knownAuthorities,
      redirectUri: new URL(COMES_BACK_TO, window.location.origin).href,
      ...(config.authorityMetadata ? { authorityMetadata: config.authorityMetadata } : {}),
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await made.initialize();
  return made;
};

/** Reads the reply of a sign-in that has just come back, if any, and who is signed in. Rejects where the sign-in was refused. */
export const signInBrowser = async (config: BrowserConfig): Promise<BrowserSignIn> => {
  const msal = await application(config);
  const reply = await msal.handleRedirectPromise();
  const account = reply?.account ?? msal.getAllAccounts()[0] ?? null;
  if (reply) returnToWhereWeWere();
  const request = { scopes: [config.scope] };
  const goThrough = async (claims?: string) => {
    window.sessionStorage.setItem(RETURN, window.location.pathname + window.location.search);
    await msal.loginRedirect(claims ? { ...request, claims } : request);
  };
  const signIn = () => goThrough();
  const leaving = async (claims?: string): Promise<string> => {
    await goThrough(claims);
    return new Promise<string>(() => {}); // the browser is leaving this page
  };
  const token = async (claims?: string) => {
    if (claims) return leaving(claims);
    try {
      if (!account) throw new InteractionRequiredAuthError('no_account', 'Nobody is signed in.');
      return (await msal.acquireTokenSilent({ ...request, account })).accessToken;
    } catch (fault) {
      if (!(fault instanceof InteractionRequiredAuthError)) throw fault;
      return leaving();
    }
  };
  const signOut = async () => {
    const door = new URL(COMES_BACK_TO, window.location.origin).href;
    try {
      await msal.logoutRedirect({ account, postLogoutRedirectUri: door });
    } catch {
      // Microsoft's page could not be reached: nobody is signed in here any more all the same
      await msal.clearCache();
      window.location.assign(door);
    }
  };
  return { signedIn: account !== null, token, signIn, signOut };
};

const returnToWhereWeWere = () => {
  const address = window.sessionStorage.getItem(RETURN);
  window.sessionStorage.removeItem(RETURN);
  if (address?.startsWith('/tab/')) window.history.replaceState({ fromWithin: false }, '', address);
};
