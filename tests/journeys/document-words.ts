import { strFromU8, unzipSync } from 'fflate';

/** What a .docx says in its body, one paragraph a line. Throws where the bytes are no .docx. */
export const wordsOfDocument = (bytes: Uint8Array): string => {
  const body = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  if (!body) throw new Error('the file is no .docx');
  return strFromU8(body)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, '’')
    .replace(/&amp;/g, '&');
};
