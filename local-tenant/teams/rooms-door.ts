/** Addresses on the plain listener for the rooms and the settings page: people, tokens, chats, controls. */

import { CALM } from '../controls.ts';
import { noticesFor } from '../graph/activity.ts';
import { lettersSent } from '../graph/mail.ts';
import { type LifecycleEvent, tellLifecycle } from '../graph/notifications.ts';
import { ssoToken } from '../identity/sso-token.ts';
import { type Params, routerOf } from '../router.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { type Chat, chatsOf, groupChat, messagesOf, personalChat } from './chat-records.ts';
import { chatStream } from './chat-stream.ts';
import { chatView, historyView } from './chat-view.ts';
import { type CardAction, invoke, meetingTurn, press, refresh, say } from './conversation.ts';
import { installApp, uninstallApp } from './installation.ts';
import { deleteMessage, messageAction } from './message-action.ts';
import { postCard } from './post-card.ts';
import { signInPage } from './sign-in-page.ts';

type Body = Readonly<Record<string, unknown>>;
type RoomCall = {
  readonly tenant: Tenant;
  readonly params: Params;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly request: Request;
};
type RoomRoute = { readonly method: string; readonly path: string; readonly handle: (call: RoomCall) => Response | Promise<Response> };

class RoomError extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

const text = (body: Body, name: string) => (typeof body[name] === 'string' ? body[name] : '');

const personIn = ({ tenant, query, body }: RoomCall): Account => {
  const reference = query.get('person') ?? text(body, 'person');
  const person = tenant.directory.account(reference) ?? tenant.directory.people().find(({ key }) => key === reference);
  if (!person) throw new RoomError(404, `There is no account '${reference}'.`);
  return person;
};

const chatIn = (call: RoomCall): Chat => {
  const person = personIn(call);
  const chat = chatsOf(call.tenant).get(call.params.chat ?? '');
  if (!chat?.members.includes(person.id)) throw new RoomError(404, 'There is no such chat for this person.');
  return chat;
};

const messageIn = (call: RoomCall) => {
  const message = messagesOf(call.tenant, chatIn(call).id).get(text(call.body, 'message'));
  if (!message) throw new RoomError(404, 'There is no such message.');
  return message;
};

const people = ({ tenant }: RoomCall) =>
  Response.json(
    tenant.directory
      .people()
      .filter(({ kind }) => kind === 'staff')
      .map(({ id, key, displayName, jobTitle, role, principalName }) => ({ id, key, displayName, jobTitle, role, principalName })),
  );

const token = async (call: RoomCall) => {
  const given = await ssoToken(call.tenant, personIn(call), text(call.body, 'scope'), text(call.body, 'claims'));
  if (given.kind === 'refused') return Response.json({ error: given.why }, { status: 403 });
  return Response.json({ token: given.token, expiresIn: call.tenant.controls.now().tokenLifetime });
};

const chats = (call: RoomCall) => {
  const person = personIn(call);
  personalChat(call.tenant, person);
  const own = chatsOf(call.tenant)
    .all()
    .filter(({ members }) => members.includes(person.id));
  return Response.json(own.map((chat) => chatView(call.tenant, chat, person)));
};

const newChat = (call: RoomCall) => {
  const person = personIn(call);
  const members = Array.isArray(call.body.members)
    ? call.body.members.map((one) => call.tenant.directory.account(String(one))?.id ?? '')
    : [];
  if (members.includes('')) throw new RoomError(400, 'One of the members has no account.');
  const chat = groupChat(call.tenant, { topic: text(call.body, 'topic') || null, members: [...new Set([person.id, ...members])] });
  return Response.json(chatView(call.tenant, chat, person), { status: 201 });
};

const history = (call: RoomCall) => {
  const [chat, person] = [chatIn(call), personIn(call)];
  return Response.json({ chat: chatView(call.tenant, chat, person), messages: historyView(call.tenant, chat, person) });
};

