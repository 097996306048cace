import type { ReadPages } from '#domain/existing-plans/page-block.ts';
import { type ReadPlan, readPlan } from '#domain/existing-plans/read-plan.ts';
import type { Unreadable } from '../../plans/document/package.ts';
import { docxBlocks } from './docx-blocks.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { isUnreadablePlan, MOST_BYTES, type UnreadablePlan, unreadablePlan, type WhyNot } from './unreadable-plan.ts';

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

const REASONS: Readonly<Record<Unreadable['why'], WhyNot>> = {
  'too-big': 'too-long',
  'not-a-document': 'not-a-plan',
  password: 'password',
  damaged: 'damaged',
  unsafe: 'unsafe',
};

/** Why a file need not be opened at all, by its size and first bytes; null for one that may be read. */
export function unreadableAtOnce(bytes: Uint8Array): UnreadablePlan | null {
  if (bytes.length === 0) return unreadablePlan('empty');
  if (bytes.length > MOST_BYTES) return unreadablePlan('too-big');
  if (startsWith(bytes, OLE)) return unreadablePlan(Buffer.from(bytes).includes(ENCRYPTED) ? 'password' : 'old-word');
  return startsWith(bytes, ZIP) || isPdf(bytes) ? null : unreadablePlan('not-a-plan');
}

const pagesOf = async (bytes: Uint8Array): Promise<ReadPages | UnreadablePlan> => {
  if (!startsWith(bytes, ZIP)) return pdfBlocks(bytes);
  const read = docxBlocks(bytes);
  return 'ok' in read ? unreadablePlan(REASONS[read.why]) : read;
};

/** Reads one file into a plan, in this thread. A file that cannot or must not be read is an answer. */
export async function readBytes({ bytes, name, nation }: FileToRead): Promise<ReadFile | UnreadablePlan> {
  const refused = unreadableAtOnce(bytes);
  if (refused) return refused;
  const pages = await pagesOf(bytes);
  if (isUnreadablePlan(pages)) return pages;
  return { ok: true, pages, plan: readPlan(pages.blocks, name, nation) };
}
