import type { FiledLetter } from '#contract/letters.ts';
import type { Scene } from '#tests/gallery/screen.ts';
import { pupilNamed } from './coordinator.ts';

/** A consent form to Amina Said’s mother in her language, Arabic: one letter that is read from right to left. */
export const sampleLetter = async ({ call }: Pick<Scene, 'call'>): Promise<{ filed: FiledLetter; bytes: Buffer }> => {
  const amina = await pupilNamed(call, 'Amina Said');
  const { addressees } = await call('letters', { path: { pupil: amina } });
  const filed = await call('fileLetter', {
    path: { pupil: amina },
    body: {
      request: crypto.randomUUID(),
      kind: 'consent',
      to: addressees[0]?.to ?? '',
      language: 'ar',
      own: {
        purpose: 'assessment',
        what: 'Dr Miriam Feld would like to meet Amina twice in December.',
        why: 'To find out which steps of new work are hard for her.',
      },
    },
  });
  const { base64 } = await call('letterFile', { path: { letter: filed.line.id }, query: { as: 'docx' } });
  return { filed, bytes: Buffer.from(base64, 'base64') };
};
