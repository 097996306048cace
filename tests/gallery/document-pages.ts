import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const samples = path.resolve(import.meta.dirname, '../../docs/samples');

/** The pages of the published samples as pictures in `folder`; none where poppler's pdftoppm is not installed. */
export const documentPages = (folder: string): string[] => {
  for (const pdf of readdirSync(samples).filter((name) => name.endsWith('.pdf'))) {
    const done = spawnSync('pdftoppm', ['-r', '80', '-png', path.join(samples, pdf), path.join(folder, `page-${pdf.replace('.pdf', '')}`)]);
    if (done.error) {
      console.log('The pages of documents are left out: pdftoppm (poppler-utils) is not installed.');
      return [];
    }
  }
  return readdirSync(folder).filter((name) => /^page-.*\.png$/.test(name));
};