const pressButton = async (call: RoomCall) => {
  const inputs = typeof call.body.inputs === 'object' && call.body.inputs !== null ? (call.body.inputs as Body) : {};
  const bot = await press(call.tenant, chatIn(call), personIn(call), {
    message: messageIn(call),
    action: call.body.action as CardAction,
    inputs,
  });
  return Response.json({ bot: bot ?? null });
};

const overMessage = async (call: RoomCall) => {
  const chosen = { message: messageIn(call), command: text(call.body, 'command'), data: call.body.data };
  return Response.json({ bot: await messageAction(call.tenant, chatIn(call), personIn(call), chosen) });
};

const addCard = (call: RoomCall) => {
  const { content } = call.body;
  if (typeof content !== 'object' || content === null) throw new RoomError(400, 'content must be a card.');
  return Response.json(postCard(call.tenant, chatIn(call), personIn(call), content), { status: 201 });
};

const removeMessage = (call: RoomCall) => {
  if (!deleteMessage(call.tenant, chatIn(call), personIn(call), messageIn(call)))
    throw new RoomError(403, 'Only its author deletes a message.');
  return Response.json({ bot: null });
};

const turn = async (call: RoomCall) => {
  const which = text(call.body, 'turn');
  if (which !== 'start' && which !== 'end') throw new RoomError(400, "turn must be 'start' or 'end'.");
  return Response.json({ bot: (await meetingTurn(call.tenant, chatIn(call), personIn(call), which)) ?? null });
};

const setInstalled = (wanted: boolean) => async (call: RoomCall) => {
  const chat = chatIn(call);
  if (chat.installed !== wanted) await (wanted ? installApp : uninstallApp)(call.tenant, chat, personIn(call));
  return Response.json(chatView(call.tenant, chatsOf(call.tenant).get(chat.id) ?? chat, personIn(call)));
};

const setControls = ({ tenant, body }: RoomCall) => {
  const unknown = Object.keys(body).filter((name) => !(name in CALM));
  if (unknown.length > 0) throw new RoomError(400, `There is no control named ${unknown.join(', ')}.`);
  return Response.json(tenant.controls.set(body));
};

const LIFECYCLE: readonly LifecycleEvent[] = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'];

