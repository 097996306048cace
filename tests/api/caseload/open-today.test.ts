import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { saveDocument } from '#api/plans/document-records.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** A letter that Waymark meets in the case folder, at the moment that its clock shows. */
const letterArrives = (world: World, pupil: string, itemId: string) =>
  world.database.within(world.scope, (tx) =>
    saveDocument(tx, world.organisation, {
      id: randomUUID(),
      pupil,
      file: {
        driveId: 'drive',
        itemId,
        name: `${itemId}.docx`,
        eTag: '1',
        webUrl: 'https://files.example/1',
        size: 1,
        changedAt: world.clock.now(),
        changedBy: null,
      },
      kind: 'letter',
      fromWhom: 'Kirsty Bell',
      filedOn: world.clock.today('Europe/London'),
      at: world.clock.now(),
      reading: null,
    }),
  );

describe('what changed since I last looked', () => {
  it('counts from the moment I looked on an earlier day, by the clock that the pages go by', async () => {
    const world = await aWorld({ now: '2031-03-03T09:00:00.000Z' });
    const ruth = await world.actorFor('coordinator');
    const pupil = await world.enrol({ caseRef: 'WM-0410', stage: 'plan' });
    await letterArrives(world, pupil, 'before');
    world.clock.set('2031-03-03T09:10:00.000Z');
    await world.casework.openToday(ruth);
    world.clock.set('2031-03-03T15:00:00.000Z');
    await letterArrives(world, pupil, 'after');
    world.clock.set('2031-03-04T08:00:00.000Z');
    const today = await world.casework.openToday(ruth);
    expect(today.changedSince).toBe('2031-03-03T09:10:00.000Z');
    expect(today.changes.map(({ at, kind }) => ({ at, kind }))).toEqual([{ at: '2031-03-03T15:00:00.000Z', kind: 'document' }]);
  });

  it('stays the same however often I look on one day', async () => {
    const world = await aWorld({ now: '2031-03-03T09:10:00.000Z' });
    const ruth = await world.actorFor('coordinator');
    await world.casework.openToday(ruth);
    world.clock.set('2031-03-04T08:00:00.000Z');
    await world.casework.openToday(ruth);
    world.clock.set('2031-03-04T11:00:00.000Z');
    expect((await world.casework.openToday(ruth)).changedSince).toBe('2031-03-03T09:10:00.000Z');
  });
});

describe('what a colleague owed who has left', () => {
  it('is the coordinator’s from that day on, and can be marked as done', async () => {
    const world = await aWorld();
    const ruth = await world.actorFor('coordinator');
    const { person } = await world.actorFor('assistant');
    const pupil = await world.enrol({ caseRef: 'WM-0410', stage: 'plan' });
    await world.sql(
      `insert into waymark.action (organisation_id, id, number, pupil_id, words, owner_id, owner_name, due_on, created_at)
       values ($1, $2, 1, $3, 'Ring the clinic', $4, 'Sam Assistant', '2026-11-25', '2026-11-16T09:00:00Z')`,
      [world.organisation, randomUUID(), pupil, person],
    );
    const owed = async () => (await world.casework.openToday(ruth)).rows.map(({ mine, owner, title }) => [mine, owner.words, title]);
    expect(await owed()).toEqual([[false, 'Sam Assistant', 'Ring the clinic']]);
    await world.sql("update waymark.person set left_on = '2026-11-23' where id = $1", [person]);
    expect(await owed()).toEqual([[true, 'Sam Assistant, who has left', 'Ring the clinic']]);
    await world.casework.markActionDone(ruth, { number: 1 });
    expect(await owed()).toEqual([]);
  });
});
