/** An action that a person chooses over a message: Teams hands the message to the bot, as it stands at each press. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { type BotAnswer, chatChanged } from './activities.ts';
import { botOf, type Chat, type ChatMessage, messagesOf } from './chat-records.ts';
import { invoke } from './conversation.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** The message as Teams describes it to an action; of one that was deleted only that it was. */
const payloadOf = (tenant: Tenant, chat: Chat, { id, from, at, text, attachments, edited, deleted }: ChatMessage) => {
  const author = from === 'bot' ? undefined : tenant.directory.account(from);
  const bot = botOf(tenant);
  return {
    id,
    replyToId: null,
    messageType: 'message',
    createdDateTime: at,
    lastModifiedDateTime: edited,
    deleted,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    linkToMessage: `https://teams.microsoft.com/l/message/${chat.id}/${id}`,
    from: {
      device: null,
      conversation: null,
      user: author ? { userIdentityType: 'aadUser', id: author.id, displayName: author.displayName } : null,
      application: from === 'bot' ? { applicationIdentityType: 'bot', id: bot?.clientId, displayName: bot?.name } : null,
    },
    body: { contentType: 'html', content: deleted ? '' : `<div>${escaped(text)}</div>` },
    attachmentLayout: null,
    attachments: deleted ? [] : attachments.map(({ contentType, name }, index) => ({ id: String(index), contentType, name: name ?? null })),
    mentions: [],
    reactions: [],
  };
};

type Chosen = { readonly message: ChatMessage; readonly command: string; readonly data?: unknown };

/** Opens the action's dialog, or with `data` sends what was filled in. The bot's answer comes back as it is. */
export const messageAction = (tenant: Tenant, chat: Chat, person: Account, { message, command, data }: Chosen): Promise<BotAnswer> =>
  invoke(tenant, chat, person, data === undefined ? 'composeExtension/fetchTask' : 'composeExtension/submitAction', {
    commandId: command,
    commandContext: 'message',
    messagePayload: payloadOf(tenant, chat, message),
    ...(data === undefined ? {} : { data }),
    context: { theme: 'default' },
  });

/** Its author deletes a message: it leaves the chat, and Teams says of it that it is gone. */
export const deleteMessage = (tenant: Tenant, chat: Chat, person: Account, message: ChatMessage): boolean => {
  if (message.from !== person.id) return false;
  messagesOf(tenant, chat.id).put(message.id, { ...message, text: '', attachments: [], deleted: true });
  chatChanged(tenant, chat.id);
  return true;
};
