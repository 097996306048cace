import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { SchoolCalendarFacts } from '#domain/calendar/school-calendar.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { type Account, actorFound } from '../people/actor-of-account.ts';
import { closeConversation, linkConversation, publishedCalendar, saveConversation, saveSpoken } from './conversation-records.ts';
import { noteStandingCard } from './sent-card-records.ts';
import { type Arrival, beginTurn, settlingTurn, type TurnState } from './turn-records.ts';

type Talk = { chat: string; kind: 'personal' | 'group'; reference: object; joinUrl?: string | undefined };
type Arriving = Omit<Arrival, 'chat'>;
type Heard = { readonly actor: Actor; readonly meeting: string | null; readonly turn: TurnState };

type StandingCard = { chat: string; activity: string; mentions: readonly string[]; answers?: string | undefined };

const spoken = ({ joinUrl, ...talk }: Talk, at: Instant) => ({ ...talk, joinUrl: joinUrl ?? null, at });

/** What the service keeps of the bot's conversations. No deed of a person, so no permit: a chat is remembered for whoever spoke in it. */
export const conversations = ({ database, clock }: Pick<Parts, 'database' | 'clock'>) => ({
  /** Stores the reference whole; answers which meeting's chat this is, if it is one. */
  remember: async (actor: Actor, talk: Talk): Promise<{ meeting: string | null }> => {
    const { organisation } = actor.scope;
    return {
      meeting: await database.within(actor.scope, (tx) => saveConversation(tx, organisation, actor.person, spoken(talk, clock.now()))),
    };
  },

  /**
   * The same for what may have arrived before, here or at another process: finds who speaks, takes its turn as well, and answers how that
   * stands. Null for an account that nobody here has.
   */
  hear: async (account: Account, talk: Talk, arrival: Arriving): Promise<Heard | null> => {
    const { tenantId, entraId } = account;
    const heard = await database.within({ organisation: tenantId, schools: [] }, (tx) =>
      saveSpoken(tx, tenantId, entraId, spoken(talk, clock.now()), { ...arrival, chat: talk.chat }),
    );
    return heard ? { actor: actorFound(heard.speaker, account), meeting: heard.meeting, turn: heard.turn } : null;
  },

  /** Takes the turn again of what was heard, in case whoever has it gives no answer. */
  beginTurn: (actor: Actor, arrival: Arrival): Promise<TurnState> =>
    database.within(actor.scope, (tx) => beginTurn(tx, actor.scope.organisation, arrival)),

  /** Notes that a turn has its answer, where no card says so. */
  settleTurn: (actor: Actor, chat: string, activity: string): Promise<void> =>
    database.within(actor.scope, async (tx) => void (await settlingTurn(actor.scope.organisation, chat, activity).execute(tx))),

  linkMeeting: (actor: Actor, chat: string, meeting: string): Promise<void> =>
    database.within(actor.scope, (tx) => linkConversation(tx, actor.scope.organisation, chat, meeting)),

  /** Notes a card that stands in a chat, by the ids in it, for when it must be taken back; `answers` is the message that has its answer now. */
  noteCard: (actor: Actor, { answers, ...card }: StandingCard): Promise<void> =>
    database.within(actor.scope, (tx) =>
      noteStandingCard(tx, actor.scope.organisation, { ...card, answers: answers ?? null, at: clock.now() }),
    ),

  /** The bot was taken out of a chat; nothing more is sent there until it is spoken to again. */
  close: (organisation: string, chat: string): Promise<void> =>
    database.within({ organisation, schools: [] }, (tx) => closeConversation(tx, organisation, chat, 'taken out', clock.now())),

  /** Term dates as the asker's school published them; null where it has published none. */
  termDates: async (actor: Actor): Promise<SchoolCalendarFacts | null> => {
    const stored = await database.within(actor.scope, (tx) => publishedCalendar(tx, actor.scope.organisation, actor.scope.schools));
    const { calendar } = schoolDay(stored);
    return calendar.years.length > 0 ? calendar : null;
  },
});
