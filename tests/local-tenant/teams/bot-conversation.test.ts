import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aLocalTenant, authorityOf, BOT_ID, overHttps } from '#tests/builders/local-tenant.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const RUTH = 'ruth.okafor@hollinbank.example';
const GARETH = 'gareth.pugh@hollinbank.example';

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let bot: ChildProcess;
let endpoint: string;

beforeAll(async () => {
  tenant = await aLocalTenant();
  bot = fork(
    path.join(here, 'echo-bot.ts'),
    [JSON.stringify({ origin: tenant.origin, tenantId: tenant.tenantId, botId: BOT_ID, secret: 'the secret of the bot' })],
    {
      execArgv: ['--import', 'tsx'],
      // Only the tenant's own authority is added; the adapter checks certificates and signatures as it would Microsoft's.
      env: { ...process.env, NODE_OPTIONS: '', NODE_EXTRA_CA_CERTS: tenant.caFile },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    bot.once('message', (message) => resolve(message as { port: number }));
    bot.once('exit', (code) => reject(new Error(`The echo bot ended with ${code}.`)));
  });
  endpoint = `http://127.0.0.1:${port}/api/messages`;
  tenant.controls.set({ botEndpoint: endpoint });
});
afterAll(async () => {
  if (bot.connected) bot.disconnect();
  await tenant.stop();
});
beforeEach(() => tenant.controls.reset());

type Message = {
  id: string;
  text: string;
  from: { id: string };
  attachments: { content: { body: { text: string }[] } }[];
  personal: boolean;
  refresh: unknown;
};
type History = { chat: { id: string; installed: boolean }; messages: Message[] };

