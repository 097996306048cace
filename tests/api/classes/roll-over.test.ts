import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
let classes: Record<string, string>;
let callum: string;
let amina: string;
let oldest: string;

const TERMS = [
  { from: '2026-09-02', to: '2027-07-20' },
  { from: '2027-09-01', to: '2028-07-25' },
];

const aForm = async (name: string, yearGroup: number, teacher: string, subject: string | null = null) => {
  const id = randomUUID();
  await world.sql('insert into waymark.class (organisation_id, id, school_id, name, year_group, subject) values ($1, $2, $3, $4, $5, $6)', [
    world.organisation,
    id,
    world.school,
    name,
    yearGroup,
    subject,
  ]);
  await world.sql("insert into waymark.class_teacher (organisation_id, class_id, person_id, from_day) values ($1, $2, $3, '2026-09-01')", [
    world.organisation,
    id,
    teacher,
  ]);
  classes[name] = id;
};

const sits = async (pupil: string, name: string) =>
  world.sql("insert into waymark.class_pupil (organisation_id, class_id, pupil_id, from_day) values ($1, $2, $3, '2026-09-01')", [
    world.organisation,
    classes[name],
    pupil,
  ]);

const aPupil = async (givenName: string, yearGroup: number, className: string): Promise<string> => {
  const id = await world.enrol({ givenName, surname: 'Reid', caseRef: `WM-${1000 + Math.floor(Math.random() * 800_000)}` });
  await world.sql('update waymark.pupil set year_group = $2, class_name = $3 where id = $1', [id, yearGroup, className]);
  await sits(id, className);
  return id;
};

const of = async (pupil: string) =>
  (
    await world.sql<{ year: number; name: string; left: string | null }>(
      'select year_group as year, class_name as name, left_on::text as left from waymark.pupil where id = $1',
      [pupil],
    )
  )[0];

const places = async (pupil: string) =>
  world.sql<{ name: string; from: string; to: string | null }>(
    `select c.name, cp.from_day::text as "from", cp.to_day::text as "to" from waymark.class_pupil cp join waymark.class c on c.id = cp.class_id
      where cp.pupil_id = $1 order by cp.from_day, c.name`,
    [pupil],
  );

const open = () => world.casework.openRollOver(ruth, {});
const carryOut = async (more: object = {}) => {
  const { school, version, counts } = await open();
  return world.casework.carryOutRollOver(ruth, { school, version, pupils: counts.all, withoutTeachers: false, ...more });
};

let anna: Actor;
let priya: Actor;
beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  anna = await world.actorFor('teacher');
  priya = await world.actorFor('teacher');
  classes = {};
  await world.sql('update waymark.school set calendar = $2 where id = $1', [world.school, JSON.stringify({ years: TERMS })]);
  await aForm('5 Oak', 5, anna.person);
  await aForm('6 Oak', 6, priya.person);
  await aForm('5 Oak Maths', 5, anna.person, 'Maths');
  await aForm('6 Oak Maths', 6, priya.person, 'Maths');
  callum = await aPupil('Callum', 5, '5 Oak');
  await sits(callum, '5 Oak Maths');
  amina = await aPupil('Amina', 5, '5 Oak');
  oldest = await aPupil('Zoe', 6, '6 Oak');
  await world.sql('update waymark.pupil set key_worker_id = $2 where id = $1', [callum, anna.person]);
  world.clock.set('2027-08-10T09:00:00.000Z');
});

