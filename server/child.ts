import { Plain } from './plain.ts';

/** What a part tells the start that made it. */
export type Told =
  | { readonly kind: 'progress'; readonly words: string }
  | { readonly kind: 'ready'; readonly facts: Record<string, unknown> }
  | { readonly kind: 'failed'; readonly words: string };

/** A part that runs: what others need to know of it, and how it ends. */
export type Running = { readonly facts: Record<string, unknown>; stop(): Promise<void> };

/** Who leaves lets a balancer know, answers what has come in, and finishes the jobs in hand; after that it is ended. */
const LAST_WORD = 25_000;

/** Tells the start, or standard error where nobody started us. */
export const tell = (told: Told): void => {
  if (process.send && process.connected) process.send(told);
  else if (told.kind !== 'ready') console.error(told.words);
};

/** A fault at start in one sentence; a fault of ours keeps its stack, for it must be mended. */
const wordsOf = (fault: unknown): string => {
  if (fault instanceof Plain) return fault.message;
  const { code, message, stack } = fault as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full. Free some space and start again.';
  if (code === 'EACCES' || code === 'EROFS')
    return `Waymark may not write to its folder (${message}). Start it as the user who owns that folder.`;
  return stack ?? String(fault);
};

/**
 * Runs a part of the suite as a process of its own. It ends cleanly on SIGTERM, on Ctrl-C, and when the process that started it is gone
 * however that ended: the channel between them closes.
 */
export const runAsChild = (start: () => Promise<Running>): void => {
  let ending = false;
  const started = start();
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), LAST_WORD).unref();
    await started.then((running) => running.stop()).catch(() => undefined);
    process.exit(code);
  };
  process.on('SIGTERM', () => void end(0));
  process.on('SIGINT', () => void end(0));
  process.on('disconnect', () => void end(0));
  started.then(
    ({ facts }) => tell({ kind: 'ready', facts }),
    (fault) => {
      if (ending) return process.exit(1);
      tell({ kind: 'failed', words: wordsOf(fault) });
      // The message must leave before the process does.
      setTimeout(() => process.exit(1), 50);
    },
  );
};
