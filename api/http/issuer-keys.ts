import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/**
 * The issuer's published keys: fetched once, kept for half a day, and fetched anew when a token names a key that is not among them
 * (keys are rotated without notice), at most once in `pause` milliseconds so that forged key ids cause no storm.
 */
export const issuerKeys = (address: string, pause = 30_000): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(address), { timeoutDuration: 4_000, cooldownDuration: pause, cacheMaxAge: 12 * 3_600_000 });