const ROUTES: readonly RoomRoute[] = [
  { method: 'GET', path: '/rooms/people', handle: people },
  { method: 'POST', path: '/rooms/token', handle: token },
  { method: 'GET', path: '/rooms/sign-in', handle: ({ tenant, query }) => signInPage(tenant, query, null) },
  {
    method: 'POST',
    path: '/rooms/sign-in',
    handle: ({ tenant, body }) => signInPage(tenant, new URLSearchParams({ state: text(body, 'state') }), text(body, 'picked')),
  },
  { method: 'GET', path: '/rooms/chats', handle: chats },
  { method: 'POST', path: '/rooms/chats', handle: newChat },
  { method: 'GET', path: '/rooms/chats/{chat}', handle: history },
  { method: 'GET', path: '/rooms/chats/{chat}/stream', handle: (call) => chatStream(call.tenant, chatIn(call), call.request) },
  {
    method: 'POST',
    path: '/rooms/chats/{chat}/messages',
    handle: async (call) =>
      Response.json(await say(call.tenant, chatIn(call), personIn(call), { text: text(call.body, 'text') }), { status: 201 }),
  },
  { method: 'POST', path: '/rooms/chats/{chat}/press', handle: pressButton },
  { method: 'POST', path: '/rooms/chats/{chat}/message-action', handle: overMessage },
  { method: 'POST', path: '/rooms/chats/{chat}/cards', handle: addCard },
  { method: 'POST', path: '/rooms/chats/{chat}/delete-message', handle: removeMessage },
  {
    method: 'POST',
    path: '/rooms/chats/{chat}/refresh',
    handle: async (call) =>
      Response.json({ bot: await refresh(call.tenant, chatIn(call), personIn(call), messageIn(call), call.body.action as CardAction) }),
  },
  {
    method: 'POST',
    path: '/rooms/chats/{chat}/invoke',
    handle: async (call) =>
      Response.json({ bot: await invoke(call.tenant, chatIn(call), personIn(call), text(call.body, 'name'), call.body.value) }),
  },
  { method: 'POST', path: '/rooms/chats/{chat}/install', handle: setInstalled(true) },
  { method: 'POST', path: '/rooms/chats/{chat}/uninstall', handle: setInstalled(false) },
  { method: 'POST', path: '/rooms/chats/{chat}/meeting', handle: turn },
  { method: 'GET', path: '/rooms/notices', handle: (call) => Response.json(noticesFor(call.tenant, personIn(call).id)) },
  { method: 'GET', path: '/rooms/letters', handle: ({ tenant }) => Response.json(lettersSent(tenant)) },
  { method: 'GET', path: '/controls', handle: ({ tenant }) => Response.json(tenant.controls.now()) },
  { method: 'POST', path: '/controls', handle: setControls },
  {
    method: 'POST',
    path: '/controls/reset',
    handle: ({ tenant }) => {
      tenant.controls.reset();
      return Response.json(tenant.controls.now());
    },
  },
  {
    method: 'POST',
    path: '/controls/lifecycle',
    handle: async ({ tenant, body }) => {
      const event = LIFECYCLE.find((one) => one === body.event);
      if (!event) throw new RoomError(400, `event must be one of ${LIFECYCLE.join(', ')}.`);
      return Response.json({ told: await tellLifecycle(tenant, event) });
    },
  },
  {
    method: 'POST',
    path: '/controls/rotate-keys',
    handle: async ({ tenant }) => {
      await Promise.all([tenant.identityKeys.rotate(), tenant.channelKeys.rotate()]);
      return Response.json({ keys: tenant.identityKeys.published().keys.length });
    },
  },
];
const find = routerOf(ROUTES);

/** Answers the rooms; undefined for addresses that are not theirs. */
export const answerRooms = async (tenant: Tenant, request: Request): Promise<Response | undefined> => {
  const url = new URL(request.url);
  if (!/^\/(rooms|controls)(\/|$)/.test(url.pathname)) return undefined;
  if (!isLocal(request.headers.get('origin'))) return new Response(null, { status: 403 });
  if (request.method === 'OPTIONS') return withOrigin(request, new Response(null, { status: 204 }));
  const found = find(request.method, url.pathname);
  if (found.kind !== 'found') return undefined;
  try {
    const body = await bodyOf(request);
    const response = await found.route.handle({ tenant, params: found.params, query: url.searchParams, body, request });
    await tenant.store.settled();
    return withOrigin(request, response);
  } catch (fault) {
    if (!(fault instanceof RoomError)) throw fault;
    return withOrigin(request, Response.json({ error: fault.message }, { status: fault.status }));
  }
};

/** Pages of this machine only: a web site elsewhere must not drive the made-up tenant. */
const isLocal = (origin: string | null) =>
  origin === null || (URL.canParse(origin) && ['localhost', '127.0.0.1'].includes(new URL(origin).hostname));

const withOrigin = (request: Request, response: Response) => {
  const origin = request.headers.get('origin');
  if (!origin) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-allow-headers', 'content-type');
  response.headers.set('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.headers.set('vary', 'Origin');
  return response;
};

const bodyOf = async (request: Request): Promise<Body> => {
  if (request.method === 'GET') return {};
  const raw = await request.text();
  if (!raw) return {};
  if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(raw));
  try {
    const body: unknown = JSON.parse(raw);
    if (typeof body === 'object' && body !== null) return body as Body;
  } catch {
    throw new RoomError(400, 'The body is not JSON.');
  }
  throw new RoomError(400, 'The body is not a JSON object.');
};
