/** Renewed this long before it ends, so that a call never leaves with a token that dies on the way. */
const SPARE_SECONDS = 120;

/** Seconds since 1970 by this device's clock. */
const secondsNow = (): number => (performance.timeOrigin + performance.now()) / 1000;

/** When an access token ends, read from its middle part; 0 where it cannot be read. The server checks it, this only plans ahead. */
export const endOf = (token: string): number => {
  try {
    const middle = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const claims = JSON.parse(atob(middle)) as { exp?: unknown };
    return typeof claims.exp === 'number' ? claims.exp : 0;
  } catch {
    return 0;
  }
};

/**
 * Keeps one token and asks for the next when it is about to end or when the API refused it. Calls that come together share one request.
 */
export const keepToken = (fetchToken: () => Promise<string>) => {
  let token = '';
  let coming: Promise<string> | null = null;
  const fetchOnce = () => {
    coming ??= fetchToken()
      .then((fresh) => {
        token = fresh;
        return fresh;
      })
      .finally(() => {
        coming = null;
      });
    return coming;
  };
  return async (renew: boolean): Promise<string> => {
    if (!renew && token && endOf(token) - SPARE_SECONDS > secondsNow()) return token;
    return fetchOnce();
  };
};
