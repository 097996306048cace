import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { rateLimits } from '#api/http/rate-limits.ts';
import type { Actor } from '#domain/access/actor.ts';
import { secureHandler } from '#local-tenant/http-handler.ts';
import { CHANNEL_ISSUER } from '#local-tenant/teams/activities.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aLocalTenant, BOT_ID } from '#tests/builders/local-tenant.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, readingOf } from './a-chat.ts';
import { cardOf } from './teams-channel.ts';

/*
 * The bot's own door, with authentication on: activities as the local Teams signs them, and everything that only looks like one. The keys
 * are the local tenant's, read from where it publishes them.
 */
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let published: Server;
let world: World;
let ruth: Actor;
let bot: BotInWorld;
let door: HttpDoor;
let chat: string;
let limited: { perMinute: number | null };

/** The local tenant's own answers, over http: certificates are not what these tests are about. */
const publish = async (): Promise<string> => {
  const handle = secureHandler(tenant.tenant);
  published = createServer(async (request, response) => {
    const reply = await handle(new Request(`http://localhost${request.url}`));
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end((await reply.text()).replaceAll(tenant.origin, at()));
  });
  await new Promise<void>((resolve) => published.listen(0, '127.0.0.1', resolve));
  return at();
};
const at = () => `http://127.0.0.1:${(published.address() as AddressInfo).port}`;

beforeAll(async () => {
  tenant = await aLocalTenant();
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  const origin = await publish();
  const channel = {
    loginUrl: origin,
    scope: CHANNEL_ISSUER,
    tokenIssuer: CHANNEL_ISSUER,
    openIdMetadataUrl: `${origin}/botframework/.well-known/openidconfiguration`,
    oAuthUrl: origin,
  };
  limited = { perMinute: null };
  bot = await botIn(world, { auth: 'on', appId: BOT_ID, channel }, (actor) => {
    if (limited.perMinute) limits.ofActor(actor);
  });
  door = await aDoor(world, ruth, { bot: ({ body, headers, method }, reply) => bot.bot.handle({ body, headers, method }, reply) });
});
const limits = rateLimits({
  person: { atOnce: 2, aMinute: 2 },
  organisation: { atOnce: 100, aMinute: 100 },
  visitor: { atOnce: 1, aMinute: 1 },
});
afterAll(async () => {
  await Promise.all([door.close(), bot.close(), tenant.stop()]);
  published.close();
});
beforeEach(() => {
  chat = `a:${randomUUID()}`;
});

/** The claims of Teams' own token, over which a forger may write. */
const claims = (change: Record<string, unknown> = {}) => {
  const now = Math.floor(Date.now() / 1_000);
  return { iss: CHANNEL_ISSUER, aud: BOT_ID, nbf: now - 300, exp: now + 3_600, serviceurl: bot.teams.url, ...change };
};
const signed = (change: Record<string, unknown> = {}): Promise<string> => tenant.tenant.channelKeys.sign(claims(change));

const entra = async () =>
  (await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [ruth.person]))[0]?.id;

const said = async (text: string, change: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  type: 'message',
  text,
  channelId: 'msteams',
  serviceUrl: bot.teams.url,
  from: { id: '29:ruth', name: 'Ruth Okafor', aadObjectId: await entra() },
  recipient: { id: `28:${BOT_ID}`, name: 'Waymark' },
  conversation: { id: chat, conversationType: 'personal', tenantId: world.organisation },
  channelData: { tenant: { id: world.organisation } },
  ...change,
});

const post = async (activity: object, token: string | null) => {
  const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  const reply = await door.server.inject({ method: 'POST', url: '/api/messages', headers, payload: JSON.stringify(activity) });
  return { status: reply.statusCode, body: reply.body };
};
const answers = () => bot.teams.posted.filter((one) => one.chat === chat);
const deedsDone = async () => (await world.sql('select 1 from waymark.log_entry where organisation_id = $1', [world.organisation])).length;

