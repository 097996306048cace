import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chatsOf, messagesOf, personalChat } from '#local-tenant/teams/chat-records.ts';
import { invoke, meetingTurn, press, say } from '#local-tenant/teams/conversation.ts';
import { installApp } from '#local-tenant/teams/installation.ts';
import { graphFor } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { itWithReference, reference } from '#tests/reference.ts';

type Sent = Record<string, unknown> & { readonly type: string; readonly name?: string };

/** A listener in the bot's place that only keeps what it is sent. */
const sent: Sent[] = [];
let listener: Server;
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;

beforeAll(async () => {
  listener = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    sent.push(JSON.parse(Buffer.concat(parts).toString()));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  tenant = await aLocalTenant({ botEndpoint: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/` });
  const inside = tenant.tenant;
  const ruth = inside.directory.account('ruth.okafor@hollinbank.example')!;
  await installApp(inside, personalChat(inside, ruth), ruth);
  const chat = personalChat(inside, ruth);
  await say(inside, chat, ruth, { text: 'my caseload' });
  await invoke(inside, chat, ruth, 'composeExtension/query', {
    commandId: 'searchCmd',
    parameters: [{ name: 'searchKeywords', value: 'WM' }],
    queryOptions: { skip: 0, count: 25 },
  });
  await invoke(inside, chat, ruth, 'composeExtension/queryLink', { url: 'https://school.example/WM-0412' });
  const message = messagesOf(inside, chat.id).all()[0]!;
  await press(inside, chat, ruth, {
    message,
    action: { type: 'Action.Execute', id: '', verb: 'food', data: {} },
    inputs: { item: 'vegan' },
  });
  const client = await graphFor(tenant, 'ruth.okafor');
  await client.api('/me/events').post({
    subject: 'Review WM-0412',
    isOnlineMeeting: true,
    start: { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' },
  });
  const meeting = chatsOf(inside)
    .all()
    .find(({ kind }) => kind === 'meeting')!;
  await installApp(inside, meeting, ruth);
  await meetingTurn(inside, chatsOf(inside).get(meeting.id)!, ruth, 'start');
});
afterAll(async () => {
  listener.close();
  await tenant.stop();
});

/** Every member of the sample, as a path; members of lists are read from the first entry. */
const pathsOf = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) return value.length > 0 ? pathsOf(value[0], `${at}[]`) : [];
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, at ? `${at}.${name}` : name));
};
const sample = (file: string) => JSON.parse(readFileSync(reference('activities', file), 'utf8')) as Sent;
const missing = (file: string, ours: Sent | undefined, notInChats: readonly string[] = []) => {
  const has = new Set(pathsOf(ours));
  return pathsOf(sample(file)).filter((path) => !has.has(path) && !notInChats.includes(path));
};
const named = (name: string) => sent.find((activity) => activity.name === name);

describe('what the bot is sent has every member that Teams’ own samples have', () => {
  itWithReference('at the start of a meeting', () => {
    expect(
      missing('01-event-application-vnd-microsoft-meetingStart.json', named('application/vnd.microsoft.meetingStart'), [
        'channelData.source',
      ]),
    ).toEqual([]);
  });

  itWithReference('when it is added to a chat', () => {
    const ours = sent.find(
      ({ type, conversation }) => type === 'conversationUpdate' && (conversation as { isGroup?: boolean }).isGroup === true,
    );
    // Teams and channels are not played: chats have no team, no channel and no name of their own.
    const ofTeams = [
      'conversation.name',
      'channelData.settings.selectedChannel.id',
      'channelData.team.aadGroupId',
      'channelData.team.name',
      'channelData.team.id',
      'channelData.eventType',
    ];
    expect(missing('02-conversationUpdate-teamMemberAdded.json', ours, ofTeams)).toEqual([]);
  });

  itWithReference('when somebody searches from the message extension', () => {
    expect(missing('05-invoke-composeExtension-query.json', named('composeExtension/query'))).toEqual([]);
  });

  itWithReference('when a link is unfurled', () => {
    expect(missing('06-invoke-composeExtension-queryLink.json', named('composeExtension/queryLink'))).toEqual([]);
  });

  itWithReference('when something is said', () => {
    const ours = sent.find(({ type }) => type === 'message');
    const ofTheSample = [
      'attachments[].contentUrl',
      'attachments[].name',
      'entities[].mentioned.id',
      'entities[].mentioned.name',
      'entities[].text',
      'replyToId',
    ];
    expect(missing('08-message.json', ours, ofTheSample)).toEqual([]);
  });

  itWithReference('when a card’s button is pressed', () => {
    expect(missing('09-invoke-adaptiveCard-action-manual.json', named('adaptiveCard/action'))).toEqual([]);
    expect(named('adaptiveCard/action')?.value).toEqual(sample('09-invoke-adaptiveCard-action-manual.json').value);
  });
});
