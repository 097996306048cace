import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { privacyPapers } from '#domain/privacy/papers/names.ts';
import type { Answer } from './answer.ts';
import type { Workbench } from './workbench.ts';

/** `papers`: writes every privacy paper into a folder, as Word and as Markdown. */
export const papersCommand = async ({ deeds, actor }: Workbench, { out }: { readonly out: string }): Promise<Answer> => {
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const paper of privacyPapers)
    for (const as of ['docx', 'md'] as const) {
      const { content } = await deeds.takePrivacyPaper(actor, { paper, as });
      const file = path.join(out, `${paper}.${as}`);
      await writeFile(file, Buffer.from(content, 'base64'));
      files.push(file);
    }
  return { code: 0, lines: [...files, 'What only you can say stands in square brackets.'], json: { files } };
};
