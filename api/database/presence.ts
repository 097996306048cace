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

/** Gives back what a worker has in hand where nobody holds its lock any more: its process has ended. True where it did. */
const freeIfGone = async (client: pg.Client, worker: string): Promise<boolean> => {
  const { rows } = await client.query<{ gone: boolean }>(`select pg_try_advisory_lock(${LOCK}) as gone`, [worker]);
  if (!rows[0]?.gone) return false;
  try {
    await client.query('select graphile_worker.force_unlock_workers(array[$1])', [worker]);
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK})`, [worker]);
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
  let client: pg.Client | undefined;

  const hold = async (connected: pg.Client, worker: string): Promise<void> =>
    void (await connected.query(`select pg_advisory_lock(${LOCK})`, [worker]));

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ ...poolOptions(options), application_name: 'waymark queue' });
    const gone = (): void => {
      if (client === fresh) client = undefined;
    };
    fresh.on('error', gone);
    fresh.on('end', gone);
    await fresh.connect();
    for (const worker of own) await hold(fresh, worker);
    return fresh;
  };

  const look = async (): Promise<void> => {
    client ??= await connect();
    const { rows } = await client.query<{ worker: string }>(BUSY, [[...own], UNTOUCHED / 1000]);
    for (const { worker } of rows) {
      if (await freeIfGone(client, worker)) log.warn({ worker }, 'a process has ended without a word: its jobs go on elsewhere');
    }
  };

  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
    own.add(worker.workerId);
    if (client) void hold(client, worker.workerId).catch(() => undefined);
  });
  // A worker that has ended while its process lives on (the queue was opened anew) is gone like any other.
  events.on('worker:stop', ({ worker }: { worker: { workerId: string } }) => {
    own.delete(worker.workerId);
    if (client) void client.query(`select pg_advisory_unlock(${LOCK})`, [worker.workerId]).catch(() => undefined);
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
      await client?.end().catch(() => undefined);
    },
  };
};
