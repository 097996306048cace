import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from '../a-chat.ts';

let world: World;
let ruth: Actor;
let inWorld: BotInWorld;
beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  inWorld = await botIn(world);
});
afterEach(() => inWorld.close());

/** What is typed for what a button does, and the heading that answers both. */
const BY_BUTTON = {
  caseload: ['my caseload', 'My caseload'],
  today: ['today', 'Today, Mon 23 Nov'],
  due: ['due', 'Due'],
  actions: ['actions', 'My actions'],
  asked: ['asked', 'Asked of you'],
  strategies: ['strategies', 'No strategies to read'],
} as const;

describe('help', () => {
  it('lists what can be asked, and what is not understood is answered with it', async () => {
    const chat = await inWorld.chat('personal', ruth);
    const help = readingOf(await chat.say('help'));
    expect(help).toMatch(/^What you can ask\n/);
    for (const words of ['my caseload', 'due', 'review', 'record', 'decisions', 'actions', 'done', 'log', 'who to contact'])
      expect(help).toContain(words);
    expect(readingOf(await chat.say('my pupils today'))).toMatch(/^My caseload\n/);
    expect(readingOf(await chat.say('tell me a joke'))).toMatch(/^I did not understand that\n/);
  });

  it('every line that has a button does by button what it does by word', async () => {
    await world.enrol({ givenName: 'Callum', surname: 'Reid' });
    const chat = await inWorld.chat('personal', ruth);
    const help = await chat.say('help');
    for (const { verb } of buttonsOf(help).filter((one) => one.title === 'Show')) {
      const [words, title] = BY_BUTTON[verb as keyof typeof BY_BUTTON];
      const typed = readingOf(await chat.say(words));
      await chat.say('help');
      expect(typed.startsWith(title)).toBe(true);
      const pressed = await chat.press(
        'Show',
        {},
        { on: { ...help, body: help.body.filter((one) => JSON.stringify(one).includes(`"verb":"${verb}"`) && one.type === 'ColumnSet') } },
      );
      expect(readingOf(pressed)).toBe(typed);
    }
  });
});

describe('status', () => {
  it('says how the service is doing, without a case or a name, also in a group', async () => {
    const { clock } = world;
    clock.set(new Date().toISOString() as `${string}Z`);
    const chat = await inWorld.chat('group', ruth);
    expect(readingOf(await chat.say('status'))).toMatch(/^Status\nEverything works, and nothing waits\./);
  });

  it('is not told to a teacher', async () => {
    const chat = await inWorld.chat('personal', await world.actorFor('teacher'));
    expect(readingOf(await chat.say('status'))).toContain('shown to the coordinator, a leader and an administrator');
  });
});

describe('my caseload', () => {
  it('shows a coordinator the register; a pupil for whom no date is to be found has no button that books one', async () => {
    await world.enrol({ givenName: 'Callum', surname: 'Reid', className: '6 Oak', caseRef: 'WM-0412' });
    const chat = await inWorld.chat('personal', ruth);
    const card = await chat.say('my caseload');
    expect(readingOf(card)).toContain('Reid, Callum · 6 Oak · WM-0412');
    expect(buttonsOf(card).map((one) => one.title)).toContain('Who to contact');
    expect(buttonsOf(card).map((one) => one.title)).not.toContain('Find a date');
  });

  it('shows a teacher only the pupils they work with, without the coordinator’s buttons', async () => {
    const callum = await world.enrol({ givenName: 'Callum', surname: 'Reid' });
    await world.enrol({ givenName: 'Sofia', surname: 'Marchetti' });
    const teacher = await world.actorFor('teacher', { pupil: callum, relation: 'supports' });
    const card = await (await inWorld.chat('personal', teacher)).say('my caseload');
    expect(readingOf(card)).toContain('Reid, Callum');
    expect(readingOf(card)).not.toContain('Marchetti');
    expect(buttonsOf(card).map((one) => one.title)).not.toContain('Find a date');
  });

  it('in a group is shown to the asker alone; another member who presses the button sees their own', async () => {
    await world.enrol({ givenName: 'Callum', surname: 'Reid' });
    const stranger = await world.actorFor('assistant');
    const chat = await inWorld.chat('group', ruth, stranger);
    const shown = await chat.say('<at>Waymark</at> my caseload');
    expect(JSON.stringify(shown)).not.toMatch(/Callum|Reid/);
    expect(readingOf((await chat.look(ruth))!)).toContain('Reid, Callum');
    expect(await chat.look(stranger)).toBeNull();
    expect(readingOf(await chat.press('Show me', {}, { as: stranger }))).toContain('No pupil on the register is yours today.');
    expect(JSON.stringify(chat.newest())).not.toMatch(/Callum|Reid/);
  });

  it('is one line in the audit trail, through the bot’s door', async () => {
    await world.enrol();
    await (await inWorld.chat('personal', ruth)).say('my caseload');
    const lines = await world.sql('select deed, door, actor::text from waymark.audit_entry where organisation_id = $1', [
      world.organisation,
    ]);
    expect(lines).toEqual([expect.objectContaining({ door: 'bot', actor: ruth.person })]);
  });
});

describe('due', () => {
  it('answers with the day’s sentence', async () => {
    const said = readingOf(await (await inWorld.chat('personal', ruth)).say('what is due today'));
    expect(said).toMatch(/^Due\n.{10,}/);
  });
});
