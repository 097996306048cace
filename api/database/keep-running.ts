import { setTimeout as wait } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';

/** How long after its end the queue is opened again, in milliseconds. */
const AGAIN = 2_000;

/**
 * Ends a runner whose question for a job failed: the answer that was lost may have been a job, which is given back to the queue once its
 * worker has ended. Answers what takes the watching off again.
 */
const watchOver = (runner: Runner, heard: (fault: Error) => void): (() => void) => {
  const badly = (): void => void runner.stop().catch(heard);
  runner.events.once('worker:getJob:error', badly);
  return () => void runner.events.off('worker:getJob:error', badly);
};

/** A runner that is opened again whenever it ends by itself. */
export type KeptRunning = {
  /** Whether jobs are being taken now. */
  working(): boolean;
  /** Lets running jobs finish, then ends for good. */
  stop(): Promise<void>;
};

/**
 * graphile-worker ends itself where it cannot tell the record that a job is done, or that its clock struck: a restart of PostgreSQL at the
 * wrong moment would be the end of the queue until somebody starts the service again. And where its first question failed, it remembers that
 * failure and asks nothing more. So it is opened again until it stands.
 */
export const keepRunning = (first: Runner, open: () => Promise<Runner>, heard: (fault: Error) => void): KeptRunning => {
  let runner: Runner | undefined = first;
  let stopping = false;
  const woken = new AbortController();

  const once = async (): Promise<void> => {
    let unwatch = (): void => undefined;
    try {
      runner ??= await open();
      if (stopping) await runner.stop();
      unwatch = watchOver(runner, heard);
      await runner.promise;
    } catch (fault) {
      heard(fault as Error);
    }
    unwatch();
    runner = undefined;
  };
  const going = (async () => {
    for (;;) {
      await once();
      if (stopping) return;
      await wait(AGAIN, undefined, { signal: woken.signal }).catch(() => undefined);
      if (stopping) return;
    }
  })();

  return {
    working: () => runner !== undefined,
    stop: async () => {
      stopping = true;
      woken.abort();
      // One that is ending by itself says so instead of stopping.
      await runner?.stop().catch(heard);
      await going;
    },
  };
};
