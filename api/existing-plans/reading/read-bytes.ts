import type { ReadPages } from '#domain/existing-plans/page-block.ts';
import { readPlan } from '#domain/existing-plans/read-plan.ts';
import type { Unreadable } from '../../plans/document/package.ts';
import { docxBlocks } from './docx-blocks.ts';
import { type FileToRead, isZip, type ReadFile, unreadableAtOnce } from './file-to-read.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { isUnreadablePlan, type UnreadablePlan, unreadablePlan, type WhyNot } from './unreadable-plan.ts';

const REASONS: Readonly<Record<Unreadable['why'], WhyNot>> = {
  'too-big': 'too-long',
  'not-a-document': 'not-a-plan',
  password: 'password',
  damaged: 'damaged',
  unsafe: 'unsafe',
};

const pagesOf = async (bytes: Uint8Array): Promise<ReadPages | UnreadablePlan> => {
  if (!isZip(bytes)) return pdfBlocks(bytes);
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
