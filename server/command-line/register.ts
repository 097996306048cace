import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#api/refusal.ts';
import type { ExportListRequest } from '#contract/exports.ts';
import { type RegisterReport, registerChoices } from '#contract/register.ts';
import { Plain } from '../plain.ts';
import type { Answer } from './answer.ts';
import type { Workbench } from './workbench.ts';

const readable = async (file: string): Promise<Buffer> => {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) throw new Plain(`${file} cannot be read.`);
  return bytes;
};

const linesOf = (report: RegisterReport): string[] => [
  ...report.rejected.flatMap(({ row, faults }) =>
    faults.map(({ heading, says, why }) => `row ${row} ${heading}${says ? ` "${says}"` : ''}: ${why}`),
  ),
  ...report.waiting.map(({ row }) => `row ${row}: like a pupil of the record by name and date of birth alone; decide in the tab`),
  `${report.counts.rows} rows: ${report.counts.fresh} new, ${report.counts.changed} changed, ${report.counts.unchanged} unchanged, ${report.counts.rejected} rejected, ${report.counts.waiting} to decide.`,
];

/** `import register FILE`: as its columns are guessed or remembered, or as a JSON file of choices says. Exit 1 where it was refused. */
export const importRegisterCommand = async (
  { deeds, actor }: Workbench,
  file: string,
  options: { preview: boolean; map?: string },
): Promise<Answer> => {
  try {
    const { reading, sheets, schools } = await deeds.readRegister(actor, { name: path.basename(file), bytes: await readable(file) });
    const guessed = {
      sheets: sheets
        .filter(({ take }) => take)
        .map(({ index, kind, headerRow, columns }) => ({
          sheet: index,
          kind,
          headerRow,
          map: Object.fromEntries(columns.flatMap(({ field, index: at }) => (field ? [[field, at]] : []))),
        })),
      ...(schools.length === 1 && schools[0] ? { school: schools[0].id } : {}),
    };
    const choices = registerChoices.safeParse(options.map ? JSON.parse((await readable(options.map)).toString('utf8')) : guessed);
    if (!choices.success)
      throw new Plain(options.map ? `${options.map} holds no choices for a register.` : `No sheet of ${file} looks like a register.`);
    const report = await deeds.previewRegister(actor, { reading, ...choices.data });
    if (options.preview)
      return {
        code: 0,
        lines: [...linesOf(report), 'Nothing was imported: this was a preview.'],
        json: { ...report, choices: choices.data },
      };
    const done = await deeds.importRegister(actor, { reading, ...choices.data, seen: report.digest });
    const said =
      done.outcome === 'imported'
        ? 'Imported. It can be undone in Settings, Register.'
        : 'Nothing to change: all of this was known already.';
    return { code: 0, lines: [...linesOf(done), said], json: done };
  } catch (error) {
    if (error instanceof Refusal) return { code: 1, lines: [error.message], json: { refused: error.message } };
    throw error;
  }
};

/** `export LIST`: writes the file and says where. */
export const exportCommand = async ({ deeds, actor }: Workbench, ask: ExportListRequest, out: string | undefined): Promise<Answer> => {
  try {
    const { name, content, rows, words } = await deeds.exportList(actor, ask);
    const file = out ?? name;
    await writeFile(file, Buffer.from(content, 'base64'), { mode: 0o600 });
    return { code: 0, lines: [`${file}: ${words}`], json: { file, rows } };
  } catch (error) {
    if (error instanceof Refusal) return { code: 1, lines: [error.message], json: { refused: error.message } };
    throw error;
  }
};
