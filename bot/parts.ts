import type { Casework } from '#api/casework.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { SchoolCalendarFacts } from '#domain/calendar/school-calendar.ts';
import type { TabPage } from './turn.ts';

/** What the bot must know of the channel it talks through. Microsoft's own addresses hold where `channel` is absent. */
export type BotSettings = {
  /** The bot's registration; its tokens are for this audience. */
  readonly appId: string;
  readonly tenantId: string;
  /** `off` takes unsigned activities, as Microsoft's test client sends them; only ever with the local tenant. */
  readonly auth: 'on' | 'off';
  /** The local tenant's stand-ins for Teams' token issuer and keys. */
  readonly channel?: {
    readonly loginUrl: string;
    readonly scope: string;
    readonly tokenIssuer: string;
    readonly openIdMetadataUrl: string;
    readonly oAuthUrl: string;
  };
  /** An access token for the connector, from the service's own credential. */
  readonly connectorToken: (scope: string) => Promise<string>;
};

/** A chat in which somebody speaks: the reference by which Teams wants to be addressed there, and the join address where a meeting began. */
export type Talk = {
  readonly chat: string;
  readonly kind: 'personal' | 'group';
  readonly reference: object;
  readonly joinUrl?: string | undefined;
};

/** How a turn stands that may have arrived before: ours to answer, in somebody's hand, or answered. */
export type TurnState = 'mine' | 'under-way' | 'answered';

/** An account of Entra, as Teams vouches for it. */
export type Account = { readonly tenantId: string; readonly entraId: string; readonly door: 'bot' };

/** What was said, by whom, in which meeting's chat if it is one, and how its turn stands. */
export type Heard = { readonly actor: Actor; readonly meeting: string | null; readonly turn: TurnState };

/** What the bot keeps of its conversations; implemented in api/conversations. */
export type Conversations = {
  /** Stores the reference whole and answers which meeting's chat this is, if it is one. */
  remember(actor: Actor, talk: Talk): Promise<{ meeting: string | null }>;
  /** The same for a message or a press, which may have arrived before: finds who it is and takes its turn; null for a stranger. `by` is an id of this arrival alone. */
  hear(account: Account, talk: Talk, arrival: { activity: string; by: string }): Promise<Heard | null>;
  /** Takes the turn again of what was heard: where nobody answered it in time, or to keep it where it is ours. */
  beginTurn(actor: Actor, arrival: { chat: string; activity: string; by: string }): Promise<TurnState>;
  /** Notes that a turn has its answer. */
  settleTurn(actor: Actor, chat: string, activity: string): Promise<void>;
  linkMeeting(actor: Actor, chat: string, meeting: string): Promise<void>;
  /** A card that stands in a chat, and the ids in it; a card that was changed in its place is the same card. `answers`: the message it answers. */
  noteCard(
    actor: Actor,
    card: { chat: string; activity: string; mentions: readonly string[]; answers?: string | undefined },
  ): Promise<void>;
  /** The bot was taken out of the chat. */
  close(organisation: string, chat: string): Promise<void>;
  termDates(actor: Actor): Promise<SchoolCalendarFacts | null>;
};

/** Everything the bot is given. */
export type BotParts = {
  readonly casework: Casework;
  readonly actorFor: (who: Account) => Promise<Actor | null>;
  /** Counts what a person asks, in chats and in the tab together; throws a refusal where that was too much. */
  readonly holdToLimits: (actor: Actor) => void;
  readonly conversations: Conversations;
  readonly clock: { now(): Instant; today(timeZone: string): Day };
  readonly ids: { next(): string };
  /** Given ids, never names or needs. */
  readonly log: { warn(fields: Record<string, unknown>, words: string): void; error(fields: Record<string, unknown>, words: string): void };
  readonly tabLink: (page: TabPage) => string | null;
  /** The pupil whose page of the tab an address opens; null for every other address. */
  readonly pupilOfLink: (address: string) => string | null;
  readonly settings: BotSettings;
};