const rooms = async <Reply>(address: string, body?: object): Promise<Reply> => {
  const reply = await fetch(
    `${tenant.plainOrigin}/rooms/${address}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  );
  return (await reply.json()) as Reply;
};
const chatOf = async (person: string) => {
  const [chat] = (await rooms<{ id: string; kind: string; installed: boolean }[]>(`chats?person=${person}`)).filter(
    ({ kind }) => kind === 'personal',
  );
  if (!chat) throw new Error('There is no personal chat.');
  if (!chat.installed) await rooms(`chats/${encodeURIComponent(chat.id)}/install`, { person });
  return encodeURIComponent(chat.id);
};
const historyOf = (chat: string, person: string) => rooms<History>(`chats/${chat}?person=${person}`);
const saysLast = async (chat: string, person: string) => (await historyOf(chat, person)).messages.at(-1);
const say = (chat: string, person: string, text: string) => rooms<{ bot: { status: number } }>(`chats/${chat}/messages`, { person, text });

describe('a real CloudAdapter with authentication on', () => {
  it('hears what a person says and answers through the connector', async () => {
    const chat = await chatOf(RUTH);
    const { bot: answer } = await say(chat, RUTH, 'my caseload');
    expect(answer.status).toBe(200);
    expect(await saysLast(chat, RUTH)).toMatchObject({ from: { id: 'bot' }, text: 'echo: my caseload' });
  });

  it('refuses an activity that nobody signed', async () => {
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'hello', channelId: 'msteams', serviceUrl: `${tenant.origin}/teams/` }),
    });
    expect(reply.status).toBe(401);
  });

  it('refuses an activity signed for another bot', async () => {
    const { channelToken } = await import('#local-tenant/teams/activities.ts');
    const token = await channelToken(tenant.tenant, 'cccccccc-1111-4222-8333-444444444444');
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ type: 'message', text: 'hello', channelId: 'msteams', serviceUrl: `${tenant.origin}/teams/` }),
    });
    expect(reply.status).toBe(401);
  });

  it('refuses a signed activity that names another service address', async () => {
    const { channelToken } = await import('#local-tenant/teams/activities.ts');
    const token = await channelToken(tenant.tenant);
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ type: 'message', text: 'hello', channelId: 'msteams', serviceUrl: 'https://elsewhere.example/' }),
    });
    expect(reply.status).toBe(401);
  });

  it('changes its own message', async () => {
    const chat = await chatOf(RUTH);
    await say(chat, RUTH, 'edit');
    expect(await saysLast(chat, RUTH)).toMatchObject({ text: 'second' });
  });

  it('learns who is in the chat', async () => {
    const chat = await chatOf(RUTH);
    await say(chat, RUTH, 'who');
    expect(await saysLast(chat, RUTH)).toMatchObject({ text: 'Ruth Okafor' });
  });

  it('is told when it is installed', async () => {
    const chat = await chatOf(GARETH);
    await say(chat, GARETH, 'heard');
    const words = (await saysLast(chat, GARETH))?.text ?? '';
    expect(words).toContain('conversationUpdate');
    expect(words).toContain('installationUpdate');
  });
});

describe('the token service', () => {
  const exchange = async (chat: string, person: string, signedIn = person) => {
    const { token } = await rooms<{ token: string }>('token', { person: signedIn, scope: `api://botid-${BOT_ID}` });
    return (
      await rooms<{ bot: { status: number } }>(`chats/${chat}/invoke`, {
        person,
        name: 'signin/tokenExchange',
        value: { id: '1', connectionName: 'graph', token },
      })
    ).bot.status;
  };
  const tokenWords = async (chat: string, person: string, code = '') => {
    await say(chat, person, `token ${code}`.trim());
    return (await saysLast(chat, person))?.text;
  };

  it('has no token of a person before they have signed in, one after the exchange, and none after signing out', async () => {
    const chat = await chatOf(RUTH);
    expect(await tokenWords(chat, RUTH)).toBe('no token yet');
    expect(await exchange(chat, RUTH)).toBe(200);
    expect(await tokenWords(chat, RUTH)).toBe('a token is kept');
    await say(chat, RUTH, 'sign out');
    expect(await tokenWords(chat, RUTH)).toBe('no token yet');
  });

  it('exchanges nobody else’s token, and none without consent', async () => {
    const chat = await chatOf(RUTH);
    expect(await exchange(chat, RUTH, GARETH)).toBe(412);
    const { token } = await rooms<{ token: string }>('token', { person: RUTH, scope: `api://botid-${BOT_ID}` });
    tenant.controls.set({ consentMissing: [`${BOT_ID}/User.Read`] });
    const { bot: refused } = await rooms<{ bot: { status: number } }>(`chats/${chat}/invoke`, {
      person: RUTH,
      name: 'signin/tokenExchange',
      value: { id: '1', connectionName: 'graph', token },
    });
    expect(refused.status).toBe(412);
  });

  it('gives the token of a sign-in by link only to the one who knows its code', async () => {
    const chat = await chatOf(GARETH);
    await say(chat, GARETH, 'sign-in link');
    const link = new URL((await saysLast(chat, GARETH))?.text ?? '');
    expect(await (await fetch(link)).text()).toContain('Gareth Pugh');
    const form = new URLSearchParams({ state: link.searchParams.get('state') ?? '', picked: GARETH });
    const page = await (await fetch(`${link.origin}${link.pathname}`, { method: 'POST', body: form })).text();
    const code = /<strong>(\d{6})<\/strong>/.exec(page)?.[1] ?? '';
    expect(await tokenWords(chat, GARETH, '000000')).toBe('no token yet');
    expect(await tokenWords(chat, GARETH, code)).toBe('a token is kept');
  });
});

