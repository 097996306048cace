import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pupilsIn, registerOf } from '#api/caseload/caseload-records.ts';
import { knownCases } from '#api/caseload/known-cases.ts';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** Someone at work in a transaction of their own, on a connection of their own; nothing they do may wait for a second. */
type AtWork = {
  callHome(pupil: string, on: string): Promise<void>;
  put(text: string, values?: readonly unknown[]): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
};

const GATE = 4711;

let world: World;
let coordinator: Actor;
let open: pg.Client[] = [];
beforeAll(async () => {
  world = await aWorld();
  coordinator = await world.actorFor('coordinator');
});
afterEach(async () => {
  await Promise.all(open.map((client) => client.end()));
  open = [];
});

const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  open.push(client);
  return client;
};

const someone = async (): Promise<AtWork> => {
  const client = await connect();
  await client.query("begin; set local lock_timeout = '1s'");
  await client.query("select set_config('role', 'waymark_app', true), set_config('app.organisation', $1, true)", [world.organisation]);
  const put = async (text: string, values: readonly unknown[] = []) => void (await client.query(text, [...values]));
  return {
    put,
    callHome: (pupil, on) =>
      put(
        `insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words, contact_id) values ($1, $2, $3, 'call', $4, 'Called home.', $5)`,
        [world.organisation, randomUUID(), pupil, on, randomUUID()],
      ),
    commit: () => put('commit'),
    rollback: () => put('rollback'),
  };
};

const lastContact = async (pupil: string) =>
  (await world.casework.openCaseload(coordinator)).rows.find(({ id }) => id === pupil)?.lastContact;
const keptOf = async (pupil: string) =>
  (
    await world.sql<{ kept: boolean; notes: number }>(
      `select facts is not null as kept, (select count(*)::int from waymark.case_change where pupil_id = $1) as notes
         from waymark.case_facts where pupil_id = $1`,
      [pupil],
    )
  )[0];

/** A pupil with something to read: the gate below stands before the lines of the profile. */
const aPupil = async (): Promise<string> => {
  const pupil = await world.enrol();
  await world.sql(
    "insert into waymark.profile_line (organisation_id, id, pupil_id, kind, rank, words) values ($1, gen_random_uuid(), $2, 'strategy', 1, 'Say it once')",
    [world.organisation, pupil],
  );
  return pupil;
};

