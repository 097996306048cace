import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { KEY_LENGTH, letterKey } from '#domain/access/letter-key.ts';

/** 32 random bytes, as text that stands in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * How digests of secrets have been made, each by the byte that its digests begin with; a better way is added below the last, and what was
 * kept before still opens until it ends. A secret of 256 random bits needs no slow digest.
 */
const WAYS: ReadonlyMap<number, string> = new Map([[1, 'sha256']]);
const LATEST = 1;

/** Digests from before they said how they were made: these alone are as long as this, for a way's byte makes any other longer. */
const UNSAID = { way: 1, length: 32 } as const;

const plainDigest = (way: number, secret: string): Buffer =>
  createHash(WAYS.get(way) ?? 'sha256')
    .update(secret)
    .digest();

const said = (way: number, secret: string): Buffer => Buffer.concat([Buffer.of(way), plainDigest(way, secret)]);

/** The one thing of a secret that is kept. */
export const digestOf = (secret: string): Buffer => said(LATEST, secret);

/** Every digest under which a secret may have been kept, the latest first: for looking one up. */
export const digestsOf = (secret: string): readonly Buffer[] => [
  ...[...WAYS.keys()].sort((one, other) => other - one).map((way) => said(way, secret)),
  plainDigest(UNSAID.way, secret),
];

/** Whether two digests are the same, in the same time whether they are or not. */
export const sameDigest = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && timingSafeEqual(one, other);

/** Whether this is the secret of which a digest was kept, in whichever way. A way that is not known is nobody's secret. */
export const isDigestOf = (kept: Uint8Array, secret: string): boolean => {
  if (kept.length === UNSAID.length) return sameDigest(kept, plainDigest(UNSAID.way, secret));
  const [way = 0] = kept;
  return WAYS.has(way) && sameDigest(kept, said(way, secret));
};

/** A key to print in a letter: 140 random bits. */
export const newLetterKey = (): string => letterKey(randomBytes(KEY_LENGTH));

/** Six figures to type, every one as likely as any other. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export const newSalt = (): Buffer => randomBytes(16);

const slowly = promisify(scrypt) as (password: string, salt: Uint8Array, length: number) => Promise<Buffer>;

/** The digest of a short code: slow and salted, so that the record does not give it away while it lives. */
export const codeDigest = (code: string, salt: Uint8Array): Promise<Buffer> => slowly(code, salt, 32);

/** Which organisation and link a token is of, and its secret. */
export type Token = { readonly organisation: string; readonly link: string; readonly secret: string };

const packed = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

const unpacked = (text: string): string | undefined => {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined;
};

/** The token as it stands in the fragment of an address. */
export const tokenText = ({ organisation, link, secret }: Token): string => `${packed(organisation)}.${packed(link)}.${secret}`;

/** Reads a token; undefined where it is none. Nothing about it is believed before its secret has been compared. */
export const readToken = (text: string): Token | undefined => {
  const [first = '', second = '', secret = '', ...more] = text.split('.');
  const [organisation, link] = [unpacked(first), unpacked(second)];
  return organisation && link && secret.length === 43 && more.length === 0 ? { organisation, link, secret } : undefined;
};