describe('cards', () => {
  const cardText = (message: Message | undefined) => message?.attachments[0]?.content.body[0]?.text;

  it('replaces a card by the one that the bot returns to its button, with what was typed in', async () => {
    const chat = await chatOf(RUTH);
    await say(chat, RUTH, 'card');
    const message = (await saysLast(chat, RUTH))!;
    expect(cardText(message)).toBe('card 1');
    await rooms(`chats/${chat}/press`, {
      person: RUTH,
      message: message.id,
      action: { type: 'Action.Execute', verb: 'next', data: { version: 1 } },
      inputs: { note: 'typed' },
    });
    const after = await saysLast(chat, RUTH);
    expect(after?.id).toBe(message.id);
    expect(cardText(after)).toBe('next 2 typed manual');
  });

  it('asks by itself for the view of a person whom the card names', async () => {
    const chat = await chatOf(RUTH);
    await say(chat, RUTH, 'card');
    const message = (await saysLast(chat, RUTH))!;
    expect(message.refresh).toMatchObject({ verb: 'own-view' });
    await rooms(`chats/${chat}/refresh`, { person: RUTH, message: message.id, action: message.refresh });
    const after = await saysLast(chat, RUTH);
    expect(cardText(after)).toContain('own-view 2');
    expect(cardText(after)).toContain('automatic');
    expect(after?.refresh).toBeNull();
  });

  it('sends the values of a submitted card as a message without words', async () => {
    const chat = await chatOf(RUTH);
    await say(chat, RUTH, 'card');
    const message = (await saysLast(chat, RUTH))!;
    await rooms(`chats/${chat}/press`, {
      person: RUTH,
      message: message.id,
      action: { type: 'Action.Submit', data: { kind: 'done' } },
      inputs: { note: 'x' },
    });
    expect((await saysLast(chat, RUTH))?.text).toBe('values: {"kind":"done","note":"x"}');
  });

  it('shows one person their own view and leaves the others the base card', async () => {
    const group = await rooms<{ id: string }>('chats', { person: RUTH, topic: 'Review WM-0412', members: [GARETH] });
    const chat = encodeURIComponent(group.id);
    await rooms(`chats/${chat}/install`, { person: RUTH });
    const { tenant: inside } = tenant;
    const { messagesOf } = await import('#local-tenant/teams/chat-records.ts');
    const base = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'base' }] };
    messagesOf(inside, group.id).put('1', {
      id: '1',
      chat: group.id,
      from: 'bot',
      at: '',
      text: '',
      textFormat: 'plain',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: base }],
      suggested: [],
      replyTo: null,
      edited: null,
      deleted: false,
    });
    await rooms(`chats/${chat}/press`, {
      person: RUTH,
      message: '1',
      action: { type: 'Action.Execute', verb: 'next', data: { version: 1 } },
    });
    expect(cardText(await saysLast(chat, RUTH))).toContain('next 2');
    expect(cardText(await saysLast(chat, GARETH))).toBe('base');
  });
});

