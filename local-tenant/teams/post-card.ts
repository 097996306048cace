/** A card that a person puts into a chat out of an app's search: everybody reads it, and the bot is not told. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { chatChanged } from './activities.ts';
import { type Chat, type ChatMessage, messagesOf, nextMessageId } from './chat-records.ts';

export const postCard = (tenant: Tenant, chat: Chat, person: Account, content: object): ChatMessage => {
  const id = nextMessageId(tenant);
  const message = messagesOf(tenant, chat.id).put(id, {
    id,
    chat: chat.id,
    from: person.id,
    at: tenant.now().toISOString(),
    text: '',
    textFormat: 'plain',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    suggested: [],
    replyTo: null,
    edited: null,
    deleted: false,
  });
  chatChanged(tenant, chat.id);
  return message;
};
