import type { Actor } from '#domain/access/actor.ts';
import type { SchoolCalendarFacts } from '#domain/calendar/school-calendar.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { closeConversation, linkConversation, publishedCalendar, saveConversation } from './conversation-records.ts';
import { noteStandingCard } from './sent-card-records.ts';
import { type Arrival, beginTurn, settleTurn, type TurnState } from './turn-records.ts';

type Talk = { chat: string; kind: 'personal' | 'group'; reference: object; joinUrl?: string | undefined };

type StandingCard = { chat: string; activity: string; mentions: readonly string[]; answers?: string | undefined };

/** What the service keeps of the bot's conversations. No deed of a person, so no permit: a chat is remembered for whoever spoke in it. */
export const conversations = ({ database, clock }: Pick<Parts, 'database' | 'clock'>) => ({
  /** Stores the reference whole; answers which meeting's chat this is, if it is one. */
  remember: async (actor: Actor, { joinUrl = undefined, ...talk }: Talk): Promise<{ meeting: string | null }> => {
    const { organisation } = actor.scope;
    const kept = { ...talk, person: actor.person, joinUrl: joinUrl ?? null, at: clock.now() };
    return { meeting: await database.within(actor.scope, (tx) => saveConversation(tx, organisation, kept)) };
  },

  /** Takes a message that has arrived, which may have arrived before, here or at another process. */
  beginTurn: (actor: Actor, arrival: Arrival): Promise<TurnState> =>
    database.within(actor.scope, (tx) => beginTurn(tx, actor.scope.organisation, arrival)),

  /** The same for a press, which may come from somebody Waymark does not know; {@link settlePress} says that it has its answer. */
  beginPress: (organisation: string, arrival: Arrival): Promise<TurnState> =>
    database.within({ organisation, schools: [] }, (tx) => beginTurn(tx, organisation, arrival)),

  settlePress: (organisation: string, chat: string, activity: string): Promise<void> =>
    database.within({ organisation, schools: [] }, (tx) => settleTurn(tx, organisation, chat, activity)),

  linkMeeting: (actor: Actor, chat: string, meeting: string): Promise<void> =>
    database.within(actor.scope, (tx) => linkConversation(tx, actor.scope.organisation, chat, meeting)),

  /** Notes a card that stands in a chat, by the ids in it, for when it must be taken back; `answers` is the message that has its answer now. */
  noteCard: (actor: Actor, { answers, ...card }: StandingCard): Promise<void> =>
    database.within(actor.scope, async (tx) => {
      if (answers) await settleTurn(tx, actor.scope.organisation, card.chat, answers);
      await noteStandingCard(tx, actor.scope.organisation, { ...card, at: clock.now() });
    }),

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
