import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { tenantFacts } from './local-facts.ts';

/** What a running local suite lets the command line know, so that a command works on the same record and the same tenant. */
const shape = z.object({ process: z.number(), database: z.string(), tenant: tenantFacts });
export type RunningSuite = z.infer<typeof shape>;

const fileIn = (folder: string): string => path.join(folder, 'running.json');

/** Notes the running suite; only its own user may read it, for the database's password stands in it. Answers how to take it back. */
export const noteRunning = (folder: string, suite: Omit<RunningSuite, 'process'>): (() => void) => {
  writeFileSync(fileIn(folder), JSON.stringify({ process: process.pid, ...suite }), { mode: 0o600 });
  return () => rmSync(fileIn(folder), { force: true });
};

/** The suite that runs from this folder, or undefined. A note that a killed one left behind counts for nothing. */
export const runningSuite = (folder: string): RunningSuite | undefined => {
  try {
    const noted = shape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    process.kill(noted.process, 0);
    return noted;
  } catch {
    return undefined;
  }
};
