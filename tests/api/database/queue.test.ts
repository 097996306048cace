import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '#api/database/connection.ts';
import { enqueue } from '#api/database/enqueue.ts';
import { startWorker } from '#api/database/worker.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

type Job = { task: string; payload: Record<string, unknown>; key: string | null; run_at: Date };

const jobsOf = (world: World): Promise<Job[]> =>
  world.sql<Job>(
    `select t.identifier as task, j.payload, j.key, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload ->> 'organisation' = $1 order by j.id`,
    [world.organisation],
  );

const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to pass within five seconds');
};

describe('the queue', () => {
  it('has a job when, and only when, the deed’s own rows are there', async () => {
    const world = await aWorld();
    await world.database.within(world.scope, (tx) => enqueue(tx, 'seal-audit', { about: 'kept' }));
    const failed = world.database.within(world.scope, async (tx) => {
      await enqueue(tx, 'seal-audit', { about: 'lost' });
      throw new Error('the deed failed');
    });
    await expect(failed).rejects.toThrow('the deed failed');
    expect((await jobsOf(world)).map((job) => job.payload.about)).toEqual(['kept']);
  });

  it('stamps a job with the organisation of the deed, whatever the payload says', async () => {
    const [world, other] = [await aWorld(), await aWorld()];
    await world.database.within(world.scope, (tx) => enqueue(tx, 'seal-audit', { organisation: other.organisation }));
    expect(await jobsOf(other)).toEqual([]);
    expect(await jobsOf(world)).toHaveLength(1);
  });

  it('runs a job at its time by the service’s own clock, where that runs ahead of the database’s', async () => {
    const world = await aWorld();
    const ahead = openDatabase({ url: world.url, clockAhead: 86_400 });
    const runAt = '2099-01-02T07:30:00.000Z' as Instant;
    await ahead.within(world.scope, (tx) => enqueue(tx, 'seal-audit', {}, { runAt }));
    await ahead.close();
    expect((await jobsOf(world)).map((job) => job.run_at.toISOString())).toEqual(['2099-01-01T07:30:00.000Z']);
  });

  it('lets a second job of the same key take the first one’s place, in its own organisation only', async () => {
    const [world, other] = [await aWorld(), await aWorld()];
    const later = '2099-01-01T00:00:00.000Z' as Instant;
    for (const one of [world, other, world])
      await one.database.within(one.scope, (tx) => enqueue(tx, 'seal-audit', {}, { key: 'nightly', runAt: later }));
    for (const one of [world, other]) expect((await jobsOf(one)).map((job) => job.run_at.toISOString())).toEqual([later]);
  });

  it('cannot be read or filled by the role of the deeds in any other way', async () => {
    const { database, scope } = await aWorld();
    const reading = database.within(scope, (tx) => sql`select * from graphile_worker._private_jobs`.execute(tx));
    await expect(reading).rejects.toMatchObject({ code: '42501' });
    const filling = database.within(scope, (tx) => sql`select graphile_worker.add_job('seal-audit')`.execute(tx));
    await expect(filling).rejects.toMatchObject({ code: '42501' });
    const nameless = database.within({ organisation: '', schools: [] }, (tx) => enqueue(tx, 'seal-audit', {}));
    await expect(nameless).rejects.toMatchObject({ code: '42501' });
  });

  it('does its work for the organisation named in the job, as soon as the deed is done', async () => {
    const world = await aWorld();
    const coordinator = await world.actorFor('coordinator');
    const auditor = await world.actorFor('auditor');
    const worker = await startWorker({ url: world.url }, { ...world.parts, database: world.database });
    try {
      await world.casework.verifyAudit(auditor);
      await world.database.within(coordinator.scope, (tx) => enqueue(tx, 'seal-audit', {}));
      await eventually(
        async () => (await world.sql('select 1 from waymark.audit_seal where organisation_id = $1', [world.organisation])).length === 1,
      );
      await worker.ping();
    } finally {
      await worker.stop();
    }
    await expect(worker.ping()).rejects.toThrow();
  });

  it('does on waking, once and as late, what the machine slept through', async () => {
    const world = await aWorld();
    const open = () => startWorker({ url: world.url }, { ...world.parts, database: world.database });
    await (await open()).stop();
    await world.sql(
      "update graphile_worker._private_known_crontabs set known_since = now() - interval '9 days', last_execution = now() - interval '2 days' where identifier = 'remind-of-dates'",
    );
    world.clock.set('2026-11-23T05:00:00.000Z' as Instant);
    const worker = await open();
    try {
      await eventually(async () => (await jobsOf(world)).some(({ payload }) => payload.day === '2026-11-23'));
    } finally {
      await worker.stop();
    }
    const [known] = await world.sql<{ fresh: boolean }>(
      "select last_execution > now() - interval '1 day' as fresh from graphile_worker._private_known_crontabs where identifier = 'remind-of-dates'",
    );
    expect(known).toEqual({ fresh: true });
  });

  it('keeps no name in what it notes of a failure', async () => {
    const world = await aWorld();
    // No such organisation: sealing itself succeeds on nothing, so a payload that does not parse stands for a job that cannot be done.
    await world.sql(`select graphile_worker.add_job('seal-audit', '{"organisation": "Callum Reid"}'::json)`);
    const worker = await startWorker({ url: world.url }, { ...world.parts, database: world.database });
    try {
      const failed = () =>
        world.sql<{ last_error: string | null }>('select last_error from graphile_worker._private_jobs where last_error is not null');
      await eventually(async () => (await failed()).length > 0);
      expect((await failed()).map((job) => job.last_error).join()).not.toContain('Callum');
    } finally {
      await worker.stop();
    }
  });
});
