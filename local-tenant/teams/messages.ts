/** Activities of the bot as messages of a chat. */
import type { Attachment, Chat, ChatMessage } from './chat-records.ts';

export type SentActivity = {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: { readonly actions?: readonly { readonly title?: string; readonly value?: unknown }[] };
};

type Kept = { readonly id: string; readonly at: string; readonly replyTo: string | null };

export const messageFromBot = (
  chat: Chat,
  { text = '', textFormat = 'markdown', attachments = [], suggestedActions }: SentActivity,
  { id, at, replyTo }: Kept,
): ChatMessage => ({
  id,
  chat: chat.id,
  from: 'bot',
  at,
  text,
  textFormat,
  attachments,
  suggested: (suggestedActions?.actions ?? []).map(({ title = '', value }) => ({ title, value: String(value ?? title) })),
  replyTo,
  edited: null,
  deleted: false,
});
