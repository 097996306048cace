import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Why a file cannot be read, with a sentence fit to show a person. */
export type Unreadable = {
  readonly ok: false;
  readonly why: 'too-big' | 'not-a-document' | 'password' | 'damaged' | 'unsafe';
  readonly words: string;
};

/** The parts of a .docx by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const sentences: Record<Unreadable['why'], string> = {
  'too-big': 'This file is larger than a plan can be. Remove large pictures and save it again.',
  'not-a-document': 'This file is not a Word document (.docx).',
  password: 'This document is protected by a password. Remove the password in Word and save it again.',
  damaged: 'This document is damaged and cannot be read. Open it in Word, let Word repair it, and save it again.',
  unsafe: 'This document is built in a way Word never builds one, so it was not opened.',
};

export const unreadable = (why: Unreadable['why']): Unreadable => ({ ok: false, why, words: sentences[why] });

const mostBytes = 25 * 1024 * 1024;
const mostUnpacked = 60 * 1024 * 1024;
const mostParts = 2000;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

class TooBig extends Error {}

/** Opens a package within limits: the sizes are added up before anything is unpacked, and a part never grows past what it declares. */
export function openPackage(bytes: Uint8Array, wanted: (name: string) => boolean = () => true): Parts | Unreadable {
  if (bytes.length > mostBytes) return unreadable('too-big');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return unreadable('password');
  if (!startsWith(bytes, [0x50, 0x4b])) return unreadable('not-a-document');
  let unpacked = 0;
  let parts = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++parts > mostParts) throw new TooBig();
        if (!wanted(name)) return false;
        unpacked += originalSize;
        if (unpacked > mostUnpacked) throw new TooBig();
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    return unreadable(error instanceof TooBig ? 'too-big' : 'damaged');
  }
}

export const isUnreadable = (answer: unknown): answer is Unreadable =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

/** A part as text, its byte-order mark left out. */
export function textOf(parts: Parts, name: string): string | null {
  const bytes = parts.get(name);
  if (!bytes) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** Every entry carries the same hour, so that the same plan always gives the same bytes. */
const entryTime = '2000-01-01T12:00:00';

/** Zips the parts, the list of content types first, as Word writes it. */
export function writePackage(parts: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const names = [...parts.keys()].sort((one, other) => Number(other === '[Content_Types].xml') - Number(one === '[Content_Types].xml'));
  const files: Zippable = {};
  for (const name of names) {
    const part = parts.get(name) ?? '';
    files[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files, { level: 3, mtime: entryTime });
}
