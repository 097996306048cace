import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { conversations } from '#api/conversations/conversations.ts';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const CHAT = 'a:ruth';
let world: World;
let ruth: Actor;
let account: { tenantId: string; entraId: string; door: 'bot' };
let kept: ReturnType<typeof conversations>;

beforeAll(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  kept = conversations(world.parts);
  const [{ entraId } = { entraId: '' }] = await world.sql<{ entraId: string }>(
    'select entra_id as "entraId" from waymark.person where id = $1',
    [ruth.person],
  );
  account = { tenantId: world.organisation, entraId, door: 'bot' };
  await kept.remember(ruth, { chat: CHAT, kind: 'personal', reference: {} });
});

const arrives = (activity: string) => kept.beginTurn(ruth, { chat: CHAT, activity, by: randomUUID() });

describe('a message to the bot whose chat is new', () => {
  const talk = { chat: 'a:new', kind: 'personal', reference: {} } as const;
  const heard = (activity: string) => kept.hear(account, talk, { activity, by: randomUUID() }).then((found) => found?.turn);

  it('is heard with who speaks, as the door of the tab would know them', async () => {
    const found = await kept.hear(account, talk, { activity: '0', by: randomUUID() });
    expect(found).toEqual({ actor: { ...ruth, door: 'bot' }, meeting: null, turn: 'mine' });
  });

  it('of somebody who is not known, or has left, leaves nothing behind', async () => {
    const leaver = await world.actorFor('teacher');
    await world.sql("update waymark.person set left_on = '2026-11-01' where id = $1", [leaver.person]);
    const [{ entra } = { entra: '' }] = await world.sql<{ entra: string }>('select entra_id as entra from waymark.person where id = $1', [
      leaver.person,
    ]);
    for (const entraId of [randomUUID(), entra])
      expect(await kept.hear({ ...account, entraId }, { ...talk, chat: 'a:strange' }, { activity: '1', by: randomUUID() })).toBeNull();
    const left =
      "select 1 from waymark.conversation where conversation_id = 'a:strange' union select 1 from waymark.bot_turn where conversation_id = 'a:strange'";
    expect(await world.sql(left)).toEqual([]);
  });

  it('is the first one’s, however many hear it at once', async () => {
    const states = await Promise.all(Array.from({ length: 6 }, () => heard('1')));
    expect(states.sort()).toEqual(['mine', ...Array.from({ length: 5 }, () => 'under-way')]);
  });

  it('has its answer with the card that is noted, at whichever process it is heard again', async () => {
    expect(await heard('2')).toBe('mine');
    const card = { chat: 'a:new', activity: 'reply-2', mentions: ['one'], answers: '2' };
    await kept.noteCard(ruth, card);
    await kept.noteCard(ruth, { ...card, mentions: ['two'], answers: undefined });
    expect(await heard('2')).toBe('answered');
    const cards = await world.sql<{ mentions: string[] }>("select mentions from waymark.sent_card where conversation_id = 'a:new'");
    expect(cards.map(({ mentions }) => [...mentions].sort())).toEqual([['one', 'two']]);
  });

  it('has its answer where no card stands for it, as with a press', async () => {
    expect(await heard('3')).toBe('mine');
    await kept.settleTurn(ruth, 'a:new', '3');
    expect(await heard('3')).toBe('answered');
  });
});

describe('a message to the bot that arrives at several processes', () => {
  it('is the first one’s, however many arrive at once', async () => {
    const states = await Promise.all(Array.from({ length: 6 }, () => arrives('1')));
    expect(states.filter((state) => state === 'mine')).toHaveLength(1);
    expect(states.filter((state) => state === 'under-way')).toHaveLength(5);
  });

  it('has its answer for good once a card stands in the chat', async () => {
    await arrives('2');
    await kept.noteCard(ruth, { chat: CHAT, activity: 'reply-2', mentions: [], answers: '2' });
    expect(await arrives('2')).toBe('answered');
  });

  it('is taken over by the next where the first gave no answer in time', async () => {
    await arrives('3');
    await world.sql("update waymark.bot_turn set begun_at = now() - interval '1 minute' where activity_id = '3'");
    expect(await Promise.all([arrives('3'), arrives('3')]).then((states) => states.sort())).toEqual(['mine', 'under-way']);
  });
});
