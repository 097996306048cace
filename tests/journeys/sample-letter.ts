import type { FiledLetter } from '#contract/letters.ts';
import type { Scene } from '#tests/gallery/screen.ts';

/** A consent form to Ayaan’s mother, in Arabic: one letter that is read from right to left. */
export const sampleLetter = async ({ call, ayaan }: Pick<Scene, 'call' | 'ayaan'>): Promise<{ filed: FiledLetter; bytes: Buffer }> => {
  const { addressees } = await call('letters', { path: { pupil: ayaan } });
  const filed = await call('fileLetter', {
    path: { pupil: ayaan },
    body: {
      request: crypto.randomUUID(),
      kind: 'consent',
      to: addressees[0]?.to ?? '',
      language: 'ar',
      own: {
        purpose: 'assessment',
        what: 'Joanna Tse would like to meet Ayaan twice in December.',
        why: 'To find out which words are hard for him in science.',
      },
    },
  });
  const { base64 } = await call('letterFile', { path: { letter: filed.line.id }, query: { as: 'docx' } });
  return { filed, bytes: Buffer.from(base64, 'base64') };
};
