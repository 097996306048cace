import type { TokenOf } from '#contract/calls.ts';

/** Renewed this long before it ends, so that a call never leaves with a token that dies on the way. */
const SPARE_SECONDS = 120;

/** Seconds since 1970 by this device's clock. */
const secondsNow = (): number => (performance.timeOrigin + performance.now()) / 1000;

type Times = { readonly exp?: unknown; readonly iat?: unknown };

const timesIn = (token: string): Times => {
  try {
    const middle = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return (JSON.parse(atob(middle)) ?? {}) as Times;
  } catch {
    return {};
  }
};

/** When an access token ends, read from its middle part; 0 where it cannot be read. The server checks it, this only plans ahead. */
export const endOf = (token: string): number => {
  const { exp } = timesIn(token);
  return typeof exp === 'number' ? exp : 0;
};

/** A token that ends where it begins says nothing of this device's clock. */
const LEAST_LIFE = 300;

/** By how much this device's clock is ahead of Microsoft's, told by a token that has just come; 0 where it cannot be told. */
const ahead = (token: string, now: number): number => {
  const { iat, exp } = timesIn(token);
  if (typeof iat !== 'number' || typeof exp !== 'number' || exp - iat < LEAST_LIFE) return 0;
  // A token from a cache is older than now, and that is no fault of the clock: only one that seems to have ended, or not to have begun.
  return now >= exp || now < iat - LEAST_LIFE ? now - iat : 0;
};

/**
 * Keeps one token and asks for the next when it is about to end or when the API refused it. Calls that come together share one request. A
 * device whose clock is hours off would else ask before every call.
 */
export const keepToken = (fetchToken: (claims?: string) => Promise<string>, now: () => number = secondsNow): TokenOf => {
  let token = '';
  let clockAhead = 0;
  let coming: Promise<string> | null = null;
  const fetched = async (claims?: string) => {
    const fresh = await fetchToken(claims);
    token = fresh;
    clockAhead = ahead(fresh, now());
    return fresh;
  };
  const fetchOnce = () => {
    coming ??= fetched().finally(() => {
      coming = null;
    });
    return coming;
  };
  return async (renew, claims) => {
    if (claims) return fetched(claims);
    if (!renew && token && endOf(token) - SPARE_SECONDS > now() - clockAhead) return token;
    return fetchOnce();
  };
};
