import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import type { Database } from '../parts.ts';
import { readPartition, writePartition } from './token-cache-records.ts';

/** How rows are sealed, said by their first byte: one sealed in another way is not opened, and its tokens are asked for anew. */
const WAY = 1;
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Seals text under a 32-byte key; the place it is kept is bound in, so that a row cannot be moved to another person. */
export const seal = (key: Uint8Array, place: string, text: string): Uint8Array => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(WAY), nonce, cipher.getAuthTag(), body]);
};

/** Opens what `seal` made; `null` where key, place, bytes or way of sealing do not fit (then the tokens are simply asked for anew). */
export const unseal = (key: Uint8Array, place: string, sealed: Uint8Array): string | null => {
  try {
    const [way, bytes] = [sealed[0], Buffer.from(sealed.subarray(1))];
    if (way !== WAY) return null;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};

type Entries = Record<string, { expires_on?: string; userAssertionHash?: string }>;

/** Drops access tokens that have run out, and what hangs on their assertions, so that a partition does not grow for ever. */
export const withoutExpired = (cache: string, now: number): string => {
  const read = JSON.parse(cache) as { AccessToken?: Entries; RefreshToken?: Entries };
  const alive = Object.entries(read.AccessToken ?? {}).filter(([, token]) => Number(token.expires_on ?? 0) * 1000 > now);
  const assertions = new Set(alive.map(([, token]) => token.userAssertionHash));
  const refresh = Object.entries(read.RefreshToken ?? {}).filter(
    ([, token]) => token.userAssertionHash === undefined || assertions.has(token.userAssertionHash),
  );
  return JSON.stringify({ ...read, AccessToken: Object.fromEntries(alive), RefreshToken: Object.fromEntries(refresh) });
};

/** msal-node's cache for one partition, kept encrypted in PostgreSQL: one row a person, one for the application. */
export const cachePlugin = (database: Database, key: Uint8Array, organisation: string, partition: string): ICachePlugin => {
  const place = `${organisation}/${partition}`;
  return {
    beforeCacheAccess: async (context: TokenCacheContext) => {
      const sealed = await readPartition(database, organisation, partition);
      const text = sealed && unseal(key, place, sealed);
      if (text) context.tokenCache.deserialize(text);
    },
    afterCacheAccess: async (context: TokenCacheContext) => {
      if (!context.cacheHasChanged) return;
      const text = withoutExpired(context.tokenCache.serialize(), Date.now());
      await writePartition(database, organisation, partition, seal(key, place, text));
    },
  };
};
