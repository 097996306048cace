import type { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { faultFields } from '../fault-fields.ts';
import type { Log } from '../parts.ts';
import { type DatabaseOptions, poolOptions } from './connection.ts';
import { isLoss, spoilsConnection } from './loss.ts';

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

/** How long PostgreSQL lets a statement run here, how much longer a record that says nothing is waited for, and a goodbye, in milliseconds. */
const STATEMENT_LIMIT = 5_000;
const SILENCE = 3_000;
const PARTING = 1_000;

/** PostgreSQL notices within a minute that this process is gone without a word, and lets go of its locks; by itself it would take two hours. */
const NOTICES = '-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** A connection that is asked one thing after another, as node-postgres wants it, whoever asks. */
type Line = {
  /** Workers whose locks are held here. */
  readonly locks: Set<string>;
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Says goodbye; to a host that is gone, hangs up. */
  end(): Promise<void>;
};

/** Opens a line; `gone` hears when it has ended, from whichever side. */
const openLine = async (options: DatabaseOptions, gone: (line: Line) => void): Promise<Line> => {
  const socket = new Socket();
  const usual = poolOptions(options);
  const limit = Math.min(options.statementLimit ?? STATEMENT_LIMIT, STATEMENT_LIMIT);
  const client = new pg.Client({
    ...usual,
    options: `${usual.options} ${NOTICES}`,
    application_name: 'waymark queue',
    statement_timeout: limit,
    query_timeout: limit + SILENCE,
    stream: () => socket,
  });
  let last: Promise<unknown> = Promise.resolve();
  const line: Line = {
    locks: new Set(),
    ask: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => {
      const next = last.then(async () => (await client.query<Row>(text, values)).rows);
      last = next.catch(() => undefined);
      return next;
    },
    end: async () => {
      await Promise.race([client.end().catch(() => undefined), wait(PARTING, undefined, { ref: false })]);
      socket.destroy();
    },
  };
  client.on('error', () => gone(line));
  client.on('end', () => gone(line));
  try {
    await client.connect();
  } catch (fault) {
    socket.destroy();
    throw fault;
  }
  return line;
};

/** Gives back what a worker has in hand. */
const free = (line: Line, worker: string): Promise<unknown> => line.ask('select graphile_worker.force_unlock_workers(array[$1])', [worker]);

/** Gives back what a worker has in hand where nobody holds its lock any more: its process has ended. True where it did. */
const freeIfGone = async (line: Line, worker: string): Promise<boolean> => {
  const [found] = await line.ask<{ gone: boolean }>(`select pg_try_advisory_lock(${LOCK}) as gone`, [worker]);
  if (!found?.gone) return false;
  try {
    await free(line, worker);
  } finally {
    await line.ask(`select pg_advisory_unlock(${LOCK})`, [worker]);
  }
  return true;
};

/**
 * Holds a lock in PostgreSQL for each of this process's workers, and gives the jobs of workers whose lock nobody holds back to the queue:
 * graphile-worker alone would wait four hours for a process that was killed. Locks end with the connection, so with the process, however
 * that ends. A connection that breaks, or on which nothing is heard any more, is opened again.
 */
export const keepPresence = (options: DatabaseOptions, events: EventEmitter, log: Log): Presence => {
  const own = new Set<string>();
  /** Workers of this process that are no more: what they still have in hand is given back without asking for their locks. */
  const ended = new Set<string>();
  const stopping = new AbortController();
  let line: Line | undefined;

  /** Takes a worker's lock; where a line of ours that fell silent has it still, the next look tries again. */
  const hold = async (on: Line, worker: string): Promise<void> => {
    const [found] = await on.ask<{ held: boolean }>(`select pg_try_advisory_lock(${LOCK}) as held`, [worker]);
    if (found?.held) on.locks.add(worker);
  };

  const look = async (): Promise<void> => {
    line ??= await openLine(options, (broken) => {
      if (line === broken) line = undefined;
    });
    const on = line;
    for (const worker of own) if (!on.locks.has(worker)) await hold(on, worker);
    const busy = await on.ask<{ worker: string }>(BUSY, [[...own], UNTOUCHED / 1000]);
    for (const { worker } of busy) {
      if (ended.has(worker)) await free(on, worker);
      else if (await freeIfGone(on, worker)) log.warn({ worker }, 'a process has ended without a word: its jobs go on elsewhere');
    }
  };

  /** A line whose other end is silent or gone holds no lock that anybody could count on: the next look opens another. */
  const lookAgainLater = async (fault: unknown): Promise<void> => {
    log.warn(faultFields(fault), 'the queue could not look for jobs left behind');
    if (!line || !(isLoss(fault) || spoilsConnection(fault))) return;
    const silent = line;
    line = undefined;
    await silent.end();
  };

  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
    own.add(worker.workerId);
    if (line) void hold(line, worker.workerId).catch(() => undefined);
  });
  // A worker that has ended while its process lives on (the queue was opened anew) is gone like any other.
  events.on('worker:stop', ({ worker }: { worker: { workerId: string } }) => {
    own.delete(worker.workerId);
    ended.add(worker.workerId);
    if (line?.locks.delete(worker.workerId)) void line.ask(`select pg_advisory_unlock(${LOCK})`, [worker.workerId]).catch(() => undefined);
  });
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await look().catch(lookAgainLater);
      await wait(EVERY, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      await looking;
      await line?.end();
    },
  };
};
