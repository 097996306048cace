import type { Actor } from '#domain/access/actor.ts';
import type { SchoolCalendarFacts } from '#domain/calendar/school-calendar.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { closeConversation, linkConversation, publishedCalendar, saveConversation } from './conversation-records.ts';
import { noteStandingCard } from './sent-card-records.ts';

type Talk = { chat: string; kind: 'personal' | 'group'; reference: object; joinUrl?: string | undefined };

/** What the service keeps of the bot's conversations. No deed of a person, so no permit: a chat is remembered for whoever spoke in it. */
export const conversations = ({ database, clock }: Pick<Parts, 'database' | 'clock'>) => ({
  /** Stores the reference whole; answers which meeting's chat this is, if it is one. */
  remember: async (actor: Actor, { joinUrl = undefined, ...talk }: Talk): Promise<{ meeting: string | null }> => {
    const { organisation } = actor.scope;
    const kept = { ...talk, person: actor.person, joinUrl: joinUrl ?? null, at: clock.now() };
    return { meeting: await database.within(actor.scope, (tx) => saveConversation(tx, organisation, kept)) };
  },

  linkMeeting: (actor: Actor, chat: string, meeting: string): Promise<void> =>
    database.within(actor.scope, (tx) => linkConversation(tx, actor.scope.organisation, chat, meeting)),

  /** Notes a card that stands in a chat, by the ids in it, for when it must be taken back. */
  noteCard: (actor: Actor, card: { chat: string; activity: string; mentions: readonly string[] }): Promise<void> =>
    database.within(actor.scope, (tx) => noteStandingCard(tx, actor.scope.organisation, { ...card, at: clock.now() })),

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
