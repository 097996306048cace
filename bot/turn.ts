import type { Casework } from '#api/casework.ts';
import type { CardAction } from '#contract/card-actions.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { SchoolCalendarFacts } from '#domain/calendar/school-calendar.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { Card } from './cards/card.ts';

/** Where a turn takes place. Only a personal chat has one reader; everywhere else everyone sees the base card. */
export type Chat = {
  readonly id: string;
  readonly kind: 'personal' | 'group';
  /** The meeting whose chat this is, when that is known. */
  readonly meeting: string | null;
};

/** A page of the tab that a card can open. */
export type TabPage =
  | { readonly page: 'today' | 'caseload' | 'meetings' | 'classes/mine' | 'settings/status' }
  | { readonly pupil: string }
  | { readonly meeting: string };

/** One turn of talk: who, where, when, and what may be asked of the service. */
export type Turn = {
  readonly actor: Actor;
  readonly chat: Chat;
  readonly today: Day;
  readonly now: Instant;
  readonly casework: Casework;
  /** An id for a deed, or for a button so that pressing it twice is one deed. The same message that is answered again gets the same ids. */
  readonly request: () => string;
  /** Term dates of the asker's school; null when none are known. */
  readonly termDates: () => Promise<SchoolCalendarFacts | null>;
  /** Keeps that this chat is the chat of a meeting. */
  readonly linkChat: (meeting: string) => Promise<void>;
  /** The address of a page in the tab; null where none is configured. */
  readonly tabLink: (page: TabPage) => string | null;
};

/**
 * What the bot answers.
 * - `open`: nothing about a pupil in it, fit for every reader;
 * - `own`: for the asker alone; in a group the others see a veil, and `look` shows the content again to whoever may see it;
 * - `shared`: a card with two faces: the asker's own view, and what everyone sees (`accounts` are those whose clients then ask for theirs).
 */
export type Answer =
  | { readonly kind: 'open'; readonly card: Card }
  | { readonly kind: 'own'; readonly card: Card; readonly title: string; readonly look: CardAction }
  | { readonly kind: 'shared'; readonly card: Card; readonly everyone: (accounts: readonly string[]) => Card };

/** Something the bot was told or shown that it cannot go on with, in words for the person. */
export class Unclear extends Error {
  override readonly name = 'Unclear';
}

/** `Fri 27 Nov`, as read today. */
export const wordsForDay = (turn: Turn) => (day: string) => dayWords(day as Day, turn.today);
