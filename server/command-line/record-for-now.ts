import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseOptions } from '#api/database/connection.ts';
import { configOf, type LocalConfig } from '../config.ts';
import { databaseTrouble } from '../database-trouble.ts';
import { readEnvironment } from '../environment.ts';
import { Plain } from '../plain.ts';
import { root } from '../root.ts';
import { runningSuite } from '../running.ts';

/** Whether a start is on its way up or down in this folder: its process lives, and there is no note of a running suite. */
const isBetween = (folder: string): boolean => {
  try {
    process.kill(Number(readFileSync(path.join(folder, 'waymark.pid'), 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
};

/** The embedded PostgreSQL without the suite around it, started for one command. */
const asleep = async <T>({ folder }: LocalConfig, work: (options: DatabaseOptions) => Promise<T>, mayBeNew: boolean): Promise<T> => {
  if (isBetween(folder)) throw new Plain('Waymark is just starting or stopping here. Try again in a moment.');
  const place = path.join(folder, 'postgres');
  if (!mayBeNew && !existsSync(place)) throw new Plain('There is no record here yet. Start Waymark once with npm start.');
  const { startPostgres } = await import('../embedded.ts');
  const postgres = await startPostgres({ folder: place });
  try {
    return await work({ url: postgres.url });
  } finally {
    await postgres.stop();
  }
};

/**
 * Works on the whole record that the settings name, whether or not Waymark runs: DATABASE_URL, or the one under the data folder.
 * `mayBeNew`: where there is none yet under the data folder, an empty one is made.
 */
export const onRecordForNow = async <T>(work: (options: DatabaseOptions) => Promise<T>, mayBeNew = false): Promise<T> => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  const explained = (options: DatabaseOptions): Promise<T> =>
    work(options).catch((fault) => {
      throw databaseTrouble(fault, options.url);
    });
  if (config.database) return explained(config.database);
  if (config.kind === 'real') throw new Plain('DATABASE_URL is missing.');
  const suite = runningSuite(config.folder);
  return suite ? explained({ url: suite.database }) : asleep(config, explained, mayBeNew);
};
