import type { BotMessage } from '#contract/bot-messages.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';

/** The one id of a message: the same message is one card, however often it is asked for. */
export const cardIdOf = (message: BotMessage): string => {
  if (message.about === 'meeting-started') return `${message.about}:${message.meeting}`;
  return `${message.about}:${message.about === 'dates-due' ? message.day : message.meeting}:${message.to}`;
};

/**
 * Has the bot say something, from inside a deed's own transaction: it is said when, and only when, the deed's rows are there. Messages of
 * one chat go out one after another.
 */
export const tell = (tx: Transaction, message: BotMessage): Promise<void> =>
  enqueue(
    tx,
    'bot-message',
    { message },
    { key: cardIdOf(message), queue: `bot:${message.about === 'meeting-started' ? message.meeting : message.to}` },
  );
