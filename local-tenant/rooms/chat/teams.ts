/** The made-up Teams as this page asks it; see local-tenant/teams/rooms-door.ts for the other side. */

export type Person = { readonly id: string; readonly key: string; readonly displayName: string; readonly jobTitle: string | null };
export type Chat = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'meeting';
  readonly title: string;
  readonly installed: boolean;
  readonly members: readonly { readonly id: string; readonly displayName: string }[];
  readonly meeting: { readonly title: string; readonly state: 'scheduled' | 'running' | 'over' } | null;
  readonly last: string | null;
};
export type CardAction = { readonly type: string; readonly verb?: string; readonly data?: unknown };
export type Message = {
  readonly id: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly text: string;
  readonly edited: string | null;
  readonly attachments: readonly { readonly contentType: string; readonly content?: unknown }[];
  /** True when this person sees a card of their own in place of the one that everyone sees. */
  readonly personal: boolean;
  /** What this person's client must ask the bot by itself, before it shows the card. */
  readonly refresh: CardAction | null;
};
export type BotAnswer = { readonly bot: { readonly status: number; readonly body: unknown } | null };

const ask = async <T>(address: string, body?: object): Promise<T> => {
  const request = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
  const reply = await fetch(address, request);
  const answer: unknown = await reply.json().catch(() => null);
  if (!reply.ok) throw new Error((answer as { error?: string } | null)?.error ?? 'Teams did not answer.');
  return answer as T;
};

const at = (chat: string, rest = ''): string => `/rooms/chats/${encodeURIComponent(chat)}${rest}`;
const as = (person: string): string => `?person=${encodeURIComponent(person)}`;

export const teams = {
  people: () => ask<Person[]>('/rooms/people'),
  chats: (person: string) => ask<Chat[]>(`/rooms/chats${as(person)}`),
  history: (chat: string, person: string) => ask<{ chat: Chat; messages: Message[] }>(`${at(chat)}${as(person)}`),
  stream: (chat: string, person: string) => new EventSource(`${at(chat, '/stream')}${as(person)}`),
  say: (chat: string, person: string, text: string) => ask<BotAnswer>(at(chat, '/messages'), { person, text }),
  press: (chat: string, person: string, message: string, action: CardAction) =>
    ask<BotAnswer>(at(chat, '/press'), { person, message, action, inputs: {} }),
  refresh: (chat: string, person: string, message: string, action: CardAction) =>
    ask<BotAnswer>(at(chat, '/refresh'), { person, message, action }),
  /** An action over a message: opens its dialog, or with `data` sends it. */
  over: (chat: string, person: string, message: string, data?: unknown) =>
    ask<BotAnswer>(at(chat, '/message-action'), { person, message, command: 'keepMessage', ...(data === undefined ? {} : { data }) }),
  /** What Teams asks an app's bot while its search box is open. */
  search: (chat: string, person: string, words: string) =>
    ask<BotAnswer>(at(chat, '/invoke'), {
      person,
      name: 'composeExtension/query',
      value: { commandId: 'findPupil', parameters: [{ name: 'words', value: words }], queryOptions: { skip: 0, count: 25 } },
    }),
  choose: (chat: string, person: string, value: unknown) =>
    ask<BotAnswer>(at(chat, '/invoke'), { person, name: 'composeExtension/selectItem', value }),
  postCard: (chat: string, person: string, content: unknown) => ask<unknown>(at(chat, '/cards'), { person, content }),
  remove: (chat: string, person: string, message: string) => ask<BotAnswer>(at(chat, '/delete-message'), { person, message }),
  install: (chat: string, person: string) => ask<Chat>(at(chat, '/install'), { person }),
  meeting: (chat: string, person: string, turn: 'start' | 'end') => ask<BotAnswer>(at(chat, '/meeting'), { person, turn }),
};
