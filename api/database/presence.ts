import type { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { faultFields } from '../fault-fields.ts';
import type { Log } from '../parts.ts';
import { type DatabaseOptions, poolOptions } from './connection.ts';

/** That this process is alive, as the others see it. */
export type Presence = { stop(): Promise<void> };

/** How often each process looks for jobs of one that ended without a word, and how long a job is left alone first, in milliseconds. */
const EVERY = 5_000;
const UNTOUCHED = 5_000;

const LOCK = 'hashtextextended($1, 7320412)';

/** Workers that say they have a job or a queue in hand, other than these. */
const BUSY = `select worker from (
    select locked_by as worker, locked_at from graphile_worker._private_jobs where locked_at is not null
    union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_at is not null) busy
  where worker <> all($1::text[]) group by worker having min(locked_at) < now() - make_interval(secs => $2)`;

/** A connection that is asked one thing after another, as node-postgres wants it, whoever asks. */
type Line = { ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>; end(): Promise<void> };

const lineOf = (client: pg.Client): Line => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => {
      const next = last.then(async () => (await client.query<Row>(text, values)).rows);
      last = next.catch(() => undefined);
      return next;
    },
    end: () => client.end(),
  };
};

/** Gives back what a worker has in hand where nobody holds its lock any more: its process has ended. True where it did. */
const freeIfGone = async (line: Line, worker: string): Promise<boolean> => {
  const [found] = await line.ask<{ gone: boolean }>(`select pg_try_advisory_lock(${LOCK}) as gone`, [worker]);
  if (!found?.gone) return false;
  try {
    await line.ask('select graphile_worker.force_unlock_workers(array[$1])', [worker]);
  } finally {
    await line.ask(`select pg_advisory_unlock(${LOCK})`, [worker]);
  }
  return true;
};

/**
 * Holds a lock in PostgreSQL for each of this process's workers, and gives the jobs of workers whose lock nobody holds back to the queue:
 * graphile-worker alone would wait four hours for a process that was killed. Locks end with the connection, so with the process, however
 * that ends. A connection that breaks is opened again.
 */
export const keepPresence = (options: DatabaseOptions, events: EventEmitter, log: Log): Presence => {
  const own = new Set<string>();
  const stopping = new AbortController();
  let line: Line | undefined;

  const hold = (on: Line, worker: string): Promise<unknown> => on.ask(`select pg_advisory_lock(${LOCK})`, [worker]);

  const connect = async (): Promise<Line> => {
    const client = new pg.Client({ ...poolOptions(options), application_name: 'waymark queue' });
    const fresh = lineOf(client);
    const gone = (): void => {
      if (line === fresh) line = undefined;
    };
    client.on('error', gone);
    client.on('end', gone);
    await client.connect();
    for (const worker of own) await hold(fresh, worker);
    return fresh;
  };

  const look = async (): Promise<void> => {
    line ??= await connect();
    const held = line;
    const busy = await held.ask<{ worker: string }>(BUSY, [[...own], UNTOUCHED / 1000]);
    for (const { worker } of busy) {
      if (await freeIfGone(held, worker)) log.warn({ worker }, 'a process has ended without a word: its jobs go on elsewhere');
    }
  };

  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
    own.add(worker.workerId);
    if (line) void hold(line, worker.workerId).catch(() => undefined);
  });
  // A worker that has ended while its process lives on (the queue was opened anew) is gone like any other.
  events.on('worker:stop', ({ worker }: { worker: { workerId: string } }) => {
    own.delete(worker.workerId);
    if (line) void line.ask(`select pg_advisory_unlock(${LOCK})`, [worker.workerId]).catch(() => undefined);
  });
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await look().catch((fault) => log.warn(faultFields(fault), 'the queue could not look for jobs left behind'));
      await wait(EVERY, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      await looking;
      await line?.end().catch(() => undefined);
    },
  };
};
