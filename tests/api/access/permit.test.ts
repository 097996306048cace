import { describe, expect, it } from '@jest/globals';
import { permit, permitInHouse } from '#api/access/permit.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { PupilDeed } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const NOT_FOUND = 'There is no such case, or it is not yours.';

const trying = (world: World, actor: Actor, deed: PupilDeed, pupil: string): Promise<void> =>
  world.database.within(actor.scope, (tx) => permit(tx, actor, deed, pupil, world.today));

describe('who may do which deed with whose record', () => {
  it('the coordinator opens any pupil of their school', async () => {
    const world = await aWorld();
    const pupil = await world.enrol();
    await expect(trying(world, await world.actorFor('coordinator'), 'draft-plan', pupil)).resolves.toBeUndefined();
  });

  it('a teacher opens a pupil they teach, and hears that another does not exist', async () => {
    const world = await aWorld();
    const [taught, other] = [await world.enrol(), await world.enrol()];
    const teacher = await world.actorFor('teacher', { pupil: taught, relation: 'teaches' });
    await expect(trying(world, teacher, 'open-pupil', taught)).resolves.toBeUndefined();
    await expect(trying(world, teacher, 'open-pupil', other)).rejects.toMatchObject({ kind: 'not-found', message: NOT_FOUND });
    await expect(trying(world, teacher, 'open-pupil', crypto.randomUUID())).rejects.toMatchObject({
      kind: 'not-found',
      message: NOT_FOUND,
    });
  });

  it('a teacher who teaches the class teaches its pupils, until the class or the timetable ends', async () => {
    const world = await aWorld();
    const pupil = await world.enrol();
    const teacher = await world.actorFor('teacher');
    const lesson = crypto.randomUUID();
    await world.sql('insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, $4)', [
      world.organisation,
      lesson,
      world.school,
      '5 Elm',
    ]);
    await world.sql("insert into waymark.class_teacher values ($1, $2, $3, '2026-09-01', null)", [
      world.organisation,
      lesson,
      teacher.person,
    ]);
    await world.sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', '2026-11-23')", [world.organisation, lesson, pupil]);
    await expect(trying(world, teacher, 'open-pupil', pupil)).resolves.toBeUndefined();
    const tomorrow = world.database.within(world.scope, (tx) => permit(tx, teacher, 'open-pupil', pupil, '2026-11-24' as Day));
    await expect(tomorrow).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a therapist whose time on the team has ended no longer knows of the pupil', async () => {
    const world = await aWorld();
    const pupil = await world.enrol();
    const therapist = await world.actorFor('specialist', { pupil, relation: 'advises', to: '2026-11-22' as Day });
    await expect(trying(world, therapist, 'open-pupil', pupil)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a key worker may log, and is told who may draft', async () => {
    const world = await aWorld();
    const assistant = await world.actorFor('assistant');
    const pupil = await world.enrol({ keyWorker: assistant.person });
    await expect(trying(world, assistant, 'log', pupil)).resolves.toBeUndefined();
    await expect(trying(world, assistant, 'draft-plan', pupil)).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Only the coordinator or the case manager can draft a plan.',
    });
  });

  it('an administrator opens no record', async () => {
    const world = await aWorld();
    await expect(trying(world, await world.actorFor('administrator'), 'open-pupil', await world.enrol())).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('the coordinator of one school of a trust is no coordinator of the other, where they teach', async () => {
    const world = await aWorld();
    const second = await world.openSchool('Alder Road School');
    const pupil = await world.enrol({ school: second });
    const coordinator = await world.actorFor('coordinator');
    await world.sql("insert into waymark.role_grant values ($1, $2, $3, 'teacher', '2020-01-01', null)", [
      world.organisation,
      coordinator.person,
      second,
    ]);
    const both: Actor = {
      ...coordinator,
      roles: ['coordinator', 'teacher'],
      scope: { ...coordinator.scope, schools: [world.school, second] },
    };
    await expect(trying(world, both, 'open-pupil', pupil)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a pupil of another organisation does not exist', async () => {
    const [here, there] = [await aWorld(), await aWorld()];
    const pupil = await there.enrol();
    await expect(trying(here, await here.actorFor('coordinator'), 'open-pupil', pupil)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a teacher cannot import a roster', async () => {
    const teacher = await (await aWorld()).actorFor('teacher');
    expect(() => permitInHouse(teacher, 'import-roster')).toThrow('Only the coordinator or an administrator can import a roster.');
  });
});
