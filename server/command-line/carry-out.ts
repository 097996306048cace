import { Refusal } from '#api/refusal.ts';
import { Plain, WrongUse } from '../plain.ts';
import { type Answer, type ExitCode, say } from './answer.ts';
import type { OpenParts, Workbench } from './workbench.ts';

let code: ExitCode = 0;

/** How the last command came out: 0 done, 1 refused with reasons, 2 used wrongly. */
export const exitCode = (): ExitCode => code;

/** The command was carried out, and said its answer, in a process of its own. */
class PassedOn extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode) {
    super('passed on');
    this.code = code;
  }
}

/** Runs a command and says its answer; a refusal or a plain fault is one sentence and exit 1, wrong use one sentence and exit 2. */
export const run = async (work: () => Promise<Answer>, asJson: boolean | undefined): Promise<void> => {
  try {
    code = say(await work(), asJson ?? false);
  } catch (error) {
    if (error instanceof PassedOn) code = error.code;
    else if (!(error instanceof Plain || error instanceof Refusal)) throw error;
    else code = say({ code: error instanceof WrongUse ? 2 : 1, lines: [error.message], json: { error: error.message } }, asJson ?? false);
  }
};

/** With the record open, as whom the command line acts for; beside a made-up school that sleeps, the command wakes it for as long as it takes. */
export const onTheRecord = (work: (bench: Workbench) => Promise<Answer>) => async (): Promise<Answer> => {
  const { openWorkbench, sleepingSuite } = await import('./workbench.ts');
  const folder = sleepingSuite();
  if (folder) throw new PassedOn(await (await import('./suite-for-now.ts')).besideSuiteForNow(folder));
  const bench = await openWorkbench();
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
};

/** For a tenant in whose record nothing stands yet: there is nobody to act as. */
export const withParts = (work: (open: OpenParts) => Promise<Answer>) => async (): Promise<Answer> => {
  const { openParts } = await import('./workbench.ts');
  const open = await openParts();
  try {
    return await work(open);
  } finally {
    await open.close();
  }
};

export const JSON_OPTION = ['--json', 'one JSON document on the last line'] as const;
