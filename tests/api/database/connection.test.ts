import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '#api/database/connection.ts';
import { freePort } from '#server/free-port.ts';
import { aGate } from '#tests/builders/gate.ts';
import { aWorld } from '#tests/world.ts';

const nobody = { organisation: '', schools: [] };

describe('the record as deeds see it', () => {
  it('gives days as text, moments in UTC, and counts and measures as numbers', async () => {
    const { database, scope } = await aWorld();
    const { rows } = await database.within(scope, (tx) =>
      sql`select date '2026-03-29' as day, timestamptz '2026-03-29 09:00:00.5+01' as moment, 2.50::numeric as measure, count(*) as many,
                 array[date '2026-01-02', date '2026-01-03'] as days, '{}'::date[] as none`.execute(tx),
    );
    const days = ['2026-01-02', '2026-01-03'];
    expect(rows).toEqual([{ day: '2026-03-29', moment: '2026-03-29T08:00:00.500Z', measure: 2.5, many: 1, days, none: [] }]);
  });

  it('keeps nothing of work that fails half way', async () => {
    const { database, scope, organisation, sql: look } = await aWorld();
    const work = database.within(scope, async (tx) => {
      await sql`insert into waymark.counter values (${organisation}, 'half', 1)`.execute(tx);
      throw new Error('on the way');
    });
    await expect(work).rejects.toThrow('on the way');
    expect(await look('select 1 from waymark.counter where organisation_id = $1', [organisation])).toEqual([]);
  });

  it('forgets the organisation when the transaction ends, on the same connection too', async () => {
    const world = await aWorld();
    await world.enrol();
    const one = openDatabase({ url: world.url, connections: 1 });
    const count = async (scope: { organisation: string; schools: string[] }) =>
      (await one.within(scope, (tx) => sql`select 1 from waymark.pupil`.execute(tx))).rows.length;
    expect(await count({ organisation: world.organisation, schools: [] })).toBe(1);
    expect(await count(nobody)).toBe(0);
    await one.close();
  });

  it('says in plain words that the record cannot be reached', async () => {
    const away = openDatabase({ url: `postgres://waymark@127.0.0.1:${await freePort()}/waymark`, connectLimit: 500 });
    await expect(away.ping()).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      message: 'The record cannot be reached just now. Try again in a minute.',
    });
    await away.close();
  });

  it('says so too when the connection breaks in the middle of a deed, and works again on the next', async () => {
    const { database, scope, sql: look } = await aWorld();
    const broken = database.within(scope, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await look('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await sql`select 1`.execute(tx);
    });
    await expect(broken).rejects.toMatchObject({ kind: 'elsewhere-unwell' });
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('does not keep a person waiting for a statement without end', async () => {
    const world = await aWorld();
    const impatient = openDatabase({ url: world.url, statementLimit: 100 });
    const slow = impatient.within(world.scope, (tx) => sql`select pg_sleep(5)`.execute(tx));
    await expect(slow).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      message: 'The record took too long to answer. Try again in a minute.',
    });
    await impatient.close();
  });

  it('tells a person to come back when every connection is in use', async () => {
    const world = await aWorld();
    const small = openDatabase({ url: world.url, connections: 1, connectLimit: 1_500 });
    const gate = aGate();
    const held = small.within(world.scope, () => gate.opened);
    await expect(small.ping()).rejects.toMatchObject({ kind: 'elsewhere-unwell' });
    gate.open();
    await held;
    await small.close();
  });
});
