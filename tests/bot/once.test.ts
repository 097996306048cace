import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mayStillSpeak } from '#bot/once.ts';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from './a-chat.ts';
import { cardOf } from './teams-channel.ts';

/* A reply to Teams and our note of it are two things. What then holds is told in docs/decisions, "Replies at least once". */

let world: World;
let ruth: Actor;
let account: { tenantId: string; entraId: string; door: 'bot' };
let inWorld: BotInWorld;
let chat: string;

beforeAll(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  await world.enrol({ givenName: 'Tara', surname: 'Voss', caseRef: 'WM-0950' });
  inWorld = await botIn(world);
  const [{ entraId } = { entraId: '' }] = await world.sql<{ entraId: string }>(
    'select entra_id as "entraId" from waymark.person where id = $1',
    [ruth.person],
  );
  account = { tenantId: world.organisation, entraId, door: 'bot' };
});
afterAll(() => inWorld.close());
beforeEach(() => {
  chat = `a:${randomUUID()}`;
});

/** Ruth's words, as Teams sends them the first time and every further time. */
const said = (text: string) => {
  return {
    id: randomUUID(),
    type: 'message',
    text,
    channelId: 'msteams',
    serviceUrl: inWorld.teams.url,
    from: { id: '29:ruth', aadObjectId: account.entraId },
    recipient: { id: '28:waymark', name: 'Waymark' },
    conversation: { id: chat, conversationType: 'personal', tenantId: world.organisation },
    channelData: { tenant: { id: world.organisation } },
  };
};
const cards = () => inWorld.teams.posted.filter((one) => one.chat === chat).map(cardOf);

/** What a process leaves behind that was killed after Teams had its answer and before that was noted. */
const endUnnoted = (activity: string) =>
  world.sql("update waymark.bot_turn set answered_at = null, begun_at = now() - interval '9 seconds' where activity_id = $1", [activity]);
const entries = async () =>
  (await world.sql<{ words: string }>("select words from waymark.log_entry where words like 'call with %' order by words")).map(
    ({ words }) => words,
  );

describe('a message whose first answer was cut off behind its sending', () => {
  it('does its deed once, and is answered a second time with the same card', async () => {
    const message = said('log WM-0950: call with mother, all well');
    await inWorld.post(message);
    await endUnnoted(message.id);
    await inWorld.post(message);
    expect(cards().map((card) => readingOf(card).split('\n')[0])).toEqual(['Logged', 'Logged']);
    expect(cards()[1]).toEqual(cards()[0]);
    expect(await entries()).toEqual(['call with mother, all well']);
  });

  it('shows a form whose buttons are those of the first form: sent from both, it is one deed', async () => {
    const message = said('log WM-0950');
    await inWorld.post(message);
    await endUnnoted(message.id);
    await inWorld.post(message);
    const requests = cards().flatMap((card) => buttonsOf(card).flatMap(({ data }) => (data as { request?: string }).request ?? []));
    expect(requests).toHaveLength(2);
    expect(new Set(requests).size).toBe(1);
  });

  it('is not answered again once the answer was noted', async () => {
    const message = said('log WM-0950: call with father, all well');
    await inWorld.post(message);
    await inWorld.post(message);
    expect(cards()).toHaveLength(1);
  });

  it('said twice by the person, it is two deeds', async () => {
    const before = (await entries()).length;
    for (const _ of [1, 2]) await inWorld.post(said('log WM-0950: call with aunt, all well'));
    expect((await entries()).length).toBe(before + 2);
  });
});

describe('an answer that took long', () => {
  const begun = async (activity: string) => {
    const by = randomUUID();
    const talk = { chat, kind: 'personal', reference: {} } as const;
    const turn = (await inWorld.parts.conversations.hear(account, talk, { activity, by }))?.turn ?? 'answered';
    return { actor: ruth, chat, activity, by, turn, since: performance.now() - 5_000 };
  };

  it('is said where nobody took its turn over, and the turn is kept for as long as saying it takes', async () => {
    const slow = await begun('slow');
    await world.sql("update waymark.bot_turn set begun_at = now() - interval '7 seconds' where activity_id = 'slow'");
    expect(await mayStillSpeak(inWorld.parts, slow)).toBe(true);
    const { turn } = await begun('slow');
    expect(turn).toBe('under-way');
    const [{ age } = { age: 99 }] = await world.sql<{ age: number }>(
      "select extract(epoch from clock_timestamp() - begun_at)::float8 as age from waymark.bot_turn where activity_id = 'slow'",
    );
    expect(age).toBeLessThan(5);
  });

  it('is left unsaid where another process took the turn over, whether that one has answered yet or not', async () => {
    const late = await begun('late');
    await endUnnoted('late');
    expect((await begun('late')).turn).toBe('mine');
    expect(await mayStillSpeak(inWorld.parts, late)).toBe(false);
    await inWorld.parts.conversations.settleTurn(ruth, chat, 'late');
    expect(await mayStillSpeak(inWorld.parts, late)).toBe(false);
  });

  it('is said all the same where the record cannot be asked', async () => {
    const silent = { ...inWorld.parts.conversations, beginTurn: () => Promise.reject(new Error('the record is away')) };
    expect(await mayStillSpeak({ ...inWorld.parts, conversations: silent }, await begun('away'))).toBe(true);
  });
});
