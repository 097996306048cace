import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type OpenDatabase, openDatabase } from '#api/database/connection.ts';
import { enqueue } from '#api/database/enqueue.ts';
import { keepPresence } from '#api/database/presence.ts';
import { QueuePool } from '#api/database/queue-pool.ts';
import { startWorker } from '#api/database/worker.ts';
import { aGate } from '#tests/builders/gate.ts';
import { aWire, type Wire } from '#tests/builders/wire.ts';
import { eventually } from '#tests/eventually.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let wire: Wire;
let record: OpenDatabase;
beforeAll(async () => {
  world = await aWorld();
  wire = await aWire(world.url);
  // Limits as in the product, shortened alike.
  record = openDatabase({ url: wire.url, connections: 3, statementLimit: 1_000, connectLimit: 1_500 });
});
afterAll(async () => {
  await record.close();
  await wire.close();
});

/** A deed's own transaction: it counts something up, and is there whole or not at all. */
const count = (database = record, then: () => Promise<unknown> = async () => undefined): Promise<number> =>
  database.within(world.scope, async (tx) => {
    const { rows } = await sql<{ value: number }>`
      insert into waymark.counter (organisation_id, name, value) values (${world.organisation}, 'deeds', 1)
      on conflict (organisation_id, name) do update set value = waymark.counter.value + 1 returning value`.execute(tx);
    await then();
    return Number(rows[0]?.value);
  });
const counted = async (): Promise<number> =>
  Number(
    (await world.sql<{ value: number }>('select value from waymark.counter where organisation_id = $1', [world.organisation]))[0]?.value ??
      0,
  );
const database = () => new URL(world.url).pathname.slice(1);

