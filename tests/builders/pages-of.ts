import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether LibreOffice and poppler are on this machine, to lay a document out and count its sides. */
export const canCountSides = ['soffice', 'pdfinfo'].every(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined,
);

/** How many sides each paper takes: Word documents as LibreOffice lays them out, PDFs as they are. */
export const sidesOf = async (papers: readonly { readonly name: string; readonly content: string }[]): Promise<number[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-sides-'));
  try {
    const files = papers.map(({ name, content }, at) => {
      const file = path.join(folder, `${at}${path.extname(name)}`);
      writeFileSync(file, Buffer.from(content, 'base64'));
      return file;
    });
    const documents = files.filter((file) => file.endsWith('.docx'));
    const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
    if (documents.length > 0) await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...documents]);
    return await Promise.all(
      files.map(async (file) => {
        const { stdout } = await run('pdfinfo', [file.replace(/\.docx$/, '.pdf')]);
        return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
