import { readFile } from 'node:fs/promises';
import { readDocument } from '#api/plans/document/read.ts';
import { Plain } from '../plain.ts';
import type { Answer } from './answer.ts';

/** `document read FILE.docx`: what the one .docx reader finds in a file, field by field; of one without fields, what its page says. Exit 1 where it cannot be read. */
export const readDocumentCommand = async (file: string): Promise<Answer> => {
  const bytes = await readFile(file).catch(() => {
    throw new Plain(`${file} cannot be read.`);
  });
  const read = readDocument(new Uint8Array(bytes));
  if ('words' in read) return { code: 1, lines: [read.words], json: read };
  const fields = Object.entries(read.fields).map(([tag, text]) => `${tag}: ${text}`);
  return { code: 0, lines: fields.length > 0 ? fields : ['Waymark did not issue this document. Its page says:', read.text], json: read };
};
