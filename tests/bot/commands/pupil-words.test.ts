import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { family } from '#tests/api/meetings/a-case.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from '../a-chat.ts';

let world: World;
let ruth: Actor;
let inWorld: BotInWorld;
let ayaan: string;
beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  inWorld = await botIn(world);
  ayaan = await world.enrol({ givenName: 'Ayaan', surname: 'Malik', caseRef: 'WM-0398', className: '9 B' });
  const who = { surname: 'Malik', email: null };
  await family(world, ayaan, { ...who, given: 'Saima', relation: 'mother', restriction: null });
  await family(world, ayaan, { ...who, given: 'Imran', relation: 'father', restriction: 'Court order, seen by R. Okafor' });
});
afterEach(() => inWorld.close());

const logged = () =>
  world.sql('select kind, words, on_day::text as on from waymark.log_entry where organisation_id = $1 order by at', [world.organisation]);

describe('which pupil', () => {
  it('is found by part of a name, by class and name, and by case', async () => {
    const chat = await inWorld.chat('personal', ruth);
    for (const words of ['ayaan', 'Malik', 'WM-0398', 'wm-0398', 'Ayaan Malik'])
      expect(readingOf(await chat.say(`who to contact ${words}`))).toContain('Ayaan Malik · 9 B · WM-0398');
  });

  it('is asked for where two answer to the name, and the button goes on with the same command', async () => {
    await world.enrol({ givenName: 'Ayaan', surname: 'Shah', caseRef: 'WM-0500', className: '3 Ash' });
    const chat = await inWorld.chat('personal', ruth);
    const asked = await chat.say('contacts for Ayaan');
    expect(readingOf(asked)).toMatch(/^Which pupil\?\n2 match “Ayaan”\./);
    const shah = asked.body.filter((one) => JSON.stringify(one).includes('Shah'));
    expect(readingOf(await chat.press('Choose', {}, { on: { ...asked, body: shah } }))).toContain('Ayaan Shah');
  });

  it('is not listed by name where others read along', async () => {
    await world.enrol({ givenName: 'Ayaan', surname: 'Shah' });
    const chat = await inWorld.chat('group', ruth);
    expect(readingOf(await chat.say('<at>Waymark</at> who to contact Ayaan'))).toContain(
      'Several pupils match. Use the case reference here',
    );
    expect(JSON.stringify(chat.newest())).not.toMatch(/Malik|Shah/);
  });
});

describe('who to contact', () => {
  it('says first who must not be reached, and why', async () => {
    const said = readingOf(await (await inWorld.chat('personal', ruth)).say('who to contact Ayaan'));
    expect(said.indexOf('Do not contact Imran Malik')).toBeLessThan(said.indexOf('Saima Malik'));
    expect(said).toContain('Court order, seen by R. Okafor');
  });
});

describe('log', () => {
  it('saves a call in one sentence', async () => {
    const chat = await inWorld.chat('personal', ruth);
    expect(readingOf(await chat.say('log Ayaan: call with mother, happy with the new timetable'))).toMatch(/^Logged\n/);
    expect(await logged()).toEqual([{ kind: 'call', words: 'call with mother, happy with the new timetable', on: '2026-11-23' }]);
  });

  it('asks for what is missing and keeps what was typed; a restricted contact cannot be chosen', async () => {
    const chat = await inWorld.chat('personal', ruth);
    const form = await chat.say('log Ayaan');
    expect(JSON.stringify(form)).toContain('Saima Malik');
    expect(JSON.stringify(form)).not.toContain('Imran');
    const again = await chat.press('Save', { words: 'All well.', promise: 'Send the timetable', promiseDue: '' }, { on: form });
    expect(readingOf(again)).toContain('A promise needs its date.');
    expect(JSON.stringify(again)).toContain('Send the timetable');
    expect(await logged()).toEqual([]);
    await chat.press('Save', { promiseDue: '2026-11-30' }, { on: again });
    expect(await logged()).toEqual([{ kind: 'call', words: 'All well.', on: '2026-11-23' }]);
  });

  it('a save that Teams repeats is one entry', async () => {
    const chat = await inWorld.chat('personal', ruth);
    const form = await chat.say('log WM-0398');
    for (let time = 0; time < 3; time += 1) await chat.press('Save', { words: 'All well.' }, { on: form });
    expect(await logged()).toHaveLength(1);
  });

  it('is refused for a pupil one does not work with, without saying that there is one', async () => {
    const other = await world.actorFor('teacher');
    const chat = await inWorld.chat('personal', other);
    expect(readingOf(await chat.say('log Ayaan: call, all well'))).toContain('No pupil of yours matches “Ayaan”.');
    const form = await (await inWorld.chat('personal', ruth)).say('log Ayaan');
    await chat.say('help');
    expect(readingOf(await chat.press('Save', { words: 'Read this' }, { on: form }))).toContain(
      'There is no such case, or it is not yours.',
    );
    expect(await logged()).toEqual([]);
  });
});

