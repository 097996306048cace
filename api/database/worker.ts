import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type JobHelpers, Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { z } from 'zod';
import { codeOf } from '#domain/faults/faults.ts';
import { faultFields } from '../fault-fields.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { routine, type Task, tasks } from '../tasks.ts';
import { nobodyWatches } from '../watch.ts';
import { type DatabaseOptions, type OpenDatabase, poolOptions } from './connection.ts';
import { keepRunning } from './keep-running.ts';
import { keepPresence } from './presence.ts';
import { QueuePool } from './queue-pool.ts';

/** The queue at work in this process. */
export type Worker = {
  /** Rejects when the queue's tables do not answer or this process no longer works on them. */
  ping(): Promise<void>;
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
};

/** Each payload names its organisation: the database stamped it (migration 0003), or the routine did. */
const stamped = z.looseObject({ organisation: z.guid() });

/** What the queue's own table may keep of a failure: no message, for that may hold a name. */
const nameless = (fault: unknown): Error =>
  new Error(
    fault instanceof Refusal
      ? `${fault.kind}${fault.fault ? ` ${codeOf(fault.fault)}` : ''}: ${fault.message}`
      : `${(fault as Error).name} ${(fault as { code?: string }).code ?? ''}`.trim(),
  );

const jobTask =
  (name: string, work: (payload: unknown) => Promise<void>, { log, watch = nobodyWatches }: Pick<Parts, 'log' | 'watch'>) =>
  async (payload: unknown, { job }: JobHelpers): Promise<void> => {
    const { organisation } = stamped.parse(payload);
    try {
      await watch.during('job', { job: name, organisation }, () => work(payload));
    } catch (fault) {
      const kind = fault instanceof Refusal ? { refused: fault.kind, known: fault.fault && codeOf(fault.fault) } : faultFields(fault);
      log.warn({ task: name, job: job.id, attempt: job.attempts, organisation, ...kind }, 'a job did not succeed');
      throw nameless(fault);
    }
  };

const DAY = 24 * 60 * 60 * 1000;

/** What happens once or twice a day is done on waking where this machine slept at its time; what happens every hour soon comes again. */
const caughtUp = (cron: string): number => (cron.split(' ')[1] === '*' ? 0 : DAY);

/** Of a routine's own job: whether its time had passed before anybody was there to keep it. */
const timed = z.object({ _cron: z.object({ backfilled: z.boolean() }) });

/** What a routine does when its time comes: one job for each organisation, which is told where it comes `late`. */
const routineTask =
  ({ task: name, at }: (typeof routine)[number], { database, clock }: Parts & { readonly database: OpenDatabase }) =>
  async (payload: unknown, helpers: JobHelpers): Promise<void> => {
    const late = timed.safeParse(payload).data?._cron.backfilled ?? false;
    const organisations = await database.organisations();
    const specs = organisations.map((organisation) => ({
      identifier: name,
      payload: { organisation, ...(late ? { late } : {}) },
      jobKey: `${organisation}:${name}:routine`,
      ...(at ? { runAt: new Date(at(organisation, clock.now())) } : {}),
    }));
    if (specs.length > 0) await helpers.addJobs(specs);
  };

/** Ten seconds, in steps of 20 ms. */
const STEPS_TO_REST = 500;

/** A stopped queue may still be about to say that a job is done; a pool that ends before would leave it waiting, and failing a minute later. */
const atRest = async (pool: pg.Pool): Promise<void> => {
  for (let step = 0; step === 0 || (step < STEPS_TO_REST && (pool.waitingCount > 0 || pool.idleCount < pool.totalCount)); step += 1)
    await wait(20);
};

/**
 * Works on the queue until stopped. Each task is given the parts once and parses its own payload; a job that fails is tried again, later
 * each time, for about three days; one whose process was killed is given back within seconds. Jobs wake this process at once (LISTEN), those with a time within two seconds of it. `further` are
 * tasks that need more than the parts: the bot's.
 */
export const startWorker = async (
  options: DatabaseOptions,
  parts: Parts & { readonly database: OpenDatabase },
  further: Readonly<Record<string, Task>> = {},
  concurrency = 4,
): Promise<Worker> => {
  // Nobody waits here: a busy database is waited for, since the queue cannot go on without telling it that a job is done.
  const limits = { statement_timeout: 60_000, query_timeout: 65_000, connectionTimeoutMillis: 60_000, max: concurrency + 4 };
  const pool = new QueuePool({ ...poolOptions(options), ...limits });
  const quiet = (fault: Error): void => parts.log.warn(faultFields(fault), 'the queue lost a connection');
  pool.on('error', quiet);
  pool.on('connect', (client) => client.on('error', quiet));

  const known = Object.entries<Task>({ ...tasks, ...further });
  const taskList: TaskList = Object.fromEntries([
    ...known.map(([name, task]) => [name, jobTask(name, task(parts), parts)]),
    ...routine.map((one) => [`routine:${one.task}`, routineTask(one, parts)]),
  ]);
  const events = new EventEmitter();
  const presence = keepPresence(options, events, parts.log);
  const open = (): Promise<Runner> =>
    run({
      pgPool: pool,
      events,
      taskList,
      parsedCronItems: parseCronItems(
        routine.map(({ task, cron }) => ({
          task: `routine:${task}`,
          match: cron,
          identifier: task,
          options: { backfillPeriod: caughtUp(cron) },
        })),
      ),
      concurrency,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    });
  const kept = keepRunning(await open(), open, quiet);

  return {
    ping: async () => {
      if (!kept.working()) throw new Error('the queue has stopped');
      await pool.query('select 1 from graphile_worker._private_jobs limit 1');
    },
    stop: async () => {
      pool.leaving = true;
      await kept.stop();
      await atRest(pool);
      await presence.stop();
      await pool.end();
    },
  };
};
