import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
let priya: Actor;
let gareth: Actor;

beforeAll(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  priya = await world.actorFor('assistant');
  gareth = await world.actorFor('assistant');
});

const asSeen = (pupils: readonly string[], seen: string | null = null) => pupils.map((pupil) => ({ pupil, seen }));
const noted = async () => {
  const rows = await world.sql(`select 1 from waymark.audit_entry where organisation_id = $1 and deed = 'assign-key-worker'`, [
    world.organisation,
  ]);
  return rows.length;
};
const keyWorkerOf = async (pupil: string) =>
  (await world.casework.openCaseload(ruth)).rows.find(({ id }) => id === pupil)?.keyWorker?.id ?? null;

describe('one key worker for several pupils', () => {
  it('is given to each, and the key worker may open their records at once', async () => {
    const pupils = await Promise.all([world.enrol(), world.enrol(), world.enrol()]);
    const reply = await world.casework.assignKeyWorker(ruth, { pupils: asSeen(pupils), person: priya.person });
    expect(reply).toMatchObject({ already: [], not: [], sentence: 'Done for 3 pupils.' });
    expect(await keyWorkerOf(pupils[1]!)).toBe(priya.person);
    expect((await world.casework.openPupil(priya, { pupil: pupils[0]! })).id).toBe(pupils[0]);
  });

  it('where three fail the rest is done, and the three are named with their reasons', async () => {
    const [fine, left, changed] = await Promise.all([
      world.enrol(),
      world.enrol({ givenName: 'Lena', surname: 'Voss', leftOn: '2026-07-17' }),
      world.enrol({ givenName: 'Omar', surname: 'Haddad', keyWorker: gareth.person }),
    ]);
    const elsewhere = '00000000-0000-4000-8000-00000000dead';
    const reply = await world.casework.assignKeyWorker(ruth, { pupils: asSeen([fine!, left!, changed!, elsewhere]), person: priya.person });
    expect(reply.done).toEqual([fine]);
    expect(reply.not).toEqual(
      expect.arrayContaining([
        { pupil: left, name: 'Lena Voss', why: 'left the school on Fri 17 Jul 2026' },
        { pupil: changed, name: 'Omar Haddad', why: `${gareth.name} is the key worker by now` },
        { pupil: elsewhere, name: '', why: 'There is no such case, or it is not yours.' },
      ]),
    );
    expect(reply.sentence).toBe('Done for 1 pupil, not done for 3.');
    expect(await keyWorkerOf(changed!)).toBe(gareth.person);
  });

  it('asked again for those who failed, as they are seen now, it is done', async () => {
    const pupil = await world.enrol({ keyWorker: gareth.person });
    expect((await world.casework.assignKeyWorker(ruth, { pupils: asSeen([pupil]), person: priya.person })).not).toHaveLength(1);
    const again = await world.casework.assignKeyWorker(ruth, { pupils: asSeen([pupil], gareth.person), person: priya.person });
    expect(again.done).toEqual([pupil]);
  });

  it('when two coordinators do the same at once, one does it and the other hears that it is so already', async () => {
    const hannah = await world.actorFor('coordinator');
    const pupils = await Promise.all(Array.from({ length: 12 }, () => world.enrol()));
    const ask = { pupils: asSeen(pupils), person: gareth.person };
    const replies = await Promise.all([world.casework.assignKeyWorker(ruth, ask), world.casework.assignKeyWorker(hannah, ask)]);
    expect(replies.map(({ done }) => done.length).sort()).toEqual([0, 12]);
    expect(replies.map(({ already }) => already.length).sort()).toEqual([0, 12]);
  });

  it('is nobody who has left or comes from outside', async () => {
    const pupil = await world.enrol();
    await expect(
      world.casework.assignKeyWorker(ruth, { pupils: asSeen([pupil]), person: '00000000-0000-4000-8000-00000000beef' }),
    ).rejects.toThrow('A key worker is somebody who works here.');
    expect(await keyWorkerOf(pupil)).toBeNull();
  });

  it('a case manager gives one to her own pupils and to no others', async () => {
    const [hers, other] = await Promise.all([world.enrol(), world.enrol()]);
    const manager = await world.actorFor('teacher', { pupil: hers!, relation: 'manages-case' });
    const reply = await world.casework.assignKeyWorker(manager, { pupils: asSeen([hers!, other!]), person: priya.person });
    expect(reply.done).toEqual([hers]);
    expect(reply.not).toEqual([{ pupil: other, name: '', why: 'There is no such case, or it is not yours.' }]);
  });

  it('a whole register at once is one row of the audit trail', async () => {
    const { rows } = await world.casework.openCaseload(ruth);
    const before = await noted();
    await world.casework.assignKeyWorker(ruth, {
      pupils: rows.map(({ id, keyWorker }) => ({ pupil: id, seen: keyWorker?.id ?? null })),
      person: null,
    });
    const after = await noted();
    expect(after - before).toBe(1);
  });
});

describe('the month of the next review', () => {
  it('stands in the caseload and narrows the search for a date', async () => {
    const pupil = await world.enrol({ stage: 'support' });
    const reply = await world.casework.planReviewMonth(ruth, { pupils: [pupil], month: '2026-12' });
    expect(reply.done).toEqual([pupil]);
    expect((await world.casework.openCaseload(ruth)).rows.find(({ id }) => id === pupil)?.reviewMonth).toBe('2026-12');
    const proposal = await world.casework.proposeReview(ruth, { pupil, purpose: 'parent-meeting' });
    expect(proposal.window.why).toContain('The review is planned for December 2026.');
    expect(proposal.window.from >= '2026-12-01').toBe(true);
  });

  it('a month that is past is refused, and none takes the plan out again', async () => {
    const pupil = await world.enrol();
    await expect(world.casework.planReviewMonth(ruth, { pupils: [pupil], month: '2026-10' })).rejects.toThrow('That month is past.');
    await world.casework.planReviewMonth(ruth, { pupils: [pupil], month: '2026-11' });
    expect((await world.casework.planReviewMonth(ruth, { pupils: [pupil], month: '2026-11' })).already).toEqual([pupil]);
    await world.casework.planReviewMonth(ruth, { pupils: [pupil], month: null });
    expect((await world.casework.openCaseload(ruth)).rows.find(({ id }) => id === pupil)?.reviewMonth).toBeNull();
  });
});
