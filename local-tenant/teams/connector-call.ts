/** What the connector's handlers share: the call, the refusals, and the chat that an address names. */
import type { Params } from '../router.ts';
import type { Tenant } from '../tenant.ts';
import { type Chat, chatsOf } from './chat-records.ts';

export type ConnectorCall = {
  readonly tenant: Tenant;
  readonly params: Params;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
};
export type ConnectorRoute = { readonly method: string; readonly path: string; readonly handle: (call: ConnectorCall) => Response };

export class ConnectorError extends Error {
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

export const notFound = () => new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.');
export const notInRoster = () => new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');

/** The chat of the address, when the bot is in it. */
export const chatAt = ({ tenant, params }: ConnectorCall): Chat => {
  const id = (params.conversation ?? '').split(';')[0] ?? '';
  const chat = chatsOf(tenant).get(id);
  if (!chat) throw notFound();
  if (!chat.installed) throw notInRoster();
  return chat;
};
