import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Refusal } from '../refusal.ts';
import { damaged } from './archive.ts';

/**
 * What a backup is closed with, and opened: a passphrase, or a key of the age format (age-encryption.org). The public half of a key closes
 * a backup that only the other half opens, so a server need not be able to read its own backups.
 */
export type BackupKey =
  | { readonly kind: 'passphrase'; readonly words: string; readonly work: number }
  | { readonly kind: 'whole'; readonly secret: string }
  | { readonly kind: 'public'; readonly recipient: string };

const SHORTEST = 12;

/** Guessing costs 2 to this power steps of scrypt a guess: about a second. */
const WORK = 18;

/** Reads the text of a passphrase file: its first line. */
export const passphraseFrom = (text: string, work = WORK): BackupKey => {
  const words = text.split(/\r?\n/)[0]?.trim() ?? '';
  if (words.length < SHORTEST)
    throw new Refusal('not-valid', `The passphrase is too short to keep a record safe: give at least ${SHORTEST} characters.`);
  return { kind: 'passphrase', words, work };
};

/** Reads the text of a key file: the line that is no comment. */
export const keyFrom = (text: string): BackupKey => {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const secret = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (secret) return { kind: 'whole', secret };
  const recipient = lines.find((line) => line.startsWith('age1'));
  if (recipient) return { kind: 'public', recipient };
  throw new Refusal('not-valid', 'The key file holds no key: waymark backup-key makes one.');
};

/** A new key: its secret half, and the public half with which backups are closed. */
export const newKey = async (): Promise<{ readonly secret: string; readonly recipient: string }> => {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
};

const unusable = (): Refusal => new Refusal('not-valid', 'The key is not a whole one: a character is missing or wrong.');

const closing = async (key: BackupKey): Promise<Encrypter> => {
  const encrypter = new Encrypter();
  try {
    if (key.kind === 'passphrase') {
      encrypter.setPassphrase(key.words);
      encrypter.setScryptWorkFactor(key.work);
    } else encrypter.addRecipient(key.kind === 'public' ? key.recipient : await identityToRecipient(key.secret));
  } catch {
    throw unusable();
  }
  return encrypter;
};

const opening = (key: BackupKey): Decrypter => {
  const decrypter = new Decrypter();
  try {
    if (key.kind === 'passphrase') decrypter.addPassphrase(key.words);
    else if (key.kind === 'whole') decrypter.addIdentity(key.secret);
  } catch {
    throw unusable();
  }
  return decrypter;
};

const streamOf = (source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: async () => void (await pieces.return?.()),
  });
};

/** Closes what passes through. */
export const closedWith = (key: BackupKey) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* await (await closing(key)).encrypt(streamOf(source));
  };

const START = 'age-encryption.org/v1';

const notOurs = (): Refusal => new Refusal('not-valid', 'This file is no backup of Waymark.');

/** The words for a beginning that does not open; a Refusal passes as it is. */
const whyNot = (fault: unknown, key: BackupKey): unknown => {
  if (fault instanceof Refusal) return fault;
  if (!/no identity matched/i.test((fault as Error).message)) return damaged();
  const with_ = key.kind === 'passphrase' ? 'passphrase' : 'key';
  return new Refusal('not-valid', `This ${with_} does not open the backup: it was closed with another. Nothing was restored.`);
};

/** Looks at the first bytes of what passes, which say in clear that it is closed in this format. */
async function* begunRightly(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let looked = false;
  for await (const piece of source) {
    if (!looked && !Buffer.from(piece).subarray(0, START.length).equals(Buffer.from(START))) throw notOurs();
    looked = true;
    yield piece;
  }
  if (!looked) throw notOurs();
}

/** Opens what passes through. Rejects with a Refusal where the key is another's, the file no backup, cut off or changed. */
export const openedWith = (key: BackupKey) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    if (key.kind === 'public')
      throw new Refusal('not-valid', 'This is the public half of a key, which closes backups; the secret half opens them.');
    let opened: ReadableStream<Uint8Array>;
    try {
      opened = await opening(key).decrypt(streamOf(begunRightly(source)));
    } catch (fault) {
      throw whyNot(fault, key);
    }
    try {
      yield* opened;
    } catch (fault) {
      throw fault instanceof Refusal ? fault : damaged();
    }
  };
