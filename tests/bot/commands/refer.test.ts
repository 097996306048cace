import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from '../a-chat.ts';

let world: World;
let inWorld: BotInWorld;
let ayaan: string;
let teacher: Actor;
let ruth: Actor;
beforeEach(async () => {
  world = await aWorld();
  inWorld = await botIn(world);
  ayaan = await world.enrol({ givenName: 'Ayaan', surname: 'Malik', caseRef: 'WM-0398', className: '9 B' });
  teacher = await world.actorFor('teacher', { pupil: ayaan, relation: 'teaches' });
  ruth = await world.actorFor('coordinator');
});
afterEach(() => inWorld.close());

const kept = async (kind: 'referral' | 'concern') => (await world.casework.openEntries(ruth, { pupil: ayaan, kind })).entries;

describe('refer', () => {
  it('asks four questions and puts the answers into the record, with who asked and when', async () => {
    const chat = await inWorld.chat('personal', teacher);
    const form = await chat.say('refer Ayaan');
    expect(readingOf(form)).toMatch(/^Refer Ayaan Malik\n9 B · WM-0398\n1\. What worries you\n2\. .+\n3\. .+\n4\. What goes well/);
    const answered = {
      words: 'Cannot follow two steps in a row.',
      examples: 'In maths, most days since half term.',
      tried: 'Task list on the desk; helps a little.',
      strengths: 'Explains well aloud.',
    };
    expect(readingOf(await chat.press('Send', answered, { on: form }))).toContain('Referred to the coordinator');
    const [entry] = await kept('referral');
    expect(entry?.values).toMatchObject({ ...answered, to: 'coordinator', raisedOn: '2026-11-23', raisedBy: teacher.person });
    expect(entry?.madeBy).toBe(teacher.name);
  });

  it('takes the first answer from what was typed, and can only note a concern', async () => {
    const chat = await inWorld.chat('personal', teacher);
    const form = await chat.say('refer WM-0398: Tired every Monday.');
    await chat.press('Send', { as: 'concern' }, { on: form });
    expect((await kept('concern')).map(({ values }) => values.words)).toEqual(['Tired every Monday']);
    expect(await kept('referral')).toEqual([]);
  });

  it('a press that Teams repeats is one referral; without a worry nothing is saved and nothing typed is lost', async () => {
    const chat = await inWorld.chat('personal', teacher);
    const form = await chat.say('refer Ayaan');
    const again = await chat.press('Send', { tried: 'Seat at the front.' }, { on: form });
    expect(readingOf(again)).toMatch(/^Write what worries you\./);
    expect(JSON.stringify(again)).toContain('Seat at the front.');
    expect(await kept('referral')).toEqual([]);
    for (let press = 0; press < 3; press += 1) await chat.press('Send', { words: 'Cannot copy from the board.' }, { on: form });
    expect(await kept('referral')).toHaveLength(1);
  });

  it('is open to those who work with the pupil, and nobody else learns of the pupil', async () => {
    const stranger = await world.actorFor('teacher');
    const chat = await inWorld.chat('personal', stranger);
    expect(readingOf(await chat.say('refer WM-0398'))).toContain('No pupil of yours matches');
    const mine = await inWorld.chat('personal', teacher);
    const form = await mine.say('refer Ayaan');
    const refused = await chat.press('Send', { words: 'x' }, { on: form });
    expect(readingOf(refused)).toContain('There is no such case, or it is not yours.');
    expect(await kept('referral')).toEqual([]);
  });

  it('in a group shows the form to the asker alone', async () => {
    const chat = await inWorld.chat('group', teacher);
    const veiled = await chat.say('<at>Waymark</at> refer WM-0398');
    expect(JSON.stringify(veiled)).not.toMatch(/Ayaan|Malik/);
    expect(buttonsOf((await chat.look(teacher))!).map(({ title }) => title)).toEqual(['Send']);
  });
});