describe('the step into the next school year', () => {
  it('shows what becomes of everyone, in counts that add up, and changes nothing', async () => {
    const page = await open();
    expect(page).toMatchObject({
      year: '2027/28',
      from: '2027-09-01',
      possible: true,
      counts: { all: 3, moves: 2, repeats: 0, leaves: 1, doubt: 0 },
    });
    expect(page.groups.map(({ name, pupils }) => [name, pupils.map(({ sort, to }) => [sort, to])])).toEqual([
      [
        '5 Oak',
        [
          ['moves', '6 Oak'],
          ['moves', '6 Oak'],
        ],
      ],
      ['6 Oak', [['leaves', null]]],
    ]);
    expect(page.handOver).toMatchObject([{ id: callum }]);
    expect(await of(callum)).toEqual({ year: 5, name: '5 Oak', left: null });
  });

  it('a school whose form classes carry a subject of their own, and no year, moves up all the same', async () => {
    await world.sql(
      "update waymark.class set subject = 'Form', year_group = null where organisation_id = $1 and name in ('5 Oak', '6 Oak')",
      [world.organisation],
    );
    expect((await open()).counts).toEqual({ all: 3, moves: 2, repeats: 0, leaves: 1, doubt: 0 });
  });

  it('nobody leaves because no class is known: they are in doubt', async () => {
    await world.sql('update waymark.class set ended_on = $2 where organisation_id = $1', [world.organisation, '2027-07-20']);
    expect((await open()).counts).toEqual({ all: 3, moves: 0, repeats: 0, leaves: 1, doubt: 2 });
  });

  it('moves pupils, their subject classes, leavers and those who repeat; last year stays with its dates', async () => {
    const { school, version } = await open();
    await world.casework.settleMoves(ruth, { school, version, pupils: [amina], sort: 'repeats', to: null });
    const done = await carryOut();
    expect(done.last?.words).toBe('Rolled over into 2027/28 by Sam Coordinator: 1 pupil moved, 1 repeats a year, 1 left.');
    expect(await of(callum)).toEqual({ year: 6, name: '6 Oak', left: null });
    expect(await of(amina)).toEqual({ year: 5, name: '5 Oak', left: null });
    expect(await of(oldest)).toEqual({ year: 6, name: '6 Oak', left: '2027-08-31' });
    expect(await places(callum)).toEqual([
      { name: '5 Oak', from: '2026-09-01', to: '2027-08-31' },
      { name: '5 Oak Maths', from: '2026-09-01', to: '2027-08-31' },
      { name: '6 Oak', from: '2027-09-01', to: null },
      { name: '6 Oak Maths', from: '2027-09-01', to: null },
    ]);
    expect(await places(amina)).toEqual([{ name: '5 Oak', from: '2026-09-01', to: null }]);
    expect(done.handOver).toMatchObject([{ id: callum }]);
  });

  it('opens the record to the new teacher on the first school day and closes it to the old one', async () => {
    await carryOut();
    world.clock.set('2027-09-01T09:00:00.000Z');
    await expect(world.casework.openPupil(priya, { pupil: callum })).resolves.toMatchObject({ className: '6 Oak' });
    await world.sql('update waymark.pupil set key_worker_id = null where id = $1', [callum]);
    await expect(world.casework.openPupil(anna, { pupil: callum })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('makes a class that the school does not have, with the teacher who was chosen', async () => {
    const first = await open();
    const settled = await world.casework.settleMoves(ruth, {
      school: first.school,
      version: first.version,
      pupils: [oldest],
      sort: 'moves',
      to: '7 Elm',
    });
    expect(settled.classes.at(-1)).toMatchObject({ name: '7 Elm', made: true, pupils: 1, teacher: null });
    await expect(carryOut()).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'Nobody takes 7 Elm. Choose who does, or say that they begin without a teacher.',
    });
    const { school, version } = await open();
    await world.casework.chooseTeacher(ruth, { school, version, class: '7 Elm', person: anna.person });
    await carryOut();
    expect(await of(oldest)).toEqual({ year: 7, name: '7 Elm', left: null });
    expect(
      await world.sql(
        "select t.person_id from waymark.class c join waymark.class_teacher t on t.class_id = c.id where c.name = '7 Elm' and c.organisation_id = $1",
        [world.organisation],
      ),
    ).toEqual([{ person_id: anna.person }]);
  });

  it('takes everything back as it was, and keeps what was settled for the next try', async () => {
    const first = await open();
    await world.casework.settleMoves(ruth, { school: first.school, version: first.version, pupils: [oldest], sort: 'moves', to: '7 Elm' });
    const done = await carryOut({ withoutTeachers: true });
    const back = await world.casework.undoRollOver(ruth, { step: done.last!.id });
    for (const [pupil, year, name] of [
      [callum, 5, '5 Oak'],
      [oldest, 6, '6 Oak'],
    ] as const) {
      expect(await of(pupil)).toEqual({ year, name, left: null });
      expect((await places(pupil)).every(({ to }) => to === null)).toBe(true);
    }
    expect(back.last).toMatchObject({ state: 'undone' });
    expect(back.groups.at(-1)?.pupils[0]).toMatchObject({ sort: 'moves', to: '7 Elm', why: 'Settled by hand' });
    const again = await carryOut({ withoutTeachers: true });
    expect(again.last).toMatchObject({ state: 'done', keeps: null });
    expect(await of(callum)).toEqual({ year: 6, name: '6 Oak', left: null });
  });

  it('is not taken back once a pupil has been moved again, and says so', async () => {
    const done = await carryOut();
    await world.sql("update waymark.pupil set class_name = '6 Elm' where id = $1", [callum]);
    await expect(world.casework.undoRollOver(ruth, { step: done.last!.id })).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'This step cannot be taken back any more. 1 pupil has been moved again since: change them one by one.',
    });
  });
});

