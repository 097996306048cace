/** Chats as Teams keeps them: who is in them, whether the app is, and what was said. */
import { createHash, randomUUID } from 'node:crypto';
import type { EventRecord } from '../graph/event-record.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';

export type ChatKind = 'personal' | 'groupChat' | 'meeting';

export type Chat = {
  readonly id: string;
  readonly kind: ChatKind;
  readonly topic: string | null;
  /** Object ids of people; the bot is a member when the app is installed. */
  readonly members: readonly string[];
  readonly installed: boolean;
  readonly created: string;
  readonly meeting?: ChatMeeting;
};

export type ChatMeeting = {
  /** What Teams calls the meeting towards bots. */
  readonly id: string;
  readonly iCalUId: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly joinUrl: string;
  readonly organiser: string;
  readonly state: 'scheduled' | 'running' | 'over';
};

export type Attachment = { readonly contentType: string; readonly content?: unknown; readonly contentUrl?: string; readonly name?: string };

export type ChatMessage = {
  readonly id: string;
  readonly chat: string;
  /** An object id, or `bot`. */
  readonly from: string;
  readonly at: string;
  readonly text: string;
  readonly textFormat: string;
  readonly attachments: readonly Attachment[];
  readonly suggested: readonly { readonly title: string; readonly value: string }[];
  readonly replyTo: string | null;
  readonly edited: string | null;
  readonly deleted: boolean;
};

/** A card as one person sees it, in place of the base card: answered to their own press or refresh. */
export type PersonalView = { readonly card: unknown; readonly at: string };

export const chatsOf = ({ store }: Tenant) => store.table<Chat>('chats');
export const messagesOf = ({ store }: Tenant, chat: string) => store.table<ChatMessage>(`messages/${chat}`);
export const viewsOf = ({ store }: Tenant, chat: string) => store.table<PersonalView>(`views/${chat}`);
export const viewKey = (message: string, person: string) => `${message} ${person}`;

const digest = (text: string, length: number) => createHash('sha256').update(text).digest('base64url').slice(0, length);

/** The bot registration of this tenant. */
export const botOf = (tenant: Tenant) => tenant.clients().find(({ bot }) => bot);
export const botIdOf = (tenant: Tenant) => `28:${botOf(tenant)?.clientId ?? ''}`;

/** How Teams names a person towards one bot: never the object id, and another name for another bot. */
export const teamsIdOf = (tenant: Tenant, person: string) =>
  `29:1${digest(`${person} ${botIdOf(tenant)}`, 43)}${digest(`teams ${person}`, 40)}`;
/** The account behind a Teams id, an object id or a principal name. */
export const personOfTeamsId = (tenant: Tenant, reference: string): Account | undefined =>
  tenant.directory.account(reference.startsWith('29:') ? (teamsIds(tenant).get(reference) ?? '') : reference.replace(/^8:orgid:/, ''));

const known = new WeakMap<Tenant, ReadonlyMap<string, string>>();
/** Every Teams id with the object id behind it, worked out once a start: there are as many as accounts. */
const teamsIds = (tenant: Tenant) => {
  const ids = known.get(tenant) ?? new Map(tenant.directory.people().map(({ id }) => [teamsIdOf(tenant, id), id]));
  known.set(tenant, ids);
  return ids;
};

export const personalChatId = (tenant: Tenant, person: string) =>
  `a:1${digest(`personal chat ${person} ${botIdOf(tenant)}`, 43)}${digest(person, 40)}`;

/** The chat between a person and the bot, made when somebody first looks. */
export const personalChat = (tenant: Tenant, person: Account): Chat => {
  const id = personalChatId(tenant, person.id);
  const known = chatsOf(tenant).get(id);
  return (
    known ??
    chatsOf(tenant).put(id, {
      id,
      kind: 'personal',
      topic: null,
      members: [person.id],
      installed: false,
      created: tenant.now().toISOString(),
    })
  );
};

export const groupChat = (tenant: Tenant, { topic, members }: Pick<Chat, 'topic' | 'members'>): Chat => {
  const id = `19:${randomUUID().replaceAll('-', '')}@thread.v2`;
  return chatsOf(tenant).put(id, { id, kind: 'groupChat', topic, members, installed: false, created: tenant.now().toISOString() });
};

/** The chat that an online meeting brings with it; it follows the event's people and times. */
export const meetingChat = (tenant: Tenant, { event, organiser }: { readonly event: EventRecord; readonly organiser: Account }): Chat => {
  const id = threadIn(event.joinUrl ?? '');
  const invited = event.attendees.flatMap(({ address }) => tenant.directory.account(address)?.id ?? []);
  const known = chatsOf(tenant).get(id);
  return chatsOf(tenant).put(id, {
    id,
    kind: 'meeting',
    topic: event.subject,
    members: [...new Set([organiser.id, ...invited])],
    installed: known?.installed ?? false,
    created: known?.created ?? tenant.now().toISOString(),
    meeting: {
      id: Buffer.from(`1*${organiser.id}*0**${id}`).toString('base64'),
      iCalUId: event.meeting,
      title: event.subject,
      start: event.start,
      end: event.end,
      joinUrl: event.joinUrl ?? '',
      organiser: organiser.id,
      state: known?.meeting?.state ?? 'scheduled',
    },
  });
};

const threadIn = (joinUrl: string) => decodeURIComponent(/meetup-join\/([^/]+)\//.exec(joinUrl)?.[1] ?? joinUrl);

/** Message ids are milliseconds that only grow, as in Teams. */
export const nextMessageId = (tenant: Tenant): string => {
  const clock = tenant.store.table<number>('message-clock');
  const next = Math.max(Date.now(), (clock.get('last') ?? 0) + 1);
  clock.put('last', next);
  return String(next);
};
