import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type BotMessage, botMessage } from '#contract/bot-messages.ts';
import { id } from '#contract/fields.ts';
import { teamsLink } from '#contract/teams-links.ts';
import { accountOf } from '../conversations/conversation-records.ts';
import { cardIdOf, readerOf, subjectOf } from '../conversations/message-facts.ts';
import { claimCard, settleCard } from '../conversations/sent-card-records.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { kindsOff } from './feed-records.ts';
import { feedKindOf, noticeOf } from './notice-of.ts';

const payload = z.object({ organisation: id, message: botMessage });

/** Has the message announced in its reader's activity feed, where its kind has a notice and there is a Teams to show it. */
export const announce = async (tx: Transaction, { teamsApp }: Pick<Parts, 'teamsApp'>, message: BotMessage): Promise<void> => {
  if (!teamsApp || !feedKindOf(message)) return;
  await enqueue(tx, 'activity-notice', { message }, { key: `feed:${cardIdOf(message)}` });
};

/**
 * Puts a notice into a person's activity feed, unless they turned its kind off. One notice a message: it is claimed before it goes out, and
 * Teams lets a second one of the same chain take the place of the first, should a crash send it again. Where the app is not installed for
 * the person, nothing is sent, and the card or the e-mail stands alone.
 */
export const activityNoticeTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, message } = payload.parse(job);
    const [kind, reader, scope] = [feedKindOf(message), readerOf(message), { organisation, schools: [] }];
    const { teamsApp: app, origin } = parts;
    if (!kind || !app || !origin) return;
    const card = cardIdOf(message);
    const line = `feed:${reader}`;
    const found = await parts.database.within(scope, async (tx) => {
      const account = await accountOf(tx, organisation, reader);
      if (!account?.entraId || (await kindsOff(tx, organisation, reader)).includes(kind)) return null;
      const notice = await noticeOf(tx, organisation, message);
      if (!notice || (await claimCard(tx, organisation, line, card, subjectOf(message))) === 'done') return null;
      return { notice, entraId: account.entraId };
    });
    if (!found) return;
    const { about, preview, page } = found.notice;
    const notice = { kind, about, preview, link: teamsLink({ app, origin }, page), chain: chainOf(card) };
    const outcome = await parts.graph.activity.notify(found.entraId, notice);
    const settled = { outcome: outcome === 'sent' ? 'sent' : 'dropped', activity: null, at: parts.clock.now() } as const;
    await parts.database.within(scope, (tx) => settleCard(tx, organisation, line, card, settled));
  };

/** A number of its own for each message, as Teams tells notices of one chain by; whole and exact in JSON. */
const chainOf = (card: string): number => Number.parseInt(createHash('sha256').update(card).digest('hex').slice(0, 13), 16);
