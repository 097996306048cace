/** A chat as one person sees it. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { type Attachment, botOf, type Chat, type ChatMessage, messagesOf, teamsIdOf, viewKey, viewsOf } from './chat-records.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

export const chatView = (tenant: Tenant, chat: Chat, reader: Account) => ({
  id: chat.id,
  kind: chat.kind,
  title: titleOf(tenant, chat, reader),
  installed: chat.installed,
  members: chat.members
    .flatMap((id) => tenant.directory.account(id) ?? [])
    .map(({ id, displayName, jobTitle }) => ({ id, displayName, jobTitle })),
  meeting: chat.meeting ?? null,
  last: messagesOf(tenant, chat.id).all().at(-1)?.at ?? null,
});

const titleOf = (tenant: Tenant, chat: Chat, reader: Account) => {
  if (chat.kind === 'personal') return botOf(tenant)?.name ?? 'Bot';
  if (chat.topic) return chat.topic;
  return chat.members
    .filter((id) => id !== reader.id)
    .flatMap((id) => tenant.directory.account(id)?.displayName ?? [])
    .join(', ');
};

/** History with each card as this person is shown it, and the refresh that their client owes the bot, if any. */
export const historyView = (tenant: Tenant, chat: Chat, reader: Account) =>
  messagesOf(tenant, chat.id)
    .all()
    .filter(({ deleted }) => !deleted)
    .map((message) => messageView(tenant, message, reader));

const messageView = (tenant: Tenant, message: ChatMessage, reader: Account) => {
  const view = viewsOf(tenant, message.chat).get(viewKey(message.id, reader.id));
  const attachments = view
    ? message.attachments.map((one) => (one.contentType === CARD ? { ...one, content: view.card } : one))
    : message.attachments;
  const from =
    message.from === 'bot'
      ? { id: 'bot', name: botOf(tenant)?.name ?? 'Bot' }
      : { id: message.from, name: tenant.directory.account(message.from)?.displayName ?? '' };
  return { ...message, from, attachments, personal: view !== undefined, refresh: view ? null : refreshOwed(tenant, attachments, reader) };
};

/** Without `userIds` every member's client asks, as Teams does in small chats. */
const refreshOwed = (tenant: Tenant, attachments: readonly Attachment[], reader: Account) => {
  for (const { contentType, content } of attachments) {
    const { action, userIds } = (
      contentType === CARD ? ((content as { refresh?: { action?: unknown; userIds?: string[] } } | null)?.refresh ?? {}) : {}
    ) as { action?: unknown; userIds?: string[] };
    if (action && (userIds === undefined || userIds.includes(teamsIdOf(tenant, reader.id)) || userIds.includes(reader.id))) return action;
  }
  return null;
};
