import { describe, expect, it } from '@jest/globals';
import { note } from '#api/audit/note.ts';
import { sealAuditTask } from '#api/audit/seal-audit-task.ts';
import { aGate } from '#tests/builders/gate.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const someDeeds = async (world: World, count: number): Promise<void> => {
  const coordinator = await world.actorFor('coordinator');
  const pupil = await world.enrol();
  await world.database.within(world.scope, async (tx) => {
    for (let deed = 0; deed < count; deed += 1) await note(tx, world.parts, coordinator, 'open-pupil', pupil, { place: deed });
  });
};

const sealed = async (world: World): Promise<void> => sealAuditTask(world.parts)({ organisation: world.organisation });

const verdict = async (world: World) => world.casework.verifyAudit(await world.actorFor('auditor'));

describe('the audit trail', () => {
  it('keeps who did what with whose record, through which door', async () => {
    const world = await aWorld();
    const coordinator = await world.actorFor('coordinator');
    const pupil = await world.enrol();
    await world.database.within(world.scope, (tx) => note(tx, world.parts, coordinator, 'open-pupil', pupil));
    const rows = await world.sql('select actor, deed, about, subject_count, door from waymark.audit_entry where organisation_id = $1', [
      world.organisation,
    ]);
    expect(rows).toEqual([{ actor: coordinator.person, deed: 'open-pupil', about: pupil, subject_count: 1, door: 'tab' }]);
  });

  it('keeps an opened caseload as one row, with a digest that does not depend on the order of the pupils', async () => {
    const world = await aWorld();
    const coordinator = await world.actorFor('coordinator');
    const pupils = [await world.enrol(), await world.enrol(), await world.enrol()];
    await world.database.within(world.scope, async (tx) => {
      await note(tx, world.parts, coordinator, 'open-caseload', pupils);
      await note(tx, world.parts, coordinator, 'open-caseload', pupils.toReversed());
    });
    const rows = await world.sql<{ about: string; subject_count: number }>(
      'select about, subject_count from waymark.audit_entry where organisation_id = $1',
      [world.organisation],
    );
    expect(rows.map((row) => row.subject_count)).toEqual([3, 3]);
    expect(rows[0]?.about).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(rows[1]?.about).toBe(rows[0]?.about);
  });

  it('holds, and says how many rows wait for the next seal', async () => {
    const world = await aWorld();
    await someDeeds(world, 3);
    await sealed(world);
    await someDeeds(world, 2);
    expect(await verdict(world)).toEqual({
      sound: true,
      sealed: 3,
      unsealed: 2,
      words: 'The audit trail holds: 3 rows sealed, none changed. 2 rows wait for the next seal.',
    });
  });

  it('chains more rows than one seal takes', async () => {
    const world = await aWorld();
    await someDeeds(world, 2_105);
    await sealed(world);
    const seals = await world.sql(
      'select number, cardinality(entry_ids) as rows from waymark.audit_seal where organisation_id = $1 order by number',
      [world.organisation],
    );
    expect(seals).toEqual([
      { number: '1', rows: 1_000 },
      { number: '2', rows: 1_000 },
      { number: '3', rows: 105 },
    ]);
    expect(await verdict(world)).toMatchObject({ sound: true, sealed: 2_105 });
  });

  it('seals each row once when two processes seal at the same moment', async () => {
    const world = await aWorld();
    await someDeeds(world, 50);
    await Promise.all([sealed(world), sealed(world), sealed(world)]);
    expect(await verdict(world)).toMatchObject({ sound: true, sealed: 50 });
  });

  const spoilings: readonly [string, string, RegExp][] = [
    [
      'a row that was changed',
      "update waymark.audit_entry set deed = 'log' where organisation_id = $1 and details ->> 'place' = '1'",
      /changed since it was sealed/,
    ],
    [
      'a moment that was moved by a microsecond',
      "update waymark.audit_entry set at = at + interval '1 microsecond' where organisation_id = $1 and details ->> 'place' = '0'",
      /changed since it was sealed/,
    ],
    [
      'a row that was taken away',
      "delete from waymark.audit_entry where organisation_id = $1 and details ->> 'place' = '2'",
      /1 of them is no longer there/,
    ],
    [
      'a row that was slipped under a seal',
      "insert into waymark.audit_entry (organisation_id, id, deed, door, sealed_in) values ($1, gen_random_uuid(), 'log', 'tab', 1)",
      /1 row claims a seal that does not list it/,
    ],
    ['a seal that was taken away', 'delete from waymark.audit_seal where organisation_id = $1 and number = 1', /Seal 1 is missing/],
    [
      'a seal that was made anew',
      "update waymark.audit_seal set hash = repeat('a', 64) where organisation_id = $1 and number = 1",
      /changed since it was sealed|does not follow/,
    ],
  ];
  it.each(spoilings)('duty 9 A8: finds %s', async (_, spoiling, words) => {
    const world = await aWorld();
    await someDeeds(world, 3);
    await sealed(world);
    await someDeeds(world, 3);
    await sealed(world);
    await world.sql(spoiling, [world.organisation]);
    const found = await verdict(world);
    expect(found.sound).toBe(false);
    expect(found.words).toMatch(words);
  });

  it('is checked by an administrator or an auditor, not by a teacher', async () => {
    const world = await aWorld();
    await expect(world.casework.verifyAudit(await world.actorFor('teacher'))).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('does not hold readers up while it is being sealed', async () => {
    const world = await aWorld();
    await someDeeds(world, 5);
    const gate = aGate();
    const sealing = world.database.within(world.scope, async (tx) => {
      const { sealUnsealed } = await import('#api/audit/seal.ts');
      await sealUnsealed(tx, world.organisation);
      await gate.opened;
    });
    await someDeeds(world, 5);
    gate.open();
    await sealing;
    expect(await verdict(world)).toMatchObject({ sound: true, sealed: 5, unsealed: 5 });
  });
});