describe('the compose box', () => {
  const ask = async (name: string, value: unknown, as = ruth) => {
    const entra = (await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [as.person]))[0]?.id;
    const { body } = await inWorld.post({
      type: 'invoke',
      name,
      value,
      channelId: 'msteams',
      serviceUrl: inWorld.teams.url,
      from: { id: '29:x', aadObjectId: entra },
      recipient: { id: '28:waymark' },
      conversation: { id: '19:somewhere@thread.v2', tenantId: world.organisation },
    });
    return body as {
      composeExtension?: { attachments: { content: unknown; preview: { content: { title: string; tap?: { value: unknown } } } }[] };
    };
  };
  const search = (words: string, as?: Actor) =>
    ask('composeExtension/query', { commandId: 'findPupil', parameters: [{ name: 'words', value: words }] }, as);

  it('finds a pupil by name for the searcher, and posts a card with case and initials only', async () => {
    const [first] = (await search('ayaan')).composeExtension?.attachments ?? [];
    expect(first?.preview.content.title).toBe('Ayaan Malik');
    expect(JSON.stringify(first?.content)).toContain('WM-0398, A.M.');
    expect(JSON.stringify(first?.content)).not.toMatch(/Ayaan|Malik/);
    const chosen = await ask('composeExtension/selectItem', first?.preview.content.tap?.value);
    expect(JSON.stringify(chosen.composeExtension?.attachments[0]?.content)).not.toMatch(/Ayaan|Malik/);
  });

  it('finds nothing for someone who does not work with the pupil', async () => {
    expect(JSON.stringify(await search('ayaan', await world.actorFor('teacher')))).not.toMatch(/Ayaan|0398/);
  });

  it('unfurls an address of the tab to case and initials for those who may see it, and is silent otherwise', async () => {
    const url = inWorld.parts.tabLink({ pupil: ayaan }) ?? '';
    expect(url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\//);
    expect(inWorld.parts.pupilOfLink(`https://waymark.example/tab/pupil/${ayaan}?tab=plan`)).toBe(ayaan);
    expect(inWorld.parts.pupilOfLink(`https://elsewhere.example/tab/pupil/${ayaan}`)).toBeNull();
    const shown = await ask('composeExtension/queryLink', { url });
    expect(JSON.stringify(shown.composeExtension?.attachments[0]?.content)).toContain('WM-0398, A.M.');
    expect(JSON.stringify(shown.composeExtension?.attachments[0]?.content)).not.toMatch(/Ayaan|Malik/);
    expect(await ask('composeExtension/queryLink', { url }, await world.actorFor('teacher'))).toEqual({});
    expect(await ask('composeExtension/queryLink', { url: 'https://elsewhere.example/tab/pupil/1' })).toEqual({});
  });
});

it('a button that a coordinator pressed books for nobody who may not', async () => {
  const teacher = await world.actorFor('teacher', { pupil: ayaan, relation: 'teaches' });
  const card = await (await inWorld.chat('personal', ruth)).say('who to contact WM-0398');
  const chat = await inWorld.chat('personal', teacher);
  await chat.say('help');
  expect(buttonsOf(card).some((one) => one.title === 'Find a date')).toBe(true);
  expect(readingOf(await chat.press('Find a date', {}, { on: card }))).toMatch(/^Not (found|yours to do)\n/);
});
