import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#domain/access/actor.ts';
import { samePress } from './commands/same-press.ts';
import type { BotParts, TurnState } from './parts.ts';

/** One arrival of a message or a press, and how its turn stood when it came. */
export type Arrival = {
  readonly actor: Actor;
  readonly chat: string;
  readonly activity: string;
  /** An id of this arrival alone. */
  readonly by: string;
  readonly turn: TurnState;
  /** When it came, by a clock that cannot be set (`performance.now()`). */
  readonly since: number;
};

/** Teams sends again when it hears nothing for fifteen seconds; whoever waits for another process gives up before that. */
const PATIENCE = 12_000;
const A_LOOK = 400;

/**
 * Whether this arrival is the one to answer, however often the same comes: again from Teams because an answer was late, or from somebody
 * who caught it. Where another process has it in hand, waits whether that one answers, and takes it over where it does not.
 */
export const isOurs = async ({ conversations, log }: Pick<BotParts, 'conversations' | 'log'>, arrival: Arrival): Promise<boolean> => {
  const { actor, turn, since: _, ...key } = arrival;
  let state = turn;
  for (let waited = 0; state === 'under-way' && waited < PATIENCE; waited += A_LOOK) {
    await pause(A_LOOK);
    state = await conversations.beginTurn(actor, key);
  }
  if (state !== 'mine') log.warn({ activity: key.activity, state }, 'an activity came again and was not answered a second time');
  return state === 'mine';
};

/** A turn is given eight seconds before another may take it over; after half of them it asks first whether it still has the word. */
const SURE = 4_000;

/**
 * Whether an answer that is ready may still be said. One that took long asks again, which keeps the turn where nobody took it over; where
 * somebody did, theirs is the answer. A record that cannot be asked is no reason to say nothing.
 */
export const mayStillSpeak = async (
  { conversations, log }: Pick<BotParts, 'conversations' | 'log'>,
  arrival: Arrival,
): Promise<boolean> => {
  const { actor, turn: _, since, ...key } = arrival;
  if (performance.now() - since < SURE) return true;
  const state = await conversations.beginTurn(actor, key).catch(() => 'mine' as const);
  if (state !== 'mine') log.warn({ activity: key.activity, state }, 'an answer came too late and was left to the one who took over');
  return state === 'mine';
};

/**
 * The ids of a turn's deeds and of the buttons on its card. They follow from the message, so that a message that is answered a second time,
 * because the first answer was cut off, does the same deed and shows the same card.
 */
export const requestsOf = ({ chat, activity }: Pick<Arrival, 'chat' | 'activity'>): (() => string) => {
  let asked = 0;
  return () => {
    asked += 1;
    return samePress(activity, chat, String(asked));
  };
};
