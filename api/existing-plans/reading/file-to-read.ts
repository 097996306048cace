import type { ReadPages } from '#domain/existing-plans/page-block.ts';
import type { ReadPlan } from '#domain/existing-plans/read-plan.ts';
import { MOST_BYTES, type UnreadablePlan, unreadablePlan } from './unreadable-plan.ts';

/*
 * What the server itself knows of a file before a thread reads it. It looks at first bytes alone and imports no reader: the reader of PDFs
 * brings its own `JSON.stringify`, twenty times slower, to the whole process that loads it.
 */

/** A file to read: its bytes, its name (it may carry the case reference), and whose dates it writes. */
export type FileToRead = { readonly bytes: Uint8Array; readonly name: string; readonly nation: 'england' | 'us' };

/** What was read of a file: its pages as they are, and the plan found in them. */
export type ReadFile = { readonly ok: true; readonly pages: ReadPages; readonly plan: ReadPlan };

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
const PDF = [...'%PDF-'].map((sign) => sign.charCodeAt(0));
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** What Office calls the part that holds an encrypted document, as its container writes names: two bytes a letter. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** A PDF may begin with other bytes; readers look for its sign in the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes(Buffer.from(PDF));

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP);

/** Why a file need not be opened at all, by its size and first bytes; null for one that may be read. */
export function unreadableAtOnce(bytes: Uint8Array): UnreadablePlan | null {
  if (bytes.length === 0) return unreadablePlan('empty');
  if (bytes.length > MOST_BYTES) return unreadablePlan('too-big');
  if (startsWith(bytes, OLE)) return unreadablePlan(Buffer.from(bytes).includes(ENCRYPTED) ? 'password' : 'old-word');
  return isZip(bytes) || isPdf(bytes) ? null : unreadablePlan('not-a-plan');
}
