import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, readingOf } from '../a-chat.ts';

let world: World;
let inWorld: BotInWorld;
let callum: string;
let ruth: Actor;

beforeEach(async () => {
  world = await aWorld();
  inWorld = await botIn(world);
  ruth = await world.actorFor('coordinator');
  callum = await world.enrol({ givenName: 'Callum', surname: 'Reid', caseRef: 'WM-0412', className: '6 Oak' });
  await world.casework.recordEntry(ruth, {
    pupil: callum,
    kind: 'need',
    id: randomUUID(),
    values: { words: 'Slow to write', code: 'SPLD' },
  });
});
afterEach(() => inWorld.close());

const strategies = async () =>
  (await world.casework.openEntries(ruth, { pupil: callum, kind: 'profile-line' })).entries.map(({ values }) => String(values.words));

describe('idea for a pupil', () => {
  it('answers with three strategies for the task, tied to what is on record; Use it puts one among the strategies, once', async () => {
    const chat = await inWorld.chat('personal', ruth);
    const ideas = await chat.say('idea for Callum Reid writing');
    const said = readingOf(ideas);
    expect(said).toMatch(/^Ideas for Callum Reid/);
    expect(said.match(/Use it/g) ?? JSON.stringify(ideas).match(/"Use it"/g)).toHaveLength(3);
    expect(said).toContain('usual with the type of need on record');
    for (let press = 0; press < 2; press += 1) await chat.press('Use it', {}, { on: ideas });
    expect(await strategies()).toHaveLength(1);
  });

  it('a teacher’s Use it is noted as tried; a stranger learns of nobody; no name is asked for', async () => {
    const chat = await inWorld.chat('personal', await world.actorFor('teacher', { pupil: callum, relation: 'teaches' }));
    const ideas = await chat.say('idea WM-0412 writing');
    expect(readingOf(await chat.press('Use it', {}, { on: ideas }))).toContain('stands in the log of Callum Reid as tried');
    expect(await strategies()).toEqual([]);
    const stranger = await inWorld.chat('personal', await world.actorFor('teacher'));
    expect(readingOf(await stranger.say('idea for Callum writing'))).toContain('No pupil of yours matches');
    expect(readingOf(await stranger.say('idea'))).toContain('Say for whom and for what');
  });

  it('words that nothing in the library is for are answered in a sentence', async () => {
    const chat = await inWorld.chat('personal', ruth);
    expect(readingOf(await chat.say('idea for Callum astronomy'))).toContain('Nothing in the library is for “astronomy”');
  });
});

describe('class 6 Oak needs', () => {
  it('says what the class sheet says, and which classes there are where the name fits none', async () => {
    const oak = randomUUID();
    await world.sql("insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, '6 Oak')", [
      world.organisation,
      oak,
      world.school,
    ]);
    await world.sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', null)", [world.organisation, oak, callum]);
    await world.casework.useStrategy(ruth, { pupil: callum, strategy: 'sentence-starters', request: randomUUID() });
    const chat = await inWorld.chat('personal', ruth);
    const said = readingOf(await chat.say('class 6 oak needs'));
    expect(said).toMatch(/6 Oak: what helps[\s\S]*Callum R\.[\s\S]*Sentence starters/);
    expect(said).not.toContain('Reid');
    expect(readingOf(await chat.say('class 7 Elm needs'))).toContain('No class of yours is called “7 Elm”. Yours: 6 Oak.');
  });
});
