/** Teams' connector as the bot calls it: conversations, activities, members, meetings. */
import { checkToken } from '../identity/tokens.ts';
import { type Params, routerOf } from '../router.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { chatChanged, serviceUrlOf } from './activities.ts';
import { botOf, type Chat, chatsOf, messagesOf, nextMessageId, personalChat, personOfTeamsId, teamsIdOf, viewsOf } from './chat-records.ts';
import { messageFromBot, type SentActivity } from './messages.ts';

type ConnectorCall = {
  readonly tenant: Tenant;
  readonly params: Params;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
};
type ConnectorRoute = { readonly method: string; readonly path: string; readonly handle: (call: ConnectorCall) => Response };

class ConnectorError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, words: string, headers: Readonly<Record<string, string>> = {}) {
    super(words);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

const notFound = () => new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.');
const notInRoster = () => new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');

/** A message is at most 28 KB with everything in it; Teams says 413 beyond about 100 KB of activity. */
const LARGEST = 102_400;

const chatAt = ({ tenant, params }: ConnectorCall): Chat => {
  const id = (params.conversation ?? '').split(';')[0] ?? '';
  const chat = chatsOf(tenant).get(id);
  if (!chat) throw notFound();
  if (!chat.installed) throw notInRoster();
  return chat;
};

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

const memberOf = (tenant: Tenant, { id, displayName, givenName, surname, mail, principalName }: Account) => ({
  id: teamsIdOf(tenant, id),
  name: displayName,
  aadObjectId: id,
  objectId: id,
  givenName,
  surname,
  email: mail,
  userPrincipalName: principalName,
  tenantId: tenant.id,
  userRole: 'user',
});

const members = ({ tenant }: ConnectorCall, chat: Chat) =>
  chat.members.flatMap((id) => tenant.directory.account(id) ?? []).map((account) => memberOf(tenant, account));

const pagedMembers = (call: ConnectorCall) => {
  const all = members(call, chatAt(call));
  const size = Math.min(Math.max(Number(call.query.get('pageSize') ?? 200), 1), 500);
  const start = Number(call.query.get('continuationToken') ?? 0) || 0;
  const rest = start + size < all.length;
  return Response.json({ members: all.slice(start, start + size), ...(rest ? { continuationToken: String(start + size) } : {}) });
};

const oneMember = (call: ConnectorCall) => {
  const chat = chatAt(call);
  const person = personOfTeamsId(call.tenant, call.params.member ?? '');
  if (!person || !chat.members.includes(person.id))
    throw new ConnectorError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  return Response.json(memberOf(call.tenant, person));
};

const meetingAt = ({ tenant, params }: ConnectorCall) => {
  const chat = chatsOf(tenant)
    .all()
    .find(({ meeting }) => meeting?.id === params.meeting);
  if (!chat?.meeting) throw new ConnectorError(404, 'MeetingNotFound', 'Meeting not found.');
  if (!chat.installed) throw notInRoster();
  return { chat, meeting: chat.meeting };
};

const meetingDetails = (call: ConnectorCall) => {
  const { tenant } = call;
  const { chat, meeting } = meetingAt(call);
  const organiser = tenant.directory.account(meeting.organiser);
  return Response.json({
    details: {
      id: meeting.id,
      msGraphResourceId: meeting.id,
      scheduledStartTime: meeting.start,
      scheduledEndTime: meeting.end,
      joinUrl: meeting.joinUrl,
      title: meeting.title,
      type: 'Scheduled',
    },
    conversation: { id: chat.id, isGroup: true, conversationType: 'groupChat' },
    organizer: organiser
      ? {
          id: teamsIdOf(tenant, organiser.id),
          aadObjectId: organiser.id,
          objectId: organiser.id,
          tenantId: tenant.id,
          name: organiser.displayName,
        }
      : null,
  });
};

const participant = (call: ConnectorCall) => {
  const { tenant } = call;
  const { chat, meeting } = meetingAt(call);
  const person = personOfTeamsId(tenant, call.params.participant ?? '');
  if (!person || !chat.members.includes(person.id))
    throw new ConnectorError(404, 'ParticipantNotFound', 'The participant was not found in the meeting.');
  const role = person.id === meeting.organiser ? 'Organizer' : 'Presenter';
  return Response.json({
    user: memberOf(tenant, person),
    meeting: { role, inMeeting: meeting.state === 'running' },
    conversation: { id: chat.id, isGroup: true, conversationType: 'groupChat', tenantId: tenant.id },
  });
};

const CONVERSATION = '/v3/conversations/{conversation}';
const ROUTES: readonly ConnectorRoute[] = [
  { method: 'POST', path: '/v3/conversations', handle: createConversation },
  { method: 'POST', path: `${CONVERSATION}/activities`, handle: send },
  { method: 'POST', path: `${CONVERSATION}/activities/{activity}`, handle: send },
  { method: 'PUT', path: `${CONVERSATION}/activities/{activity}`, handle: update },
  { method: 'DELETE', path: `${CONVERSATION}/activities/{activity}`, handle: remove },
  { method: 'GET', path: `${CONVERSATION}/members`, handle: (call) => Response.json(members(call, chatAt(call))) },
  { method: 'GET', path: `${CONVERSATION}/pagedmembers`, handle: pagedMembers },
  { method: 'GET', path: `${CONVERSATION}/members/{member}`, handle: oneMember },
  { method: 'GET', path: '/v1/meetings/{meeting}', handle: meetingDetails },
  { method: 'GET', path: '/v1/meetings/{meeting}/participants/{participant}', handle: participant },
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
