import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#domain/access/actor.ts';
import type { BotParts, TurnState } from './parts.ts';

/** One arrival of a message or a press, and how its turn stood when it came. */
export type Arrival = {
  readonly actor: Actor;
  readonly chat: string;
  readonly activity: string;
  /** An id of this arrival alone. */
  readonly by: string;
  readonly turn: TurnState;
};

/** Teams sends again when it hears nothing for fifteen seconds; whoever waits for another process gives up before that. */
const PATIENCE = 12_000;
const A_LOOK = 400;

/**
 * Whether this arrival is the one to answer, however often the same comes: again from Teams because an answer was late, or from somebody
 * who caught it. Where another process has it in hand, waits whether that one answers, and takes it over where it does not.
 */
export const isOurs = async ({ conversations, log }: Pick<BotParts, 'conversations' | 'log'>, arrival: Arrival): Promise<boolean> => {
  const { actor, turn, ...key } = arrival;
  let state = turn;
  for (let waited = 0; state === 'under-way' && waited < PATIENCE; waited += A_LOOK) {
    await pause(A_LOOK);
    state = await conversations.beginTurn(actor, key);
  }
  if (state !== 'mine') log.warn({ activity: key.activity, state }, 'an activity came again and was not answered a second time');
  return state === 'mine';
};
