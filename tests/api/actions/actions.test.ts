import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const add = async (world: World, pupil: string, owner: Actor | null, words: string, due: string | null): Promise<string> => {
  const id = randomUUID();
  await world.sql(
    `insert into waymark.action (organisation_id, id, number, pupil_id, words, owner_id, owner_name, due_on)
     values ($1, $2, 1 + (select count(*) from waymark.action where organisation_id = $1), $3, $4, $5, $6, $7)`,
    [world.organisation, id, pupil, words, owner?.person ?? null, owner?.name ?? null, due],
  );
  return id;
};

const aTeam = async () => {
  const world = await aWorld();
  const pupil = await world.enrol({ givenName: 'Callum', surname: 'Reid' });
  const ruth = await world.actorFor('coordinator');
  const anna = await world.actorFor('teacher', { pupil, relation: 'teaches' });
  return { world, pupil, ruth, anna };
};

describe('my actions', () => {
  it('come with the longest overdue first, the days in words, and not those that are done', async () => {
    const { world, pupil, ruth, anna } = await aTeam();
    await add(world, pupil, anna, 'Break card in every room', '2026-12-18');
    await add(world, pupil, anna, 'Send the reading sheet home', '2026-11-20');
    await add(world, pupil, ruth, 'Ask for the advice', '2026-11-24');
    await add(world, pupil, anna, 'No date yet', null);
    const { rows } = await world.casework.openActions(anna, {});
    expect(rows.map((row) => [row.words, row.daysWords, row.urgency])).toEqual([
      ['Send the reading sheet home', '3 days late', 'late'],
      ['Break card in every room', '25 days left', 'later'],
      ['No date yet', 'No date', 'info'],
    ]);
    expect(rows[0]).toMatchObject({ mine: true, pupil: { name: 'Callum Reid' } });
    await world.casework.markActionDone(anna, { action: rows[0]?.id ?? '' });
    expect((await world.casework.openActions(anna, {})).rows).toHaveLength(2);
  });

  it('of everyone are those of the pupils one may see', async () => {
    const { world, pupil, ruth, anna } = await aTeam();
    const other = await world.enrol({ givenName: 'Mei-Lin', surname: 'Zhao' });
    await add(world, pupil, ruth, 'Seen by both', '2026-12-01');
    await add(world, other, ruth, 'Seen by the coordinator', '2026-12-02');
    expect((await world.casework.openActions(anna, { everyone: true })).rows.map((row) => row.words)).toEqual(['Seen by both']);
    expect((await world.casework.openActions(ruth, { everyone: true })).rows).toHaveLength(2);
    const elsewhere = await aTeam();
    expect((await elsewhere.world.casework.openActions(elsewhere.ruth, { everyone: true })).rows).toEqual([]);
  });
});

describe('done', () => {
  it('by its number closes it once; said twice the first day stands', async () => {
    const { world, pupil, anna } = await aTeam();
    const id = await add(world, pupil, anna, 'Break card in every room', '2026-12-18');
    const first = await world.casework.markActionDone(anna, { number: 1 });
    expect(first.rows[0]).toMatchObject({ id, doneOn: '2026-11-23', daysWords: 'Done Mon 23 Nov', urgency: 'good' });
    world.clock.set('2026-11-30T09:00:00.000Z');
    expect((await world.casework.markActionDone(anna, { number: 1 })).rows[0]).toMatchObject({ doneOn: '2026-11-23' });
  });

  it('is for its owner or the coordinator; a colleague is told whose it is, a stranger that there is none', async () => {
    const { world, pupil, ruth, anna } = await aTeam();
    const action = await add(world, pupil, ruth, 'Ask for the advice', '2026-11-24');
    await expect(world.casework.markActionDone(anna, { action })).rejects.toMatchObject({
      kind: 'not-allowed',
      message: `Only ${ruth.name} or the coordinator can close this action.`,
    });
    const stranger = await world.actorFor('teacher');
    await expect(world.casework.markActionDone(stranger, { number: 1 })).rejects.toMatchObject({
      kind: 'not-found',
      message: 'There is no action 1 of yours.',
    });
    const hers = await add(world, pupil, anna, 'Break card', '2026-11-24');
    await expect(world.casework.markActionDone(ruth, { action: hers })).resolves.toBeTruthy();
  });
});
