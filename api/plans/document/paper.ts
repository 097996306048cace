import type { PaperFile } from '#contract/classes.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** A paper as a file that a browser saves; signs that no file system takes are left out of its name. */
export const asPaper = (name: string, format: 'docx' | 'pdf', content: Uint8Array, words: string): PaperFile => ({
  name: `${name.replace(/[\\/:*?"<>|]/g, '-')}.${format}`,
  type: TYPES[format],
  content: Buffer.from(content).toString('base64'),
  words,
});
