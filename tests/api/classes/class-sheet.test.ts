import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
let oak: string;
let callum: string;

const line = (pupil: string, kind: string, rank: number, words: string) =>
  world.sql('insert into waymark.profile_line (organisation_id, id, pupil_id, kind, rank, words) values ($1, $2, $3, $4, $5, $6)', [
    world.organisation,
    randomUUID(),
    pupil,
    kind,
    rank,
    words,
  ]);

beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  oak = randomUUID();
  callum = await world.enrol({ givenName: 'Callum', surname: 'Reid', caseRef: `WM-${9000 + Math.floor(Math.random() * 900)}` });
  await world.sql("insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, '6 Oak')", [
    world.organisation,
    oak,
    world.school,
  ]);
  await world.sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', null)", [world.organisation, oak, callum]);
  await line(callum, 'strength', 1, 'Reads aloud fluently');
  await line(callum, 'strategy', 1, 'Show, then tell: a picture of the task first');
  await line(callum, 'strategy', 2, 'Remember his autism: no surprises');
  await line(callum, 'strategy', 3, 'His mother collects on Fridays');
});

const TODAY = '2026-11-23' as Day;
const cover = async (person: string, day: Day = TODAY) => world.casework.arrangeCover(ruth, { class: oak, person, day });
const sheet = (actor: Actor) => world.casework.openClassSheet(actor, { class: oak });

describe('the class sheet', () => {
  it('says what helps in three lines a pupil, by first name and initial', async () => {
    const found = await sheet(ruth);
    expect(found).toMatchObject({
      name: '6 Oak',
      sentence: '1 pupil, up to three things each. For everyone who teaches the class, and for cover.',
      coordinator: 'Sam Coordinator',
    });
    expect(found.rows).toEqual([
      {
        id: callum,
        name: 'Callum R.',
        goodAt: ['Reads aloud fluently'],
        doThis: [{ words: 'Show, then tell: a picture of the task first', said: null }],
        ifWrong: [],
        profile: true,
      },
    ]);
  });

  it('duty 4 A2: a diagnosis or a family fact is never on it, and the page says how many lines were left off', async () => {
    const found = await sheet(ruth);
    expect(JSON.stringify(found)).not.toMatch(/autism|mother|Reid|WM-/);
    expect(found.leftOff).toBe(2);
  });

  it('duty 4 A6: a cover teacher has it for the one day, and nothing else of the pupils', async () => {
    const dev = await world.actorFor('teacher');
    await expect(sheet(dev)).rejects.toMatchObject({ kind: 'not-found' });
    await cover(dev.person);
    await expect(sheet(dev)).resolves.toMatchObject({ rows: [{ name: 'Callum R.' }], validWords: 'valid today only' });
    expect(await world.casework.openClasses(dev)).toMatchObject({
      rows: [{ id: oak, because: 'You take this class today' }],
      mayArrangeCover: false,
    });
    await expect(world.casework.openPupil(dev, { pupil: callum })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await world.casework.openCaseload(dev)).rows).toEqual([]);
    world.clock.set('2026-11-24T00:01:00.000Z');
    await expect(sheet(dev)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('duty 4 A6: cover that is taken back closes the sheet with the deed', async () => {
    const dev = await world.actorFor('teacher');
    const { rows } = await cover(dev.person);
    await world.casework.withdrawCover(ruth, { cover: rows[0]?.cover[0]?.id ?? '' });
    await expect(sheet(dev)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(world.casework.withdrawCover(ruth, { cover: rows[0]?.cover[0]?.id ?? '' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('duty 3 A3: a teacher who left the class has its sheet no more from that day', async () => {
    const teacher = await world.actorFor('teacher');
    await world.sql("insert into waymark.class_teacher values ($1, $2, $3, '2026-09-01', '2026-11-23')", [
      world.organisation,
      oak,
      teacher.person,
    ]);
    await expect(sheet(teacher)).resolves.toBeTruthy();
    world.clock.set('2026-11-24T07:00:00.000Z');
    await expect(sheet(teacher)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is on the pupil’s trail: whose needs were read by whom', async () => {
    await sheet(ruth);
    const { seen } = await world.casework.openAccess(ruth, { pupil: callum });
    expect(seen.map(({ what }) => what)).toContain('Opened the class sheet');
  });
});

describe('arranging cover', () => {
  it('needs a day that is not past, within four weeks, and somebody who works here', async () => {
    const dev = await world.actorFor('teacher');
    await expect(cover(dev.person, '2026-11-22' as Day)).rejects.toMatchObject({ fields: [{ field: 'day', reason: 'is past' }] });
    await expect(cover(dev.person, '2026-12-22' as Day)).rejects.toMatchObject({ fields: [{ field: 'day' }] });
    await expect(cover(randomUUID())).rejects.toMatchObject({ fields: [{ field: 'person' }] });
    expect((await cover(dev.person)).rows[0]?.cover).toHaveLength(1);
    expect((await cover(dev.person)).rows[0]?.cover).toHaveLength(1);
  });

  it('is not done by a coordinator of another school or another organisation', async () => {
    const dev = await world.actorFor('teacher');
    const second = await world.openSchool('Alder Road School');
    const elsewhere = await world.actorFor('coordinator');
    await world.sql('update waymark.role_grant set school_id = $2 where person_id = $1', [elsewhere.person, second]);
    const theirs = { ...elsewhere, scope: { ...elsewhere.scope, schools: [world.school, second] } };
    const stranger = await (await aWorld()).actorFor('coordinator');
    for (const actor of [theirs, stranger])
      await expect(world.casework.arrangeCover(actor, { class: oak, person: dev.person, day: TODAY })).rejects.toMatchObject({
        kind: 'not-found',
      });
  });
});
