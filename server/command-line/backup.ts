import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Beginning, Ending } from '#api/backup/archive.ts';
import { checkBackup } from '#api/backup/check-backup.ts';
import { type BackupKey, keyFrom, newKey, passphraseFrom } from '#api/backup/keys.ts';
import { restoreBackup } from '#api/backup/restore-backup.ts';
import { takeBackup } from '#api/backup/take-backup.ts';
import { migrate } from '#api/database/migrate.ts';
import { systemClock } from '../clock.ts';
import { Plain, WrongUse } from '../plain.ts';
import { root } from '../root.ts';
import { version } from '../version.ts';
import type { Answer } from './answer.ts';
import { onRecordForNow } from './record-for-now.ts';

/** Files that hold what a backup is closed with: one of the two. */
export type KeyFiles = { readonly key?: string; readonly passphrase?: string };

const MIGRATIONS = path.join(root, 'api', 'database', 'migrations');

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Plain(`The file ${file} cannot be read.`);
  }
};

const keyOf = ({ key, passphrase }: KeyFiles): BackupKey => {
  if (key && !passphrase) return keyFrom(textOf(key));
  if (passphrase && !key) return passphraseFrom(textOf(passphrase));
  throw new WrongUse('Give --key FILE or --passphrase FILE. A new key: waymark backup-key --out FILE.');
};

const counted = (n: number, one: string, many: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const holds = ({ end }: { readonly end: Ending }): string =>
  `${counted(end.rows, 'row', 'rows')} in ${counted(end.tables, 'table', 'tables')} of ${counted(end.audit.length, 'organisation', 'organisations')}`;

const trail = ({ audit }: Ending): string => {
  const broken = audit.filter(({ sound }) => !sound);
  if (broken.length > 0) return broken.map(({ organisation, words }) => `Organisation ${organisation}: ${words}`).join(' ');
  return audit.length === 1 ? (audit[0]?.words ?? '') : 'The audit trail of every organisation holds.';
};

const taken = ({ takenAt, waymark }: Beginning): string => `taken at ${takenAt} by Waymark ${waymark}`;

const jsonOf = ({ head, end }: { readonly head: Beginning; readonly end: Ending }) => ({
  takenAt: head.takenAt,
  waymark: head.waymark,
  postgres: head.postgres,
  ...end,
});

/** `backup-key --out FILE`: makes a key. The secret half opens every backup closed with it, so it belongs elsewhere than the backups. */
export const backupKeyCommand = async ({ out }: { readonly out: string }): Promise<Answer> => {
  const { secret, recipient } = await newKey();
  await writeFile(out, `# Opens backups of Waymark. Keep it apart from them.\n# ${recipient}\n${secret}\n`, {
    flag: 'wx',
    mode: 0o600,
  }).catch(() => {
    throw new Plain(`The key cannot be written to ${out}: there is a file already, or no folder, or this user may not.`);
  });
  const lines = [
    `Written: ${out}. Without this file no backup closed with it can ever be opened.`,
    `Its public half, enough to take backups: ${recipient}`,
  ];
  return { code: 0, lines, json: { file: out, recipient } };
};

/** `backup --out FILE`: writes the whole record, then reads the file through once where the key can open it. */
export const backupCommand = async ({ out, ...files }: KeyFiles & { readonly out: string }): Promise<Answer> => {
  const key = keyOf(files);
  const backup = await onRecordForNow((options) => takeBackup(options, out, key, { waymark: version(), takenAt: systemClock.now() }));
  const readBack = key.kind !== 'public';
  if (readBack) await checkBackup(out, key, version());
  const proof = readBack ? 'It was read back and is whole.' : 'It was not read back: this key only closes. Check it with restore --check.';
  const lines = [`Written: ${out}, ${holds(backup)}. ${proof}`, trail(backup.end)];
  return {
    code: backup.end.audit.every(({ sound }) => sound) ? 0 : 1,
    lines,
    json: { file: out, bytes: backup.bytes, readBack, ...jsonOf(backup) },
  };
};

/** `restore FILE --check`: reads a backup through and restores nothing. */
const checkCommand = async (file: string, key: BackupKey): Promise<Answer> => {
  const found = await checkBackup(file, key, version());
  return { code: 0, lines: [`The backup ${taken(found.head)} is whole: ${holds(found)}.`, trail(found.end)], json: jsonOf(found) };
};

/** `restore FILE`: puts a backup into the empty database that the settings name, then brings it up to this version. */
export const restoreCommand = async (file: string, { check, ...files }: KeyFiles & { readonly check: boolean }): Promise<Answer> => {
  const key = keyOf(files);
  if (check) return checkCommand(file, key);
  return onRecordForNow(async (options) => {
    const restored = await restoreBackup(options, file, key, { waymark: version(), now: systemClock.now(), migrations: MIGRATIONS });
    const since = await migrate(options, MIGRATIONS, version());
    const lines = [
      `Restored: ${holds(restored)}, ${taken(restored.head)}. Everything was read back and is as it was.`,
      trail(restored.end),
      ...(since.length > 0 ? [`Brought up to Waymark ${version()} by ${counted(since.length, 'migration', 'migrations')}.`] : []),
      'People sign in again: their tokens are in no backup. Documents are in SharePoint, where they were.',
    ];
    return { code: 0, lines, json: { ...jsonOf(restored), migrated: since } };
  }, true);
};