describe('the record unwell', () => {
  it('W-301: PostgreSQL is restarted: the deed under way is kept whole or not at all, the next ones say so, and the first after it works', async () => {
    const before = await count();
    const cutInside = count(record, async () => wire.cut());
    await expect(cutInside).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      fault: 'record-away',
      message: 'The record cannot be reached just now. Try again in a minute.',
    });
    await expect(count()).rejects.toMatchObject({ fault: 'record-away' });
    expect(await counted()).toBe(before);
    wire.mend();
    expect(await count()).toBe(before + 1);
  });

  it('W-301: the queue lives through a restart and does what waited, once', async () => {
    const parts = { ...world.parts, database: record };
    const ran: string[] = [];
    const note = () => async (payload: unknown) => void ran.push((payload as { about: string }).about);
    const worker = await startWorker({ url: wire.url }, parts, { 'note-this': note });
    try {
      wire.cut();
      await world.database.within(world.scope, (tx) => enqueue(tx, 'note-this', { about: 'while it was away' }));
      await expect(worker.ping()).rejects.toBeDefined();
      wire.mend();
      await eventually(async () => expect(ran).toEqual(['while it was away']));
    } finally {
      await worker.stop();
    }
    expect(ran).toEqual(['while it was away']);
  });

  it('W-302: no connection is free, here or at PostgreSQL: said within seconds, and over when one is', async () => {
    const gate = aGate();
    const small = openDatabase({ url: world.url, connections: 1, connectLimit: 500 });
    const held = small.within(world.scope, () => gate.opened);
    const busy = { fault: 'record-busy', message: 'Waymark is very busy just now. Try again in a minute.' };
    await expect(count(small)).rejects.toMatchObject(busy);
    gate.open();
    await held;
    expect(await count(small)).toBeGreaterThan(0);
    await small.close();

    await world.sql(`alter database ${database()} connection limit 0`);
    const newcomer = openDatabase({ url: world.url, connections: 1 });
    await expect(count(newcomer)).rejects.toMatchObject(busy);
    await world.sql(`alter database ${database()} connection limit -1`);
    expect(await count(newcomer)).toBeGreaterThan(0);
    await newcomer.close();
  });

  it('W-303: the disk is full: nothing of the deed is there, reading goes on, and it heals with the next deed', async () => {
    const before = await count();
    // PostgreSQL's own code for a write that found no room, raised where the write happens.
    await world.sql(`create function waymark.no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    await world.sql('create trigger no_room before insert on waymark.counter for each row execute function waymark.no_room()');
    await expect(count()).rejects.toMatchObject({
      fault: 'disk-full',
      message: 'The disk that holds the record is full. Nothing was saved.',
    });
    expect(await record.within(world.scope, async (tx) => (await sql`select 1 from waymark.counter`.execute(tx)).rows.length)).toBe(1);
    await world.sql('drop trigger no_room on waymark.counter');
    expect(await count()).toBe(before + 1);
  });

  it('W-304: the host is gone without a word and the name leads to another: given up in time, and then all is as before', async () => {
    const before = await count();
    // Three connections, all to the old host.
    await Promise.all([1, 2, 3].map(() => record.within(world.scope, (tx) => sql`select pg_sleep(0.3)`.execute(tx))));
    wire.silence();
    const began = performance.now();
    const lost = await Promise.allSettled([count(), count(), count()]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(performance.now() - began).toBeLessThan(15_000);
    wire.lead(world.url);
    expect(await count()).toBe(before + 1);
  });

  it('W-304: the queue that hears nothing any more watches over jobs on another line, and can still be ended', async () => {
    const [spoilt, events] = [await aWire(world.url), new EventEmitter()];
    const presence = keepPresence({ url: spoilt.url, statementLimit: 500 }, events, world.parts.log);
    events.emit('worker:create', { worker: { workerId: 'the one of this test' } });
    const holders = async (): Promise<number[]> => {
      const rows = await world.sql<{ pid: number }>(
        `select a.pid from pg_stat_activity a join pg_locks l on l.pid = a.pid and l.locktype = 'advisory'
          where a.application_name = 'waymark queue' and a.datname = current_database()`,
      );
      return rows.map(({ pid }) => pid);
    };
    try {
      await eventually(async () => expect(await holders()).toHaveLength(1));
      const first = await holders();
      spoilt.silence();
      await eventually(async () => {
        expect(await holders()).toHaveLength(1);
        expect(await holders()).not.toEqual(first);
      });
      spoilt.silence();
    } finally {
      await presence.stop();
      await spoilt.close();
    }
  });

  it('W-304: what the queue wants to say of a job to a host that fell silent, it says again to the next', async () => {
    const spoilt = await aWire(world.url);
    const pool = new QueuePool({ connectionString: spoilt.url, max: 1, query_timeout: 300 });
    pool.on('error', () => undefined);
    const say = async (words: string) => {
      const line = await pool.connect();
      try {
        return (await line.query<{ said: string }>('select $1 as said', [words])).rows[0]?.said;
      } finally {
        line.release();
      }
    };
    try {
      expect(await say('first')).toBe('first');
      spoilt.silence();
      await expect(say('done')).rejects.toMatchObject({ code: '40001' });
      expect(await say('done')).toBe('done');
    } finally {
      await pool.end();
      await spoilt.close();
    }
  });

  it('W-304: the old host only lets itself be read: the deed is refused whole, and the next one finds the host that may write', async () => {
    const before = await count();
    await world.sql(`alter database ${database()} set default_transaction_read_only = on`);
    const standby = openDatabase({ url: world.url, connections: 1 });
    await expect(count(standby)).rejects.toMatchObject({
      fault: 'record-moved',
      message: 'The record is being moved to another machine. Try again in a minute.',
    });
    await world
      .sql(`set default_transaction_read_only = off`)
      .then(() => world.sql(`alter database ${database()} reset default_transaction_read_only`));
    expect(await count(standby)).toBe(before + 1);
    await standby.close();
  });

  it('W-305: a statement that takes too long is ended, and the deed with it', async () => {
    const before = await count();
    const [holding, gate] = [aGate(), aGate()];
    const holder = openDatabase({ url: world.url, connections: 1 });
    const held = count(holder, async () => {
      holding.open();
      await gate.opened;
    });
    await holding.opened;
    await expect(count()).rejects.toMatchObject({
      fault: 'record-slow',
      message: 'The record took too long to answer. Try again in a minute.',
    });
    gate.open();
    expect(await held).toBe(before + 1);
    expect(await count()).toBe(before + 2);
    await holder.close();
  });

  it('W-305: a deed that asks PostgreSQL for more time is given as much on this side', async () => {
    const patient = record.within(world.scope, async (tx) => {
      await sql`set local statement_timeout = '10min'`.execute(tx);
      await sql`select pg_sleep(4.5)`.execute(tx);
      return 'done';
    });
    expect(await patient).toBe('done');
  });

  it('W-306: two deeds that hold each other up: one goes through, the other is asked to press again', async () => {
    await count();
    await world.sql("insert into waymark.counter (organisation_id, name, value) values ($1, 'other', 1)", [world.organisation]);
    const roomy = openDatabase({ url: world.url, connections: 2, statementLimit: 20_000 });
    const [one, other] = [aGate(), aGate()];
    const cross = (first: string, second: string, mine: ReturnType<typeof aGate>, theirs: ReturnType<typeof aGate>) =>
      roomy.within(world.scope, async (tx) => {
        await sql`update waymark.counter set value = value + 1 where name = ${first}`.execute(tx);
        mine.open();
        await theirs.opened;
        await sql`update waymark.counter set value = value + 1 where name = ${second}`.execute(tx);
      });
    const both = await Promise.allSettled([cross('deeds', 'other', one, other), cross('other', 'deeds', other, one)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'changed-meanwhile', fault: 'same-moment', message: 'Someone changed the same thing at the same moment. Try again.' },
    });
    await roomy.close();
  });
});