/** Holds every reader in the middle of the statement that puts facts together, after its view of the record is fixed. */
const aGate = async () => {
  const keeper = await connect();
  await world.sql(`create or replace function public.through_the_gate() returns boolean language plpgsql as
    'begin perform pg_advisory_xact_lock_shared(${GATE}); return true; end'`);
  await world.sql('create policy gate on waymark.profile_line as restrictive for select to waymark_app using (public.through_the_gate())');
  await keeper.query('select pg_advisory_lock($1)', [GATE]);
  return {
    untilSomeoneWaits: async () => {
      const waiting = `select 1 from pg_locks where locktype = 'advisory' and objid = ${GATE} and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      while ((await world.sql(waiting)).length === 0) await wait(5);
    },
    lift: async () => {
      await keeper.query('select pg_advisory_unlock($1)', [GATE]);
      await world.sql('drop policy gate on waymark.profile_line');
    },
  };
};

describe('the caseload while others write', () => {
  it('shows a call once it is saved and not before, and waits for nobody', async () => {
    const pupil = await aPupil();
    expect(await lastContact(pupil)).toBeNull();
    const gareth = await someone();
    await gareth.callHome(pupil, '2026-11-20');
    expect(await lastContact(pupil)).toBeNull();
    await gareth.commit();
    expect(await lastContact(pupil)).toBe('2026-11-20');
  });

  it('does not keep what it put together while somebody was writing', async () => {
    const pupil = await aPupil();
    const gareth = await someone();
    await gareth.callHome(pupil, '2026-11-20');
    expect(await lastContact(pupil)).toBeNull();
    expect(await keptOf(pupil)).toEqual({ kept: false, notes: 0 });
    await gareth.commit();
    expect(await lastContact(pupil)).toBe('2026-11-20');
    expect(await keptOf(pupil)).toEqual({ kept: true, notes: 0 });
  });

  it('forgets nothing of what was called off', async () => {
    const pupil = await aPupil();
    expect(await lastContact(pupil)).toBeNull();
    const gareth = await someone();
    await gareth.callHome(pupil, '2026-11-20');
    await gareth.rollback();
    expect(await keptOf(pupil)).toEqual({ kept: true, notes: 0 });
    expect(await lastContact(pupil)).toBeNull();
  });

  it('lets two people write about one pupil at once, in whatever order they began', async () => {
    const [one, other] = [await aPupil(), await aPupil()];
    expect([await lastContact(one), await lastContact(other)]).toEqual([null, null]);
    const [gareth, priya] = [await someone(), await someone()];
    await gareth.callHome(one, '2026-11-18');
    await priya.callHome(other, '2026-11-19');
    await gareth.callHome(other, '2026-11-20');
    await priya.callHome(one, '2026-11-21');
    await priya.commit();
    expect([await lastContact(one), await lastContact(other)]).toEqual(['2026-11-21', '2026-11-19']);
    await gareth.commit();
    expect([await lastContact(one), await lastContact(other)]).toEqual(['2026-11-21', '2026-11-20']);
    expect([await keptOf(one), await keptOf(other)]).toEqual([
      { kept: true, notes: 0 },
      { kept: true, notes: 0 },
    ]);
  });

  it('lets people write about a pupil whose facts a slow reader is just keeping', async () => {
    const pupil = await aPupil();
    await world.database.within(world.scope, async (tx) => {
      const pupils = pupilsIn(await registerOf(tx, coordinator, world.today));
      await knownCases()(tx, world.organisation, pupils);
      const gareth = await someone();
      await gareth.callHome(pupil, '2026-11-20');
      await gareth.commit();
    });
    expect(await lastContact(pupil)).toBe('2026-11-20');
  });

  it('does not cover a call that was saved while it looked', async () => {
    const pupil = await aPupil();
    const gate = await aGate();
    const slow = lastContact(pupil);
    await gate.untilSomeoneWaits();
    const gareth = await someone();
    await gareth.callHome(pupil, '2026-11-20');
    await gareth.commit();
    await gate.lift();
    expect(await slow).toBeNull();
    expect(await keptOf(pupil)).toEqual({ kept: false, notes: 0 });
    expect(await lastContact(pupil)).toBe('2026-11-20');
  });

  it('does not cover a call that could only be noted, because somebody else was at the case and then called it off', async () => {
    const pupil = await aPupil();
    const priya = await someone();
    await priya.callHome(pupil, '2026-11-19');
    const gate = await aGate();
    const slow = lastContact(pupil);
    await gate.untilSomeoneWaits();
    const gareth = await someone();
    await gareth.callHome(pupil, '2026-11-20');
    await gareth.commit();
    await priya.rollback();
    await gate.lift();
    expect(await slow).toBeNull();
    expect(await keptOf(pupil)).toEqual({ kept: true, notes: 1 });
    expect(await lastContact(pupil)).toBe('2026-11-20');
    expect(await keptOf(pupil)).toEqual({ kept: true, notes: 0 });
  });

  it('stays right while three people write and three read', async () => {
    const pupils = await Promise.all(Array.from({ length: 5 }, aPupil));
    const latest = new Map<string, string>();
    const writer = async (lane: number) => {
      for (let step = 0; step < 40; step += 1) {
        const by = pupils[(lane * 7 + step * 3) % pupils.length]!;
        const day = `2026-${String(1 + ((lane + step) % 10)).padStart(2, '0')}-${String(1 + ((lane * 5 + step) % 28)).padStart(2, '0')}`;
        await world.sql(
          `insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words, contact_id) values ($1, $2, $3, 'call', $4, 'Called home.', $5)`,
          [world.organisation, randomUUID(), by, day, randomUUID()],
        );
        if (day > (latest.get(by) ?? '')) latest.set(by, day);
      }
    };
    const reader = async () => {
      for (let step = 0; step < 25; step += 1) await lastContact(pupils[0]!);
    };
    await Promise.all([writer(1), writer(2), writer(3), reader(), reader(), reader()]);
    for (const pupil of pupils) expect(await lastContact(pupil)).toBe(latest.get(pupil));
  });
});
