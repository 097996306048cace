/** Signing keys of one issuer: the newest signs, older ones stay published until they are dropped. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { writeDurably } from '../state/durable-file.ts';

export type SigningKeys = {
  sign(claims: JWTPayload): Promise<string>;
  /** The published set, with `endorsements` where the issuer is a channel. */
  published(): { readonly keys: readonly JWK[] };
  /** Makes a new key the signing one. The old one stays published, as Entra does for a day and more. */
  rotate(): Promise<void>;
  /** Takes every key but the newest out of the published set. */
  dropOld(): Promise<void>;
  keyFor(kid: string): Promise<CryptoKey | undefined>;
};

/** Keys are kept in `name` in the folder (mode 0600), so that tokens outlive a restart. */
export const signingKeysIn = async (folder: string, name: string, endorsements?: readonly string[]): Promise<SigningKeys> => {
  const file = path.join(folder, name);
  let keys: JWK[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const save = () => writeDurably(file, JSON.stringify(keys));

  const rotate = async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    keys = [{ ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'RS256' }, ...keys];
    await save();
  };
  if (keys.length === 0) await rotate();

  /** Reading a key out of its JSON form costs more than a signature's check. */
  const ready = new Map<string, Promise<CryptoKey | Uint8Array>>();
  const imported = (jwk: JWK, half: 'private' | 'public') => {
    const name = `${half} ${jwk.kid}`;
    const known = ready.get(name) ?? importJWK(half === 'private' ? jwk : publicHalf(jwk), 'RS256');
    ready.set(name, known);
    return known;
  };

  const newest = (): JWK => {
    const [first] = keys;
    if (!first) throw new Error('There is no signing key.');
    return first;
  };
  return {
    async sign(claims) {
      const jwk = newest();
      const key = await imported(jwk, 'private');
      return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: jwk.kid ?? '' }).sign(key);
    },
    published: () => ({ keys: keys.map((jwk) => publicHalf(jwk, endorsements)) }),
    rotate,
    async dropOld() {
      keys = keys.slice(0, 1);
      await save();
    },
    async keyFor(kid) {
      const jwk = keys.find((key) => key.kid === kid);
      if (!jwk) return undefined;
      const key = await imported(jwk, 'public');
      return key instanceof Uint8Array ? undefined : key;
    },
  };
};

const publicHalf = ({ kty, n, e, kid, use, alg }: JWK, endorsements?: readonly string[]): JWK =>
  ({ kty, n, e, kid, use, alg, ...(endorsements ? { endorsements } : {}) }) as JWK;
