import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enqueue } from '#api/database/enqueue.ts';
import { startWorker, type Worker } from '#api/database/worker.ts';
import { Refusal } from '#api/refusal.ts';
import { outsideEar } from '#api/status/outside-ear.ts';
import type { Actor } from '#domain/access/actor.ts';
import { eventually } from '#tests/eventually.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let coordinator: Actor;
let administrator: Actor;
let worker: Worker;
let pupil: string;
let works = false;
const done: unknown[] = [];

const lines = async (who = coordinator) => (await world.casework.openStatus(who, {})).jobs;

/** A job of a task that only these tests know; it fails until `works`. */
const leaveAJob = (): Promise<void> =>
  world.database.within(world.scope, (tx) => enqueue(tx, 'send-minutes', { pupil, meeting: null }, { key: `k${Math.random()}` }));

const untilFailed = (count: number) =>
  eventually(async () => expect((await lines()).filter(({ tried, state }) => tried > 0 && state === 'waits')).toHaveLength(count));

beforeAll(async () => {
  world = await aWorld({ now: new Date().toISOString() as `${string}Z` });
  [coordinator, administrator] = [await world.actorFor('coordinator'), await world.actorFor('administrator')];
  pupil = await world.enrol({ caseRef: 'WM-7001', givenName: 'Tamsin', surname: 'Quill' });
}, 60_000);

describe('work that waits', () => {
  beforeAll(async () => {
    const work = () => async (payload: unknown) => {
      if (!works) throw new Refusal('elsewhere-unwell', 'Microsoft 365 is not answering, so Waymark could not send the minutes yet.');
      done.push(payload);
    };
    worker = await startWorker({ url: world.url }, { ...world.parts, database: world.database }, { 'send-minutes': work });
  });
  afterAll(() => worker.stop());

  it('is listed with its case, what it met, and what to do by hand; an administrator learns neither case nor words', async () => {
    await leaveAJob();
    await untilFailed(1);
    const [found] = await lines();
    expect(found).toMatchObject({
      what: 'Sending of minutes',
      caseRef: 'WM-7001',
      state: 'waits',
      tried: 1,
      trouble: 'Microsoft 365 is not answering, so Waymark could not send the minutes yet.',
      byHand: 'Send the minutes yourself: they lie in the case folder.',
    });
    expect((await lines(administrator))[0]).toMatchObject({
      caseRef: null,
      trouble: 'It was refused or failed; the coordinator sees why.',
    });
    expect((await world.casework.openStatus(coordinator, {})).sentence).toMatch(/[Oo]ne sending of minutes waits/);
  }, 30_000);

  it('is no other organisation’s to see or to settle', async () => {
    const other = await aWorld();
    const stranger = await other.actorFor('coordinator');
    const [found] = await lines();
    expect((await other.casework.openStatus(stranger, {})).jobs).toEqual([]);
    await expect(other.casework.giveUpJob(stranger, { job: found?.id ?? '', reason: 'Not mine' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await lines()).toHaveLength(1);
  }, 30_000);

  it('is done at once when somebody has it tried again and what it waited for is back', async () => {
    works = true;
    const [found] = await lines();
    await world.casework.tryJobAgain(administrator, { job: found?.id ?? '' });
    await eventually(async () => expect(done).toHaveLength(1));
    expect(await lines()).toEqual([]);
    await expect(world.casework.tryJobAgain(coordinator, { job: found?.id ?? '' })).rejects.toThrow('not waiting any more');
    works = false;
  }, 30_000);

  it('is given up with a reason, which stands on the page and in the audit trail', async () => {
    await leaveAJob();
    await untilFailed(1);
    const [found] = await lines();
    const page = await world.casework.giveUpJob(coordinator, { job: found?.id ?? '', reason: 'Posted by hand' });
    expect(page.jobs).toEqual([]);
    expect(page.givenUp).toMatchObject([{ what: 'sending of minutes', reason: 'Posted by hand', by: 'Sam Coordinator' }]);
    const [row] = await world.sql<{ deed: string; actor: string }>(
      "select deed, actor from waymark.audit_entry where organisation_id = $1 and deed = 'give-up-job'",
      [world.organisation],
    );
    expect(row).toEqual({ deed: 'give-up-job', actor: coordinator.person });
  }, 30_000);
});

describe('what is heard from Microsoft 365', () => {
  const heardOf = async (part: string) => (await world.casework.openStatus(coordinator, {})).lines.find(({ id }) => id === part);

  it('is added up over processes, and one good answer heals', async () => {
    const [one, other] = [outsideEar(world.parts, world.organisation), outsideEar(world.parts, world.organisation)];
    for (const ear of [one, other]) {
      ear.heard({ part: 'mail', outcome: 'silent', took: 8_000 });
      await ear.keep();
    }
    const [row] = await world.sql<{ silent: number }>(
      "select silent from waymark.outside_minute where organisation_id = $1 and part = 'mail'",
      [world.organisation],
    );
    expect(row).toEqual({ silent: 2 });
    expect(await heardOf('mail')).toMatchObject({ urgency: 'late', state: 'Does not answer' });
    world.clock.set(new Date().toISOString() as `${string}Z`);
    other.heard({ part: 'mail', outcome: 'ok', took: 90 });
    await other.stop();
    expect(await heardOf('mail')).toMatchObject({ urgency: 'good', state: 'Works' });
  });

  it('is forgotten after a quarter of an hour, and its place is used again after an hour', async () => {
    const began = Date.parse(world.parts.clock.now());
    const later = (minutes: number) => world.clock.set(new Date(began + minutes * 60_000).toISOString() as `${string}Z`);
    const ear = outsideEar(world.parts, world.organisation);
    later(20);
    expect(await heardOf('mail')).toMatchObject({ state: 'Not asked in the last quarter of an hour' });
    later(60);
    ear.heard({ part: 'mail', outcome: 'throttled', took: 10 });
    await ear.stop();
    const rows = await world.sql<{ throttled: number; ok: number }>(
      "select throttled, ok from waymark.outside_minute where organisation_id = $1 and part = 'mail' and throttled > 0",
      [world.organisation],
    );
    expect(rows).toEqual([{ throttled: 1, ok: 0 }]);
    later(0);
  });
});
