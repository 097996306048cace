/** What a person does in a chat, sent to the bot as Teams sends it: talking, pressing a card's button, opening a card, searching. */
import { randomUUID } from 'node:crypto';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { type BotAnswer, chatChanged, deliver, envelope } from './activities.ts';
import { botIdOf, botOf, type Chat, type ChatMessage, chatsOf, messagesOf, nextMessageId, viewKey, viewsOf } from './chat-records.ts';

type Said = { readonly text: string; readonly value?: unknown; readonly replyTo?: string };

/** Keeps the message and tells the bot, which in a group hears only what names it. */
export const say = async (
  tenant: Tenant,
  chat: Chat,
  person: Account,
  { text, value, replyTo }: Said,
): Promise<{ message: ChatMessage | undefined; bot: BotAnswer | undefined }> => {
  const id = nextMessageId(tenant);
  // A submitted card shows nothing in the chat: Teams sends the values without a bubble.
  const message =
    value === undefined
      ? messagesOf(tenant, chat.id).put(id, messageOf(tenant, chat, person, { id, text, replyTo: replyTo ?? null }))
      : undefined;
  chatChanged(tenant, chat.id);
  const mention = mentionIn(tenant, text);
  const heard = chat.installed && (chat.kind === 'personal' || mention !== undefined || value !== undefined);
  if (!heard) return { message, bot: undefined };
  const common = envelope(tenant, chat, person);
  const bot = await deliver(tenant, {
    ...common,
    id,
    type: 'message',
    ...(mention ? { text: mention.text } : text ? { text } : {}),
    ...(value === undefined ? { textFormat: 'plain' } : { value }),
    ...(replyTo ? { replyToId: replyTo } : {}),
    ...(mention ? { entities: [...(common.entities as unknown[]), mention.entity] } : {}),
    attachments:
      text && value === undefined
        ? [{ contentType: 'text/html', content: `<div>${(mention?.text ?? text).replaceAll('&', '&amp;')}</div>` }]
        : [],
  });
  return { message, bot };
};

const messageOf = (
  tenant: Tenant,
  chat: Chat,
  person: Account,
  { id, text, replyTo }: { id: string; text: string; replyTo: string | null },
): ChatMessage => ({
  id,
  chat: chat.id,
  from: person.id,
  at: tenant.now().toISOString(),
  text,
  textFormat: 'plain',
  attachments: [],
  suggested: [],
  replyTo,
  edited: null,
  deleted: false,
});

/** `@Waymark review Amina` as Teams writes it, with the mention as an entity. */
const mentionIn = (tenant: Tenant, text: string) => {
  const name = botOf(tenant)?.name ?? '';
  const plain = `@${name}`.toLowerCase();
  const at = name ? text.toLowerCase().indexOf(plain) : -1;
  if (at < 0) return undefined;
  const tag = `<at>${name}</at>`;
  return {
    text: text.slice(0, at) + tag + text.slice(at + plain.length),
    entity: { type: 'mention', mentioned: { id: botIdOf(tenant), name }, text: tag },
  };
};

export type CardAction = { readonly type: string; readonly id?: string; readonly verb?: string; readonly data?: unknown };
type Press = { readonly message: ChatMessage; readonly action: CardAction; readonly inputs: Readonly<Record<string, unknown>> };

/** `Action.Execute` becomes an invoke whose card stands in place of the old one; `Action.Submit` becomes a message with values. */
export const press = async (
  tenant: Tenant,
  chat: Chat,
  person: Account,
  { message, action, inputs }: Press,
): Promise<BotAnswer | undefined> => {
  const data = withInputs(action.data, inputs);
  if (action.type === 'Action.Submit') {
    const { msteams } = (typeof data === 'object' && data !== null ? data : {}) as {
      msteams?: { type?: string; text?: string; value?: unknown };
    };
    if (msteams?.type === 'imBack' || msteams?.type === 'messageBack')
      return (await say(tenant, chat, person, { text: msteams.text ?? String(msteams.value ?? '') })).bot;
    return (await say(tenant, chat, person, { text: '', value: data, replyTo: message.id })).bot;
  }
  return execute(tenant, chat, person, { message, action: { ...action, data }, trigger: 'manual' });
};

/** Opening a card that names this person in `refresh.userIds` asks the bot for their own view of it. */
export const refresh = async (tenant: Tenant, chat: Chat, person: Account, message: ChatMessage, action: CardAction): Promise<BotAnswer> =>
  execute(tenant, chat, person, { message, action, trigger: 'automatic' });

type Execution = { readonly message: ChatMessage; readonly action: CardAction; readonly trigger: 'manual' | 'automatic' };

const execute = async (tenant: Tenant, chat: Chat, person: Account, { message, action, trigger }: Execution): Promise<BotAnswer> => {
  const { id = '', verb, data } = action;
  const answer = await invoke(
    tenant,
    chat,
    person,
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', id, ...(verb === undefined ? {} : { verb }), data }, trigger },
    message.id,
  );
  const card = cardIn(answer);
  if (card === undefined) return answer;
  // Shown to the one who acted; the others see a change only when the bot edits the message, as in Teams.
  viewsOf(tenant, chat.id).put(viewKey(message.id, person.id), { card, at: tenant.now().toISOString() });
  chatChanged(tenant, chat.id);
  return answer;
};

const cardIn = ({ status, body }: BotAnswer): unknown => {
  const reply = body as { type?: string; value?: unknown } | null;
  return status === 200 && reply?.type === 'application/vnd.microsoft.card.adaptive' ? reply.value : undefined;
};

const withInputs = (data: unknown, inputs: Readonly<Record<string, unknown>>) =>
  typeof data === 'string' ? data : { ...(data as object | undefined), ...inputs };

/** Any invoke: message extension queries and actions, dialogs, sign-in. The bot's answer comes back as it is. */
export const invoke = (tenant: Tenant, chat: Chat, person: Account, name: string, value: unknown, replyTo?: string): Promise<BotAnswer> =>
  deliver(tenant, {
    ...envelope(tenant, chat, person),
    id: `f:${randomUUID()}`,
    type: 'invoke',
    name,
    value,
    ...(replyTo ? { replyToId: replyTo } : {}),
  });

/** A meeting begins or ends: an event, sent to bots that are installed in its chat. */
export const meetingTurn = async (
  tenant: Tenant,
  chat: Chat,
  person: Account | undefined,
  turn: 'start' | 'end',
): Promise<BotAnswer | undefined> => {
  const { meeting } = chat;
  if (!meeting) return undefined;
  const changed = chatsOf(tenant).put(chat.id, { ...chat, meeting: { ...meeting, state: turn === 'start' ? 'running' : 'over' } });
  chatChanged(tenant, chat.id);
  if (!chat.installed) return undefined;
  const at = tenant.now().toISOString();
  const value = {
    MeetingType: 'Scheduled',
    Title: meeting.title,
    Id: meeting.id,
    JoinUrl: meeting.joinUrl,
    ...(turn === 'start' ? { StartTime: at } : { EndTime: at }),
  };
  const name = turn === 'start' ? 'application/vnd.microsoft.meetingStart' : 'application/vnd.microsoft.meetingEnd';
  return deliver(tenant, {
    ...envelope(tenant, changed, person ?? tenant.directory.account(meeting.organiser)),
    type: 'event',
    name,
    value,
  });
};
