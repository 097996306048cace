import { once } from 'node:events';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DatabaseOptions } from '../database/connection.ts';
import { asOwner } from '../database/owner.ts';
import { Refusal } from '../refusal.ts';
import type { Beginning, Ending } from './archive.ts';
import { type BackupKey, closedWith } from './keys.ts';
import { noteInTrail } from './note-in-trail.ts';
import { recordText, type Taking } from './record-text.ts';

/** A backup as it was written. */
export type Backup = { readonly head: Beginning; readonly end: Ending; readonly bytes: number };

const refusalOf = (fault: unknown, file: string): unknown => {
  const { code } = fault as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('elsewhere-unwell', 'The disk is full: no backup was written, and nothing of it is left.');
  if (code === 'EEXIST') return new Refusal('not-valid', `There is a file ${file} already. Give the backup another name.`);
  if (code === 'ENOENT') return new Refusal('not-valid', `There is no folder ${path.dirname(file)}.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal('not-valid', `This user may not write to ${path.dirname(file)}.`);
  return fault;
};

/** Keeps what a generator answers when it has yielded everything. */
const keeping = async function* <T, R>(source: AsyncGenerator<T, R>, keep: (answer: R) => void): AsyncGenerator<T> {
  keep(yield* source);
};

const write = async (options: DatabaseOptions, half: string, key: BackupKey, taking: Taking): Promise<Omit<Backup, 'bytes'>> => {
  const handle = await open(half, 'wx', 0o600);
  const sink = handle.createWriteStream({ flush: true });
  const closed = once(sink, 'close');
  let told: Omit<Backup, 'bytes'> | undefined;
  try {
    await asOwner(options, (client) =>
      pipeline(
        keeping(recordText(client, taking), (answer) => {
          told = answer;
        }),
        createGzip({ level: 6 }),
        closedWith(key),
        sink,
      ),
    );
  } finally {
    await closed.catch(() => undefined);
  }
  return told as Omit<Backup, 'bytes'>;
};

/**
 * Writes the whole record, as it stands at one moment, to a new file that only its owner may read: packed, and closed with a key. The file
 * appears whole or not at all, and each organisation's audit trail says that it was taken. Rejects with a Refusal where the file is there
 * already, the folder cannot be written or the disk is full.
 */
export const takeBackup = async (options: DatabaseOptions, file: string, key: BackupKey, taking: Taking): Promise<Backup> => {
  const half = `${file}.half`;
  try {
    if (await stat(file).catch(() => undefined)) throw Object.assign(new Error('there already'), { code: 'EEXIST' });
    const told = await write(options, half, key, taking).catch(async (fault) => {
      if ((fault as { code?: string }).code !== 'EEXIST') await rm(half, { force: true });
      throw fault;
    });
    await rename(half, file);
    await noteInTrail(options, 'take-backup', { takenAt: taking.takenAt, rows: told.end.rows });
    return { ...told, bytes: (await stat(file)).size };
  } catch (fault) {
    throw refusalOf(fault, file);
  }
};
