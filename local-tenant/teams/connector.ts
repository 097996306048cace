/** Teams' connector as the bot calls it: opening conversations, sending, changing and removing messages. */
import { checkToken } from '../identity/tokens.ts';
import { routerOf } from '../router.ts';
import type { Tenant } from '../tenant.ts';
import { chatChanged, serviceUrlOf } from './activities.ts';
import { botOf, type Chat, messagesOf, nextMessageId, personalChat, personOfTeamsId, viewsOf } from './chat-records.ts';
import { type ConnectorCall, ConnectorError, type ConnectorRoute, chatAt, notFound, notInRoster } from './connector-call.ts';
import { memberRoutes } from './connector-members.ts';
import { messageFromBot, type SentActivity } from './messages.ts';

/** A message is at most 28 KB with everything in it; Teams says 413 beyond about 100 KB of activity. */
const LARGEST = 102_400;

/** A chat with one person. It exists only where that person has the app. */
const createConversation = ({ tenant, body }: ConnectorCall) => {
  const [member] = Array.isArray(body.members) ? (body.members as { id?: string }[]) : [];
  const tenantId = String(body.tenantId ?? (body.channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id ?? '');
  if (tenantId !== tenant.id) throw new ConnectorError(400, 'BadArgument', 'The tenant id is missing or is not that of the member.');
  if (body.isGroup === true || !member?.id)
    throw new ConnectorError(400, 'BadArgument', 'A bot may open a conversation with one person only.');
  const person = personOfTeamsId(tenant, member.id);
  if (!person) throw new ConnectorError(403, 'ForbiddenOperationException', 'The member is not part of the tenant.');
  const chat = personalChat(tenant, person);
  if (!chat.installed) throw notInRoster();
  const first = body.activity ? keep(tenant, chat, body.activity as SentActivity, null) : undefined;
  return Response.json({ id: chat.id, serviceUrl: serviceUrlOf(tenant), ...(first ? { activityId: first } : {}) }, { status: 201 });
};

const keep = (tenant: Tenant, chat: Chat, activity: SentActivity, replyTo: string | null): string => {
  if (activity.type === 'typing') {
    chatChanged(tenant, chat.id);
    return nextMessageId(tenant);
  }
  if (activity.type !== 'message') throw new ConnectorError(400, 'BadSyntax', `Activities of type '${activity.type}' cannot be sent.`);
  const message = messageFromBot(chat, activity, { id: nextMessageId(tenant), at: tenant.now().toISOString(), replyTo });
  if (!message.text && message.attachments.length === 0 && message.suggested.length === 0)
    throw new ConnectorError(400, 'BadSyntax', 'Activity must include non empty text field or at least 1 attachment.');
  messagesOf(tenant, chat.id).put(message.id, message);
  chatChanged(tenant, chat.id);
  return message.id;
};

const send = (call: ConnectorCall) => {
  const chat = chatAt(call);
  const replyTo = call.params.activity ?? null;
  return Response.json({ id: keep(call.tenant, chat, call.body as SentActivity, replyTo) }, { status: 201 });
};

const messageAt = (call: ConnectorCall) => {
  const chat = chatAt(call);
  const message = messagesOf(call.tenant, chat.id).get(call.params.activity ?? '');
  if (!message || message.deleted)
    throw new ConnectorError(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
  if (message.from !== 'bot') throw new ConnectorError(403, 'MessageWritesBlocked', 'A bot may change its own messages only.');
  return { chat, message };
};

/** An edit replaces the base card for all; what single persons were shown in its place is over. */
const update = (call: ConnectorCall) => {
  const { tenant } = call;
  const { chat, message } = messageAt(call);
  const changed = messageFromBot(chat, call.body as SentActivity, { id: message.id, at: message.at, replyTo: message.replyTo });
  messagesOf(tenant, chat.id).put(message.id, { ...changed, edited: tenant.now().toISOString() });
  forgetViews(tenant, chat, message.id);
  chatChanged(tenant, chat.id);
  return Response.json({ id: message.id });
};

const remove = (call: ConnectorCall) => {
  const { chat, message } = messageAt(call);
  messagesOf(call.tenant, chat.id).put(message.id, { ...message, deleted: true, text: '', attachments: [], suggested: [] });
  forgetViews(call.tenant, chat, message.id);
  chatChanged(call.tenant, chat.id);
  return new Response(null, { status: 200 });
};

const forgetViews = (tenant: Tenant, chat: Chat, message: string) => {
  for (const person of chat.members) viewsOf(tenant, chat.id).remove(`${message} ${person}`);
};

const CONVERSATION = '/v3/conversations/{conversation}';
const ROUTES: readonly ConnectorRoute[] = [
  { method: 'POST', path: '/v3/conversations', handle: createConversation },
  { method: 'POST', path: `${CONVERSATION}/activities`, handle: send },
  { method: 'POST', path: `${CONVERSATION}/activities/{activity}`, handle: send },
  { method: 'PUT', path: `${CONVERSATION}/activities/{activity}`, handle: update },
  { method: 'DELETE', path: `${CONVERSATION}/activities/{activity}`, handle: remove },
  ...memberRoutes,
];
const find = routerOf(ROUTES);

/** Answers the bot's requests below `/teams`. */
export const answerConnector = async (tenant: Tenant, request: Request, bytes: Uint8Array): Promise<Response> => {
  try {
    await checkBot(tenant, request.headers.get('authorization'));
    checkMood(tenant);
    if (bytes.byteLength > LARGEST) throw new ConnectorError(413, 'MessageSizeTooBig', 'Message size too large.');
    const url = new URL(request.url);
    const found = find(request.method, url.pathname.replace(/^\/teams/, ''));
    if (found.kind === 'wrong-method') throw new ConnectorError(405, 'ServiceError', 'The verb is not allowed here.');
    if (found.kind === 'unknown') throw new ConnectorError(404, 'ServiceError', 'The address is not known.');
    const response = found.route.handle({ tenant, params: found.params, query: url.searchParams, body: bodyOf(bytes) });
    await tenant.store.settled();
    return response;
  } catch (fault) {
    if (!(fault instanceof ConnectorError)) throw fault;
    return Response.json({ error: { code: fault.code, message: fault.message } }, { status: fault.status, headers: fault.headers });
  }
};

/** Only this tenant's bot, with a token for the channel. */
export const checkBot = async (tenant: Tenant, authorization: string | null) => {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const checked = token ? await checkToken(tenant, token, [CHANNEL_AUDIENCE]) : undefined;
  if (checked?.kind !== 'sound' || checked.claims.azp !== botOf(tenant)?.clientId)
    throw new ConnectorError(401, 'Unauthorized', 'Authorization has been denied for this request.');
};
const CHANNEL_AUDIENCE = 'https://api.botframework.com';

const checkMood = (tenant: Tenant) => {
  const { connector, connectorRetryAfter } = tenant.controls.now();
  if (connector === 'blocked') throw new ConnectorError(403, 'MessageWritesBlocked', 'The bot has been blocked by the user.');
  if (connector === 'gone') throw notFound();
  if (connector === 'throttled')
    throw new ConnectorError(
      429,
      'TooManyRequests',
      'Too many requests.',
      connectorRetryAfter === null ? {} : { 'retry-after': connectorRetryAfter },
    );
  if (connector === 'down') throw new ConnectorError(503, 'ServiceUnavailable', 'Service unavailable.');
};

const bodyOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  if (bytes.byteLength === 0) return {};
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new ConnectorError(400, 'BadSyntax', 'The body is not JSON.');
  }
};
