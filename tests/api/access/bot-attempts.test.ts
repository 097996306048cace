import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { answerPress, answerWords, turnOf } from '#bot/answering.ts';
import type { BotParts } from '#bot/parts.ts';
import { cardAction, readCardAction } from '#contract/card-actions.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { botPartsOf } from '#tests/bot/bot-parts.ts';
import { aVictim, type Victim } from './a-victim.ts';
import { type Trier, wrongPeople } from './wrong-people.ts';

/*
 * Every button that a card of the bot can carry, pressed by everybody who may not open the record, with the true ids in it; and what they
 * could type. The buttons are read out of the contract: one that is added is pressed here too.
 */
const options = cardAction.options as unknown as readonly z.ZodObject[];
const verbOf = (option: z.ZodObject): string => (option.shape.verb as unknown as z.ZodLiteral<string>).value;

let victim: Victim;
let strangers: readonly Trier[];
let parts: BotParts;
let presses = 0;

beforeAll(async () => {
  victim = await aVictim();
  strangers = (await wrongPeople(victim)).filter(({ roles, relations }) => !mayDo('open-pupil', roles, relations));
  const { world } = victim;
  parts = botPartsOf(world);
});
afterAll(() => {
  console.log(`${presses} presses of ${options.length} buttons and commands by ${strangers.length} people`);
});

/** Whoever may read the sheet of the class today sees first names on it, and is no stranger to that. */
const strangersTo = (asked: string): readonly Trier[] =>
  asked.startsWith('class') ? strangers.filter(({ roles, relations }) => !mayDo('read-class-sheet', roles, relations)) : strangers;

/** What a wrong person would put into each field: the true ids of the case. */
const known = (): Record<string, unknown> => ({
  pupil: victim.pupil,
  meeting: victim.meeting,
  action: victim.action,
  contribution: victim.contribution,
  class: victim.class,
  entry: victim.promise,
  request: victim.asking,
  version: 1,
  on: true,
  off: true,
  item: null,
  kind: 'decision',
  words: 'Seen',
  slot: 'a',
  strategy: 'sentence-starters',
  edition: 'an older one',
  'answer-well': 'Reads aloud',
});

/** The data of a button: of its own fields those that are known, each tried with the kinds that other forms use. */
const dataOf = (option: z.ZodObject): Record<string, unknown> | undefined => {
  const fields = [...Object.keys(option.shape), ...(verbOf(option) === 'answer-contribution' ? ['answer-well'] : [])];
  const chosen = Object.fromEntries(fields.flatMap((name) => (name in known() ? [[name, known()[name]]] : [])));
  const kinds = 'kind' in option.shape ? ['decision', 'note'] : [undefined];
  const { on: _, ...withoutDay } = chosen;
  return kinds
    .flatMap((kind) => [chosen, withoutDay].map((fields) => (kind ? { ...fields, kind } : fields)))
    .find((data) => readCardAction(verbOf(option), data) !== null);
};

const chat = { id: 'a:1', kind: 'personal', meeting: null } as const;
const names = (): readonly string[] => [victim.caseRef, 'Callum', 'Reid', 'now–next', 'Fiona'];
const expectNothingOf = (who: string, answer: unknown, allowed: readonly string[] = []): void => {
  const said = JSON.stringify(answer);
  for (const name of names().filter((one) => !allowed.includes(one)))
    expect({ who, name, said: said.includes(name) }).toEqual({ who, name, said: false });
};
const pressed = (actor: Actor, verb: string, data: unknown, trigger: 'manual' | 'automatic') => {
  presses += 1;
  return answerPress(parts, turnOf(parts, actor, chat), { verb, data, trigger });
};

describe('every button of a card', () => {
  it.each(options.map((option) => [verbOf(option), option] as const))(
    '%s tells nobody of a pupil who is not theirs',
    async (verb, option) => {
      const data = dataOf(option);
      expect({ verb, canBePressed: data !== undefined }).toEqual({ verb, canBePressed: true });
      for (const { who, actor } of strangersTo(verb))
        for (const trigger of ['manual', 'automatic'] as const) expectNothingOf(who, await pressed(actor, verb, data, trigger));
    },
  );

  it('shows the coordinator what strangers do not see', async () => {
    const shown = await Promise.all(
      ['caseload', 'contacts', 'look'].map((verb) =>
        pressed(victim.coordinator, verb, dataOf(options.find((one) => verbOf(one) === verb)!), 'manual'),
      ),
    );
    expect(JSON.stringify(shown)).toContain('Callum');
  });

  it('breaks for nobody', () => {
    expect(victim.world.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('what can be typed', () => {
  it.each([
    'my caseload',
    'due',
    'today',
    'actions',
    'done 1',
    'review Callum',
    'record',
    'decisions',
    'profile Callum',
    'log Callum',
    'who to contact Callum',
    'refer Callum',
    'idea for Callum writing',
    'class 6 Oak needs',
    'strategies',
  ])('“%s” tells nobody of a pupil who is not theirs', async (words) => {
    for (const { who, actor } of strangersTo(words)) {
      presses += 1;
      // the name that was typed may be said again; nothing may be added to it
      expectNothingOf(who, await answerWords(parts, turnOf(parts, actor, chat), words), words.includes('Callum') ? ['Callum'] : []);
    }
  });
});
