import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { importSet } from '#api/roster/import-set.ts';
import type { SetFile } from '#api/roster/read-set.ts';
import type { RosterReport } from '#contract/roster.ts';
import { Plain } from '../plain.ts';
import { type Answer, progress } from './answer.ts';
import type { Workbench } from './workbench.ts';

/** The CSV files of a folder, opened as streams when they are read. */
const filesIn = async (folder: string): Promise<SetFile[]> => {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new Plain(`${folder} is no folder.`);
  const names = (await readdir(folder)).filter((name) => /\.csv$/i.test(name)).sort();
  return names.map((name) => ({ name, open: () => createReadStream(path.join(folder, name)) }));
};

const row = (file: string, counts: RosterReport['counts']): string =>
  `  ${file.padEnd(36)} ${[counts.rows, counts.new, counts.changed, counts.unchanged, counts.rejected].map((count) => String(count).padStart(11)).join('')}`;

const SAID: Record<RosterReport['outcome'], string> = {
  preview: 'Nothing was imported: this was a preview.',
  imported: 'Imported.',
  unchanged: 'Nothing to change: all of this was known already.',
  refused: 'Refused. Nothing was imported.',
};

const HEAD = `  ${'file'.padEnd(36)} ${['rows', 'new', 'changed', 'unchanged', 'refused'].map((word) => word.padStart(11)).join('')}`;

const linesOf = (report: RosterReport): string[] => [
  ...report.rejections.map(
    ({ file, line, column, value, reason }) => `${file}:${line}${column ? ` ${column}` : ''}${value ? ` "${value}"` : ''} ${reason}`,
  ),
  ...(report.more ? ['… and more; mend these first.'] : []),
  ...(report.perFile.length > 0 ? [HEAD, ...report.perFile.map(({ file, counts }) => row(file, counts))] : []),
  ...report.reasons,
  SAID[report.outcome],
];

/** `import roster DIR`: exit 0 imported (or nothing to change), 1 refused with reasons. */
export const importRosterCommand = async (
  { parts, actor }: Workbench,
  folder: string,
  options: { preview: boolean; strict: boolean; school?: string },
): Promise<Answer> => {
  const files = await filesIn(folder);
  const report = await importSet(parts, actor, files, {
    preview: options.preview,
    withoutRejected: !options.strict,
    ...(options.school ? { school: options.school } : {}),
    progress: (rows) => progress(`${rows.toLocaleString('en-GB')} rows read`),
  });
  return { code: report.outcome === 'refused' ? 1 : 0, lines: linesOf(report), json: report };
};
