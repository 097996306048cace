/** What keeps somebody from being signed in, however the host says it. */
export type SignInTrouble = 'consent' | 'one-more-step' | 'closed' | 'no-network' | 'other-account' | 'signed-out';

type Told = { readonly errorCode?: unknown; readonly subError?: unknown; readonly claims?: unknown; readonly message?: unknown };

const said = (fault: unknown): string => {
  if (typeof fault === 'string') return fault;
  const { errorCode, subError, message } = (fault ?? {}) as Told;
  return [errorCode, subError, message].filter((one) => typeof one === 'string').join(' ');
};

const claimsOf = (fault: unknown): string => {
  const { claims } = (fault ?? {}) as Told;
  return typeof claims === 'string' ? claims : '';
};

/**
 * Which trouble it is: from what MSAL throws (its own codes, Entra's AADSTS numbers in the words) and from what Teams answers
 * `getAuthToken` with. Whatever is not known counts as signed out: the cure is the same.
 */
export const signInTrouble = (fault: unknown): SignInTrouble => {
  const words = said(fault);
  if (/user_cancel|CancelledByUser|access_denied|AADSTS65004/i.test(words)) return 'closed';
  if (/consent|AADSTS65001|AADSTS90094/i.test(words)) return 'consent';
  if (/no_network|no network|network_error|Failed to fetch/i.test(words)) return 'no-network';
  // MSAL gives every demand of this kind a text for claims, empty where there are none.
  if (claimsOf(fault) !== '' || /AADSTS5007[0-9]|AADSTS5300\d|basic_action|additional_action/i.test(words)) return 'one-more-step';
  return 'signed-out';
};

/** What the person reads: what happened, that nothing is lost, and what to do. */
export const SIGN_IN_WORDS: Readonly<Record<SignInTrouble, string>> = {
  consent:
    'Nobody has agreed yet that Waymark may be used in your name. Press Sign in to agree; where Microsoft does not let you, your administrator agrees once for everybody. What you typed stays where it is.',
  'one-more-step':
    'Your school asks for one more step before it lets you in. Press Sign in and follow it. What you typed stays where it is.',
  closed: 'The sign-in was closed. What you typed stays where it is: press Sign in when you are ready.',
  'no-network': 'Microsoft sign-in cannot be reached. What you typed stays where it is: look at the connection, then press Sign in.',
  'other-account': 'Somebody else is signed in here now. What you typed stays where it is: press Sign in to go on as that person.',
  'signed-out': 'Your sign-in has ended. What you typed stays where it is: press Sign in to go on.',
};
