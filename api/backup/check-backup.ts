import { type Beginning, type Ending, tallying } from './archive.ts';
import type { BackupKey } from './keys.ts';
import { type TakeIn, withBackup } from './open-backup.ts';

const countOnly: TakeIn = async (_, rows) => {
  const tally = tallying();
  for await (const chunk of rows) tally.add(chunk);
  return tally.result();
};

/** Reads a backup from its beginning to its end and restores nothing. Rejects with a Refusal where it would not restore. */
export const checkBackup = (file: string, key: BackupKey, version: string): Promise<{ readonly head: Beginning; readonly end: Ending }> =>
  withBackup(file, key, version, async ({ head, tables }) => ({ head, end: (await tables(countOnly)).end }));
