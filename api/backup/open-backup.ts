import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import {
  type ArchiveReader,
  archiveReader,
  BEGINS,
  type Beginning,
  beginning,
  COUNTS,
  damaged,
  ENDS,
  type Ending,
  ending,
  FORMAT,
  type Tally,
  tally,
} from './archive.ts';
import { fillingOf } from './backup-records.ts';
import { type BackupKey, openedWith } from './keys.ts';

const told = <S extends z.ZodType>(shape: S, line: string, mark: string): z.infer<S> => {
  if (!line.startsWith(mark)) throw damaged();
  try {
    return shape.parse(JSON.parse(line.slice(mark.length)));
  } catch {
    throw damaged();
  }
};

const aNewerForm = z.looseObject({ format: z.number().min(FORMAT + 1), waymark: z.string() });

/** The words for what a newer Waymark took. */
export const takenByNewer = (theirs: string, ours: string): Refusal =>
  new Refusal(
    'not-valid',
    `This backup was taken by a newer Waymark (${theirs}, this one is ${ours}). Restore it with that version or a newer one.`,
  );

const readBeginning = async (archive: ArchiveReader, version: string): Promise<Beginning> => {
  const line = await archive.line();
  const newer = line.startsWith(BEGINS) ? aNewerForm.safeParse(JSON.parse(line.slice(BEGINS.length))) : undefined;
  if (newer?.success) throw takenByNewer(newer.data.waymark, version);
  return told(beginning, line, BEGINS);
};

/** Takes in the rows of one table, whatever is done with them. */
export type TakeIn = (table: Beginning['tables'][number], rows: AsyncGenerator<Buffer>) => Promise<Tally>;

/** A backup that lies open: its beginning, then each table once and in order, then its end. */
export type OpenBackup = {
  readonly head: Beginning;
  tables(takeIn: TakeIn): Promise<{ readonly tallies: readonly Tally[]; readonly end: Ending }>;
};

const opened = (archive: ArchiveReader, head: Beginning): OpenBackup => ({
  head,
  tables: async (takeIn) => {
    const tallies: Tally[] = [];
    for (const table of head.tables) {
      if ((await archive.line()) !== `${fillingOf(table)};`) throw damaged();
      const found = await takeIn(table, archive.rows());
      const expected = told(tally, await archive.line(), COUNTS);
      if (found.rows !== expected.rows || found.sha256 !== expected.sha256) throw damaged();
      tallies.push(found);
    }
    const end = told(ending, await archive.line(), ENDS);
    await archive.end();
    return { tallies, end };
  },
});

/** What reading a file, unpacking or the key found wrong, in words; a Refusal and a fault of PostgreSQL pass as they are. */
const refusalOf = (fault: unknown, file: string): unknown => {
  const { code = '' } = fault as { code?: string };
  if (code === 'ENOENT') return new Refusal('not-found', `There is no file ${file}.`);
  if (code === 'EISDIR') return new Refusal('not-valid', `${file} is a folder.`);
  if (code === 'EACCES') return new Refusal('not-valid', `This user may not read ${file}.`);
  return code.startsWith('Z_') ? damaged() : fault;
};

/**
 * Opens a backup and works with it while it streams past. Rejects with a Refusal where the file is no backup, was closed with another key,
 * is cut or changed, or was taken by a newer Waymark than `version`.
 */
export const withBackup = async <T>(
  file: string,
  key: BackupKey,
  version: string,
  work: (backup: OpenBackup) => Promise<T>,
): Promise<T> => {
  let done: T | undefined;
  try {
    await pipeline(createReadStream(file), openedWith(key), createGunzip(), async (source: AsyncIterable<Buffer>) => {
      const archive = archiveReader(source);
      done = await work(opened(archive, await readBeginning(archive, version)));
    });
  } catch (fault) {
    throw refusalOf(fault, file);
  }
  return done as T;
};