describe('what does not become a step', () => {
  it('pressed twice, or by two coordinators at once, it is taken once', async () => {
    const { school, version, counts } = await open();
    const ask = { school, version, pupils: counts.all, withoutTeachers: false };
    const tried = await Promise.allSettled([world.casework.carryOutRollOver(ruth, ask), world.casework.carryOutRollOver(ruth, ask)]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: expect.stringMatching(/^(changed-meanwhile|not-ready)$/) }, // at once, or a moment after the other
    });
    await expect(world.casework.carryOutRollOver(ruth, ask)).rejects.toMatchObject({ kind: 'not-ready' });
    expect(await of(callum)).toEqual({ year: 6, name: '6 Oak', left: null });
  });

  it('before the last school day it waits, and says from when', async () => {
    world.clock.set('2026-11-23T09:00:00.000Z');
    const page = await open();
    expect(page.possible).toBe(false);
    await expect(carryOut()).rejects.toMatchObject({ kind: 'not-ready', message: expect.stringContaining('can be taken from') });
  });

  it('a year that the calendar does not hold is named', async () => {
    await world.sql('update waymark.school set calendar = $2 where id = $1', [world.school, JSON.stringify({ years: TERMS.slice(0, 1) })]);
    expect((await open()).sentence).toBe(
      'The school calendar does not hold 2027/28 and the year before it. Add their terms under School calendar first.',
    );
    await expect(carryOut()).rejects.toMatchObject({ kind: 'not-ready' });
  });

  it('a pupil in doubt holds it up until settled', async () => {
    const lost = await aPupil('Nell', 5, '5 Oak');
    await world.sql('update waymark.pupil set class_name = null where id = $1', [lost]);
    expect((await open()).counts.doubt).toBe(1);
    await expect(carryOut()).rejects.toMatchObject({ message: '1 pupil is in doubt. Settle each first.' });
  });

  it('a colleague who settled something meanwhile is not overrun, and a pupil who came meanwhile is seen first', async () => {
    const { school, version, counts } = await open();
    await aPupil('New', 5, '5 Oak');
    await expect(
      world.casework.carryOutRollOver(ruth, { school, version, pupils: counts.all, withoutTeachers: false }),
    ).rejects.toMatchObject({
      message: 'The roll has changed: it is 4 pupils now. Look at what stands now.',
    });
    await world.casework.settleMoves(ruth, { school, version, pupils: [amina], sort: 'leaves', to: null });
    await expect(world.casework.settleMoves(ruth, { school, version, pupils: [callum], sort: 'leaves', to: null })).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
  });
});
