import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { itWithReference, reference } from '#tests/reference.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, recordedReply } from './a-chat.ts';

let world: World;
let ruth: Actor;
let inWorld: BotInWorld;
beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  inWorld = await botIn(world);
});
afterEach(() => inWorld.close());

const faults = () => world.logged.filter((line) => line.level === 'error');
const entra = async () =>
  (await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [ruth.person]))[0]?.id;

/** What the documentation leaves out of its samples, and where a reply goes. */
const enveloped = async (activity: Record<string, unknown>, known: boolean) => ({
  channelId: 'msteams',
  recipient: { id: '28:waymark', name: 'Waymark' },
  from: { id: '29:somebody' },
  ...activity,
  conversation: { id: '19:thread@thread.v2', isGroup: true, ...(activity.conversation as object), tenantId: world.organisation },
  channelData: { ...(activity.channelData as object), tenant: { id: world.organisation } },
  ...(known && {
    from: { id: '29:ruth', aadObjectId: await entra() },
    conversation: { ...(activity.conversation as object), id: '19:thread@thread.v2', tenantId: world.organisation },
  }),
  serviceUrl: inWorld.teams.url,
});

describe('what Teams sends', () => {
  for (const known of [true, false]) {
    itWithReference(
      `each published sample is answered without a fault, from ${known ? 'a colleague' : 'somebody Waymark does not know'}`,
      async () => {
        const files = readdirSync(reference('activities')).filter((name) => /^\d.*\.json$/.test(name));
        expect(files.length).toBeGreaterThan(5);
        for (const file of files) {
          const { status } = await inWorld.post(await enveloped(JSON.parse(readFileSync(reference('activities', file), 'utf8')), known));
          expect({ file, status }).toEqual({ file, status: 200 });
        }
        expect(faults()).toEqual([]);
      },
    );
  }

  it('a stranger is told one sentence, whatever is asked, and nothing is remembered', async () => {
    const stranger = {
      from: { id: '29:x', aadObjectId: randomUUID() },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: world.organisation },
    };
    for (const text of ['help', 'my caseload', 'review Ayaan'])
      await inWorld.post({ ...(await enveloped({ type: 'message', text, ...stranger }, false)) });
    const said = inWorld.teams.posted.map(({ activity }) => JSON.stringify(activity.attachments));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('Waymark does not know you yet');
    expect(await world.sql('select 1 from waymark.conversation where organisation_id = $1', [world.organisation])).toEqual([]);
  });

  it('a colleague of another organisation is turned away without a word', async () => {
    const other = await aWorld();
    const activity = await enveloped({ type: 'message', text: 'help' }, true);
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: other.organisation };
    expect(await inWorld.post({ ...activity, conversation })).toMatchObject({ status: 403 });
    expect(inWorld.teams.posted).toEqual([]);
  });

  it('malformed invokes get an answer and no fault', async () => {
    const bodies: unknown[] = [
      { name: 'adaptiveCard/action' },
      { name: 'adaptiveCard/action', value: null },
      { name: 'adaptiveCard/action', value: { action: {} } },
      {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'next-item', data: { meeting: 'x', version: 'y' } } },
      },
      { name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'done', data: [] } } },
      { name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'toString', data: {} } } },
      { name: 'composeExtension/query', value: { commandId: 7 } },
      { name: 'composeExtension/query' },
      { name: 'composeExtension/selectItem', value: { pupil: '../../etc' } },
      { name: 'composeExtension/queryLink', value: { url: 'no address' } },
      { name: 'something/unheardOf', value: {} },
      {},
    ];
    for (const body of bodies) {
      const { status } = await inWorld.post(await enveloped({ type: 'invoke', ...(body as object) }, true));
      expect({ body, status: [200, 501].includes(status) }).toEqual({ body, status: true });
    }
    expect(faults()).toEqual([]);
  });

  it('what is no activity at all is refused with 400 and without a word', async () => {
    for (const body of [null, 'text', 7, [], {}, { type: 7 }, { type: '' }]) {
      const { reply, sent } = recordedReply();
      await inWorld.bot.handle({ body, headers: {}, method: 'POST' }, reply);
      expect({ body, code: sent.code, says: typeof sent.body === 'string' && /at |\.ts|\.js/.test(sent.body) }).toEqual({
        body,
        code: 400,
        says: false,
      });
    }
  });

  it('with sign-in on, an unsigned activity is refused and does nothing', async () => {
    const guarded = await botIn(world, { auth: 'on' });
    try {
      const { status } = await guarded.post(await enveloped({ type: 'message', text: 'help' }, true));
      expect(status).toBe(401);
      expect(guarded.teams.posted).toEqual([]);
    } finally {
      await guarded.close();
    }
  });

  it('a chat is stored whole and refreshed on each turn; taken out of it, the bot forgets the way', async () => {
    const chat = await inWorld.chat('personal', ruth);
    await chat.say('help');
    const stored = () =>
      world.sql<{ reference: { serviceUrl: string }; closed: boolean; person: string }>(
        'select reference, closed_at is not null as closed, person_id as person from waymark.conversation where conversation_id = $1',
        [chat.id],
      );
    expect(await stored()).toEqual([
      { closed: false, person: ruth.person, reference: expect.objectContaining({ serviceUrl: inWorld.teams.url, channelId: 'msteams' }) },
    ]);
    const gone = {
      type: 'installationUpdate',
      action: 'remove',
      conversation: { id: chat.id, conversationType: 'personal', tenantId: world.organisation },
    };
    await inWorld.post({ ...(await enveloped({}, true)), ...gone });
    expect((await stored())[0]?.closed).toBe(true);
    await chat.say('help');
    expect((await stored())[0]?.closed).toBe(false);
  });

  it('a fault is told with a reference, logged under it, and lets nothing of the inside out', async () => {
    const broken = {
      ...inWorld.parts,
      casework: {
        ...world.casework,
        openCaseload: async () => {
          throw new Error('relation "waymark.secret" of Ayaan Malik');
        },
      },
    };
    const { buildBot } = await import('#bot/conversation.ts');
    const bot = buildBot(broken as typeof inWorld.parts);
    const { reply } = recordedReply();
    await bot.handle({ body: await enveloped({ type: 'message', text: 'my caseload' }, true), headers: {}, method: 'POST' }, reply);
    const said = JSON.stringify(inWorld.teams.posted.at(-1));
    const told = /Quote ([0-9A-F]{8})/.exec(said)?.[1];
    expect(said).not.toMatch(/secret|relation/);
    expect(faults()).toEqual([expect.objectContaining({ fields: expect.objectContaining({ reference: told, fault: 'Error' }) })]);
    expect(JSON.stringify(faults())).not.toMatch(/Ayaan|secret/);
  });
});