describe('groups and meetings', () => {
  it('lets the bot hear in a group only what names it', async () => {
    const group = await rooms<{ id: string }>('chats', { person: RUTH, topic: 'Team', members: [GARETH] });
    const chat = encodeURIComponent(group.id);
    await rooms(`chats/${chat}/install`, { person: RUTH });
    expect((await say(chat, GARETH, 'nobody but us')).bot).toBeUndefined();
    await say(chat, GARETH, '@Waymark due');
    expect((await saysLast(chat, GARETH))?.text).toContain('echo:');
  });

  it('tells the bot when a meeting begins, whose chat has the app', async () => {
    const { graphFor } = await import('#tests/builders/graph-client.ts');
    const ruth = await graphFor(tenant, 'ruth.okafor');
    await ruth.api('/me/events').post({
      subject: 'Review WM-0412',
      start: { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' },
      isOnlineMeeting: true,
      attendees: [{ emailAddress: { address: GARETH } }],
    });
    const found = (await rooms<{ id: string; kind: string; members: { displayName: string }[] }[]>(`chats?person=${GARETH}`)).find(
      ({ kind }) => kind === 'meeting',
    )!;
    expect(found.members.map(({ displayName }) => displayName)).toEqual(['Ruth Okafor', 'Gareth Pugh']);
    const chat = encodeURIComponent(found.id);
    expect((await rooms<{ bot: null }>(`chats/${chat}/meeting`, { person: RUTH, turn: 'start' })).bot).toBeNull();
    await rooms(`chats/${chat}/install`, { person: RUTH });
    expect((await rooms<{ bot: { status: number } }>(`chats/${chat}/meeting`, { person: RUTH, turn: 'start' })).bot.status).toBe(200);
    await say(await chatOf(RUTH), RUTH, 'heard');
    expect((await saysLast(await chatOf(RUTH), RUTH))?.text).toContain('application/vnd.microsoft.meetingStart');
  });

  it('streams a chat to whoever has it open', async () => {
    const chat = await chatOf(RUTH);
    const leaving = new AbortController();
    const stream = await fetch(`${tenant.plainOrigin}/rooms/chats/${chat}/stream?person=${RUTH}`, { signal: leaving.signal });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await say(chat, RUTH, 'hello');
    let heardSoFar = '';
    while (!heardSoFar.includes('event: change')) heardSoFar += (await reader.read()).value ?? '';
    leaving.abort();
    expect(heardSoFar).toContain('event: change');
  });

  it('answers a search from the message extension', async () => {
    const chat = await chatOf(RUTH);
    const { bot: answer } = await rooms<{ bot: { status: number; body: object } }>(`chats/${chat}/invoke`, {
      person: RUTH,
      name: 'composeExtension/query',
      value: { commandId: 'pupil', parameters: [{ name: 'words', value: 'WM-04' }], queryOptions: { skip: 0, count: 25 } },
    });
    expect(answer.body).toMatchObject({ composeExtension: { type: 'result' } });
  });
});

describe('the connector', () => {
  const botToken = async () => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: BOT_ID,
      client_secret: 'the secret of the bot',
      scope: 'https://api.botframework.com/.default',
    });
    return (
      await overHttps(tenant, `${authorityOf(tenant)}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      })
    ).json<{ access_token: string }>().access_token;
  };
  const post = async (address: string, body: object, token?: string) =>
    overHttps(tenant, `${tenant.origin}/teams/${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? (await botToken())}` },
      body: JSON.stringify(body),
    });
  const hello = { type: 'message', text: 'a reminder' };

  it('opens a conversation with a person who has the app, and refuses one who has not', async () => {
    await chatOf(RUTH);
    const ask = (person: string) => ({
      members: [{ id: person }],
      tenantId: tenant.tenantId,
      isGroup: false,
      bot: { id: `28:${BOT_ID}` },
      activity: hello,
    });
    const opened = await post('v3/conversations', ask('00000000-0000-4000-8000-000000000001'));
    expect(opened.status).toBe(201);
    expect(opened.json<{ activityId: string }>().activityId).toBeTruthy();
    const refused = await post('v3/conversations', ask('00000000-0000-4000-8000-000000000003'));
    expect(refused.status).toBe(403);
    expect(refused.json()).toMatchObject({ error: { code: 'BotNotInConversationRoster' } });
  });

  it('takes no token but the bot’s own', async () => {
    expect((await post('v3/conversations', {}, 'not-a-token')).status).toBe(401);
  });

  it('answers 403, 404, 429 and 503 when told to', async () => {
    const chat = await chatOf(RUTH);
    const token = await botToken();
    const send = () => post(`v3/conversations/${chat}/activities`, hello, token);
    expect((await send()).status).toBe(201);
    for (const [connector, status] of [
      ['blocked', 403],
      ['gone', 404],
      ['throttled', 429],
      ['down', 503],
    ] as const) {
      tenant.controls.set({ connector });
      const refused = await send();
      expect(refused.status).toBe(status);
      if (status === 429) expect(refused.headers['retry-after']).toBe('1');
    }
  });

  it('knows no conversation that was never opened', async () => {
    expect((await post('v3/conversations/a%3Anobody/activities', hello)).status).toBe(404);
  });
});
