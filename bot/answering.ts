import { readCardAction } from '#contract/card-actions.ts';
import type { Actor } from '#domain/access/actor.ts';
import { button, type Card } from './cards/card.ts';
import { faultCard, noticeCard } from './cards/notice-card.ts';
import { veilCard } from './cards/veil-card.ts';
import { understand } from './commands/commands.ts';
import { type Arrival, requestsOf } from './once.ts';
import type { BotParts } from './parts.ts';
import { isLooking, press } from './press.ts';
import { refusalCard, refusalOf } from './refusals.ts';
import { type Answer, type Chat, type Turn, Unclear } from './turn.ts';

/** One turn, put together from who speaks and where, and for what may come again from the message. */
export const turnOf = (parts: BotParts, actor: Actor, chat: Chat, arrival: Arrival | null = null): Turn => ({
  actor,
  chat,
  today: parts.clock.today(actor.timeZone),
  now: parts.clock.now(),
  casework: parts.casework,
  request: arrival ? requestsOf(arrival) : () => parts.ids.next(),
  termDates: () => parts.conversations.termDates(actor),
  linkChat: (meeting) => parts.conversations.linkMeeting(actor, chat.id, meeting),
  tabLink: parts.tabLink,
});

/** Whom Waymark does not know; nothing is told, not even whether there is anything. */
export const stranger: Card = noticeCard('Waymark does not know you yet', 'Ask your coordinator to add you, then say help.');

/**
 * Runs a command or a press and always comes back with something to say: refusals in the deed's words, unclear words as a question,
 * a fault as a sentence with a reference under which it was logged. Nothing of the inside leaks. `aloud` where others read along: a
 * refusal may name a pupil, so there it is only said that there was one.
 */
export const answered = async (parts: Pick<BotParts, 'ids' | 'log'>, work: () => Promise<Answer>, aloud = false): Promise<Answer> => {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Unclear)
      return { kind: 'open', card: noticeCard('Say it another way', thrown.message, button('Help', { verb: 'help' })) };
    const refusal = refusalOf(thrown);
    return { kind: 'open', card: refusal ? refusalCard(refusal, aloud) : faultCard(keepFault(parts, thrown)) };
  }
};

/** Logs a fault once and answers its reference. Only its name and place are kept: a message may quote what a person typed. */
export const keepFault = ({ ids, log }: Pick<BotParts, 'ids' | 'log'>, thrown: unknown): string => {
  const reference = ids.next().slice(0, 8).toUpperCase();
  const fault =
    thrown instanceof Error ? { fault: thrown.name, at: thrown.stack?.match(/^\s+at .*$/gm)?.slice(0, 6) } : { fault: typeof thrown };
  log.error({ reference, ...fault }, 'a turn of the bot broke');
  return reference;
};

/** The answer to what was typed. */
export const answerWords = (parts: BotParts, turn: Turn, words: string): Promise<Answer> =>
  answered(parts, () => understand(turn, words), turn.chat.kind === 'group');

const OLD_BUTTON = noticeCard('This button is from an older card', 'Ask again to get a new one.', button('Help', { verb: 'help' }));

/** The answer to a press; null where a client looked by itself and there is nothing this person may see. */
export const answerPress = async (
  parts: BotParts,
  turn: Turn,
  { verb, data, trigger }: { verb: string; data: unknown; trigger: 'manual' | 'automatic' },
): Promise<Answer | null> => {
  const action = readCardAction(verb, data);
  if (trigger === 'manual') return answered(parts, async () => (action ? press(turn, action) : { kind: 'open', card: OLD_BUTTON }));
  if (!action || !isLooking(action)) return null;
  return answered(parts, () => press(turn, action)).then((answer) => (answer.kind === 'open' ? null : answer));
};

/** The card that stands in the chat: in a group never the asker's own. */
export const cardForChat = (answer: Answer, chat: Chat, account: string, accounts: readonly string[]): Card => {
  if (chat.kind === 'personal' || answer.kind === 'open') return answer.card;
  if (answer.kind === 'shared') return answer.everyone(accounts);
  return veilCard(answer.title, button('Show me', answer.look), account);
};
