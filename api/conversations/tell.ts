import type { BotMessage } from '#contract/bot-messages.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { cardIdOf, lineOf } from './message-facts.ts';

/**
 * Has the bot say something, from inside a deed's own transaction: it is said when, and only when, the deed's rows are there, and not before
 * `runAt`. Messages of one chat go out one after another.
 */
export const tell = (tx: Transaction, message: BotMessage, runAt?: Instant): Promise<void> =>
  enqueue(tx, 'bot-message', { message }, { key: cardIdOf(message), queue: lineOf(message), ...(runAt ? { runAt } : {}) });