describe('an activity that Teams has signed', () => {
  it('is answered', async () => {
    expect(await post(await said('help'), await signed())).toMatchObject({ status: 200 });
    expect(answers()).toHaveLength(1);
  });

  it('is answered once, however often it arrives, in one process or in several', async () => {
    const [activity, token] = [await said('my caseload'), await signed()];
    const replies = await Promise.all([post(activity, token), post(activity, token), post(activity, token)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    await post(activity, token);
    expect(answers()).toHaveLength(1);
  });

  it('is carried out once where it is a press that changes something, and the second asker’s card stays as it is', async () => {
    const pupil = await world.enrol({ givenName: 'Tara', surname: 'Voss' });
    const action = { type: 'Action.Execute', verb: 'save-log', data: { pupil, request: randomUUID(), kind: 'note', words: 'Seen' } };
    const press = await said('', { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } });
    const before = await deedsDone();
    const [first, second] = [await post(press, await signed()), await post(press, await signed())];
    expect(JSON.parse(first.body)).toMatchObject({ statusCode: 200 });
    expect(JSON.parse(second.body)).toMatchObject({ statusCode: 400, value: { message: expect.stringContaining('answered already') } });
    expect(await deedsDone()).toBe(before + 1);
  });

  it('and one too many of the same person is answered with how long to wait, and nothing is done', async () => {
    limited.perMinute = 2;
    for (const words of ['help', 'help']) await post(await said(words), await signed());
    await post(await said('my caseload'), await signed());
    expect(readingOf(cardOf(answers().at(-1)!))).toMatch(/That was a lot at once, so this was not done\..*Wait \d+ seconds/s);
    const action = { type: 'Action.Execute', verb: 'help', data: {} };
    const press = await said('', { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } });
    expect(JSON.parse((await post(press, await signed())).body)).toMatchObject({
      statusCode: 400,
      value: { message: expect.stringContaining('Wait ') },
    });
    limited.perMinute = null;
  });
});

describe('an activity that only looks so', () => {
  const forgedToken = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'made-up' }).sign(privateKey);
  };
  const withKidOfTeams = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const [header = ''] = (await signed()).split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    return new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey);
  };
  const withoutAlgorithm = async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`;
  };
  const changedAfterSigning = async () => {
    const [header, , signature] = (await signed()).split('.');
    return `${header}.${Buffer.from(JSON.stringify(claims({ aud: BOT_ID, exp: 9_999_999_999 }))).toString('base64url')}.${signature}`;
  };

  it.each<[string, () => Promise<string | null>]>([
    ['that nobody signed', async () => null],
    ['signed by a key that Teams never had', forgedToken],
    ['signed by another key under the name of Teams’', withKidOfTeams],
    ['without an algorithm', withoutAlgorithm],
    ['whose token was changed after it was signed', changedAfterSigning],
    ['meant for another bot', () => signed({ aud: 'cccccccc-1111-4222-8333-444444444444' })],
    ['of another issuer', () => signed({ iss: 'https://api.botframework.example' })],
    ['whose time has run out', () => signed({ exp: Math.floor(Date.now() / 1_000) - 3_600 })],
    ['whose time has not come', () => signed({ nbf: Math.floor(Date.now() / 1_000) + 3_600 })],
    ['signed for another service address', () => signed({ serviceurl: 'https://elsewhere.example/' })],
    ['with the token of a person who is signed in to the tab', async () => (await door.headers()).authorization?.slice(7) ?? ''],
  ])('%s is refused, and nothing is done or remembered', async (_, token) => {
    const activity = await said('my caseload');
    expect((await post(activity, await token())).status).toBe(401);
    expect(answers()).toEqual([]);
    // a forger cannot use up the place of the true one
    expect(await post(activity, await signed())).toMatchObject({ status: 200 });
    expect(answers()).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another tenant', { conversation: { tenantId: randomUUID() }, channelData: { tenant: { id: randomUUID() } } }],
    ['ours in one place and another in the other', { channelData: { tenant: { id: randomUUID() } } }],
  ])('signed by Teams, but naming %s, is turned away and nothing is done', async (_, change) => {
    const activity = await said('my caseload', change);
    const conversation = { id: chat, conversationType: 'personal', tenantId: world.organisation, ...(change.conversation as object) };
    expect(await post({ ...activity, conversation }, await signed())).toMatchObject({ status: 403 });
    expect(answers()).toEqual([]);
  });

  it('signed by Teams, but without an id by which it could be told again, is not carried out', async () => {
    const { id: _, ...nameless } = await said('my caseload');
    await post(nameless, await signed());
    expect(answers()).toEqual([]);
  });

  it('signed by Teams and from our tenant, but of somebody whom Waymark does not know, learns nothing', async () => {
    await post(await said('my caseload', { from: { id: '29:x', name: 'X', aadObjectId: randomUUID() } }), await signed());
    expect(readingOf(cardOf(answers()[0]!))).toBe('Waymark does not know you yet\nAsk your coordinator to add you, then say help.');
  });
});
