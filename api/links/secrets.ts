import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { KEY_LENGTH, letterKey } from '#domain/access/letter-key.ts';

/** 32 random bytes, as text that stands in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The one thing of a secret that is kept. A secret of 256 random bits needs no slow digest. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether two digests are the same, in the same time whether they are or not. */
export const sameDigest = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && timingSafeEqual(one, other);

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
