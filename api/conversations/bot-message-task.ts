import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type BotMessage, botMessage } from '#contract/bot-messages.ts';
import { id } from '#contract/fields.ts';
import { announce } from '../activity-feed/activity-notice-task.ts';
import { mayRead, stillWanted, waitsForSchool } from '../contributions/wanted-message.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import {
  accountOf,
  closeConversation,
  meetingConversation,
  personalConversation,
  type StoredConversation,
} from './conversation-records.ts';
import { mailInstead } from './mail-instead.ts';
import { cardIdOf, readerOf, subjectOf } from './message-facts.ts';
import type { Messenger } from './messenger.ts';
import { claimCard, secondsLater, settleCard, waitBeforeNext } from './sent-card-records.ts';

const payload = z.object({ organisation: id, message: botMessage, attempt: z.number().int().default(1) });

/** After so many times of "not now" the message goes by e-mail. */
const MOST_ATTEMPTS = 6;

/**
 * Says something in a chat of its own accord. One card a chat and message (`sent_card`); a second apart in the same chat; what Teams asks
 * to wait is waited; a chat that Teams has closed is closed here too and the message goes by e-mail. Between Teams' answer and our note of
 * it lies an instant in which a crash makes the card come twice: Teams takes no idempotency key, and twice is better than never.
 */
export const botMessageTask =
  (messenger: Messenger) =>
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, message, attempt } = payload.parse(job);
    const scope = { organisation, schools: [] };
    const reader = readerOf(message);
    const [account, chat] = await parts.database.within(scope, async (tx) => [
      await accountOf(tx, organisation, reader),
      await chatOf(tx, organisation, message),
    ]);
    if (!account || !(await parts.database.within(scope, (tx) => stillWanted(tx, organisation, message)))) return;
    if (await parts.database.within(scope, (tx) => waitsForSchool(tx, parts, organisation, message))) return;
    if (attempt === 1) await parts.database.within(scope, (tx) => announce(tx, parts, message));
    if (!chat) return mailInstead(parts, organisation, message, account);

    const wait = await parts.database.within(scope, async (tx) =>
      (await claimCard(tx, organisation, chat.chat, cardIdOf(message), subjectOf(message))) === 'done'
        ? null
        : waitBeforeNext(tx, organisation, chat.chat, parts.clock.now()),
    );
    if (wait === null) return;
    await pause(wait);
    const actor = account.entraId && (await messenger.actorFor({ tenantId: organisation, entraId: account.entraId, door: 'bot' }));
    if (!actor) return mailInstead(parts, organisation, message, account);
    if (!(await parts.database.within(scope, (tx) => mayRead(tx, actor, message, parts.clock.today(actor.timeZone))))) return;

    const fared = await messenger.deliver(message, actor, chat.reference);
    if ('unwell' in fared) throw new Error(`the channel answered ${fared.unwell}`);
    if ('retryAfter' in fared && attempt < MOST_ATTEMPTS) {
      return parts.database.within(scope, async (tx) => {
        const runAt = await secondsLater(tx, parts.clock.now(), fared.retryAfter);
        await enqueue(tx, 'bot-message', { message, attempt: attempt + 1 }, { key: `${cardIdOf(message)}:${attempt + 1}`, runAt });
      });
    }
    if ('activity' in fared) {
      const sent = { outcome: 'sent', activity: fared.activity, at: parts.clock.now() } as const;
      return parts.database.within(scope, (tx) => settleCard(tx, organisation, chat.chat, cardIdOf(message), sent));
    }
    if ('closed' in fared) await close(parts, organisation, chat, fared.closed);
    await mailInstead(parts, organisation, message, account);
  };

const chatOf = (tx: Transaction, organisation: string, message: BotMessage): Promise<StoredConversation | undefined> =>
  message.about === 'meeting-started'
    ? meetingConversation(tx, organisation, message.meeting)
    : personalConversation(tx, organisation, message.to);

const close = (parts: Parts, organisation: string, chat: StoredConversation, status: number): Promise<void> =>
  parts.database.within({ organisation, schools: [] }, (tx) =>
    closeConversation(tx, organisation, chat.chat, `Teams answered ${status}`, parts.clock.now()),
  );
