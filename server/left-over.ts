import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Plain } from './plain.ts';

/** A pid that no system gives out; PostgreSQL reads it as "that postmaster is gone". */
const NO_PROCESS = 2_000_000_000;
const PATIENCE = 15_000;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whether a process is PostgreSQL; where the system does not tell (no /proc), its own lock file is believed. */
const isPostgres = async (pid: number): Promise<boolean> => {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return line === undefined ? process.platform !== 'linux' : /postgres/.test(line);
};

const end = async (pid: number): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < PATIENCE; waited += 50) {
      if (!alive(pid)) return;
      await wait(50);
    }
  }
  throw new Error('still there');
};

/**
 * Ends a PostgreSQL that an earlier start, killed before it could tidy up, has left running on this folder. Its data is whole: it
 * shuts down as it would on any stop. Rejects with a plain sentence where it belongs to someone else.
 */
export const endLeftOver = async (folder: string): Promise<void> => {
  const lock = path.join(folder, 'postmaster.pid');
  const text = await readFile(lock, 'utf8').catch(() => undefined);
  const pid = Number(text?.split('\n')[0]);
  if (!text || !Number.isInteger(pid) || pid <= 0 || !alive(pid)) return;
  if (!(await isPostgres(pid))) return writeFile(lock, text.replace(/^\d+/, String(NO_PROCESS)));
  await end(pid).catch(() => {
    throw new Plain(
      `A PostgreSQL from an earlier start is still running (process ${pid}) and cannot be ended by this user. End it and start again.`,
    );
  });
};
