import type { BotMessage } from '#contract/bot-messages.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo, type PupilDeed } from '#domain/access/deeds.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { standingTo } from '../access/access-records.ts';
import { cardIdOf, lineOf } from '../conversations/message-facts.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { askedToday } from '../mornings/open-asking.ts';
import { ownOpening } from '../mornings/own-opening.ts';
import type { Parts } from '../parts.ts';
import { openingNow } from './opening.ts';
import { askedFor, pupilOfRequest, requestOf } from './request-records.ts';

/** Whether a message still has its reason by the time it leaves: a question that was answered or withdrawn meanwhile is not put. */
export const stillWanted = async (tx: Transaction, organisation: string, message: BotMessage): Promise<boolean> => {
  if (!('request' in message)) return true;
  if ((await requestOf(tx, organisation, message.request))?.state !== 'open') return false;
  if (message.about === 'contributions-gathered') return true;
  const asked = await askedFor(tx, organisation, message.contribution);
  return asked?.standing === true && asked.answeredAt === null;
};

/**
 * Whether a message must wait until its reader may be written to, because the queue came to it in the evening or on a day off: one about
 * contributions until the school opens, one of dates until the reader's own hours. It is then in the queue again for that moment.
 */
export const waitsForSchool = async (
  tx: Transaction,
  parts: Pick<Parts, 'clock'>,
  organisation: string,
  message: BotMessage,
): Promise<boolean> => {
  const runAt = await mayLeaveAt(tx, parts, organisation, message);
  if (runAt === null || runAt <= parts.clock.now()) return false;
  await enqueue(tx, 'bot-message', { message }, { key: `${cardIdOf(message)}:${runAt}`, queue: lineOf(message), runAt });
  return true;
};

const mayLeaveAt = async (
  tx: Transaction,
  parts: Pick<Parts, 'clock'>,
  organisation: string,
  message: BotMessage,
): Promise<Instant | null> => {
  if (message.about === 'dates-due') return ownOpening(tx, parts, organisation, message.to);
  const pupil = 'request' in message ? await pupilOfRequest(tx, organisation, message.request) : undefined;
  return pupil === undefined ? null : openingNow(tx, parts, organisation, pupil);
};

/** Whether the reader may still see what a message is about: who no longer works with the pupil is not written to. */
export const mayRead = async (tx: Transaction, actor: Actor, message: BotMessage, today: Day): Promise<boolean> => {
  // a card of the morning is of that morning; one with nothing to ask is not sent at all
  if (message.about === 'morning') return message.day === today;
  if (message.about === 'strategies') return message.day === today && (await askedToday(tx, actor, today)).pupils.length > 0;
  if (!('request' in message)) return true;
  const deed: PupilDeed = message.about === 'contributions-gathered' ? 'ask-contributions' : 'answer-contribution';
  const pupil = await pupilOfRequest(tx, actor.scope.organisation, message.request);
  const standing = pupil === undefined ? undefined : await standingTo(tx, actor, pupil, today);
  return standing !== undefined && mayDo(deed, standing.roles, standing.relations);
};
