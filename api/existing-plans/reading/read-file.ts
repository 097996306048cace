import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type FileToRead, type ReadFile, unreadableAtOnce } from './file-to-read.ts';
import { type UnreadablePlan, unreadablePlan } from './unreadable-plan.ts';

/** How much one file may cost: a long plan is read in under two seconds and some 150 MB. */
export type ReadingLimits = { readonly seconds: number; readonly megabytes: number };
const LIMITS: ReadingLimits = { seconds: 30, megabytes: 512 };
const LOOK_EVERY = 50;
const KEPT = 20_000;

/** The built service lies in one folder with its thread beside it; from source the thread learns to run TypeScript first. */
const fromSource = import.meta.url.endsWith('.ts');
const built = (): URL => new URL('./reading-thread.js', import.meta.url);
const source = (): string => {
  const typescript = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href;
  const thread = new URL('./reading-thread.ts', import.meta.url).href;
  return `import(${JSON.stringify(typescript)}).then(({ register }) => { register(); return import(${JSON.stringify(thread)}); });`;
};

let idle: Worker | null = null;
let ending: NodeJS.Timeout | undefined;

/** The thread that read the file before, or a new one. */
function take(megabytes: number): Worker {
  clearTimeout(ending);
  const worker =
    idle ??
    new Worker(fromSource ? source() : built(), {
      eval: fromSource,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
      stdout: true,
      stderr: true,
    });
  idle = null;
  return worker;
}

/** Keeps the thread for the next of forty plans; when none comes it ends. */
function giveBack(worker: Worker): void {
  worker.removeAllListeners('message').removeAllListeners('error');
  worker.unref();
  idle = worker;
  ending = setTimeout(() => {
    idle = null;
    void worker.terminate();
  }, KEPT);
  ending.unref();
}

function readIn(worker: Worker, file: FileToRead, { seconds, megabytes }: ReadingLimits): Promise<ReadFile | UnreadablePlan> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const stop = (): void => {
      clearInterval(watch);
      clearTimeout(late);
    };
    const giveUp = (): void => {
      stop();
      void worker.terminate().then(() => resolve(unreadablePlan('too-long')));
    };
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > 2 * megabytes * 1024 * 1024) giveUp();
    }, LOOK_EVERY);
    const late = setTimeout(giveUp, seconds * 1000);
    worker.once('message', (answer: ReadFile | UnreadablePlan) => {
      stop();
      giveBack(worker);
      resolve(answer);
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      stop();
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(unreadablePlan('too-long'));
      else reject(error);
    });
    worker.postMessage(file);
  });
}

/** Files wait for one another, so that the memory of one is the memory of all. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread beside the server, which is ended when a file takes too long or too much memory: a limit on its heap holds what
 * is parsed, and a look at the process holds what is unpacked beside it. The server goes on answering meanwhile.
 */
export function readFile(file: FileToRead, limits: ReadingLimits = LIMITS): Promise<ReadFile | UnreadablePlan> {
  const refused = unreadableAtOnce(file.bytes);
  if (refused) return Promise.resolve(refused);
  const reading = before.then(() => readIn(take(limits.megabytes), file, limits));
  before = reading.catch(() => undefined);
  return reading;
}

/** Ends the thread that waits for a next file. */
export async function stopReading(): Promise<void> {
  clearTimeout(ending);
  const worker = idle;
  idle = null;
  await worker?.terminate();
}
