import { type BotMessage, meetingOf } from '#contract/bot-messages.ts';
import type { Actor } from '#domain/access/actor.ts';
import { turnOf } from '../answering.ts';
import { button, type Card, type CardButton } from '../cards/card.ts';
import { datesMovedCard } from '../cards/dates-moved-card.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { remindersCard } from '../cards/reminders-card.ts';
import { showContribution, showGathered } from '../commands/contributions.ts';
import { showActions } from '../commands/my-day.ts';
import { morningOf } from '../commands/my-morning.ts';
import { look } from '../commands/record.ts';
import { showStrategies } from '../commands/strategies.ts';
import type { Delivery } from '../connector.ts';
import type { Bot } from '../conversation.ts';
import type { BotParts } from '../parts.ts';
import { type Chat, wordsForDay } from '../turn.ts';

/**
 * What the queue asks of the bot: the card for a message, drawn when it is sent and with the rights of the person it is for, and its
 * delivery into a stored conversation.
 */
export const messenger = (parts: BotParts, bot: Bot) => ({
  actorFor: parts.actorFor,
  deliver: (message: BotMessage, actor: Actor, reference: unknown): Promise<Delivery> =>
    bot.deliver(reference, async (accounts) => {
      const card = await cardOf(parts, message, actor, accounts);
      // what is asked of somebody is worth a look at once: the notification names the case
      return 'request' in message ? { card, summary: card.speak } : { card };
    }),
});

const cardOf = async (parts: BotParts, message: BotMessage, actor: Actor, accounts: readonly string[]): Promise<Card> => {
  const kind: Chat['kind'] = message.about === 'meeting-started' ? 'group' : 'personal';
  const turn = turnOf(parts, actor, { id: '', kind, meeting: meetingOf(message) });
  switch (message.about) {
    case 'meeting-started': {
      const answer = await look({ ...turn, linkChat: async () => undefined }, message.meeting);
      return answer.kind === 'shared' ? answer.everyone(accounts) : answer.card;
    }
    case 'actions-given':
      return (await showActions(turn, 'A meeting gave you something to do')).card;
    case 'dates-due': {
      const told = await parts.casework.openReminders(actor, { day: message.day });
      return remindersCard(told, wordsForDay(turn), turn.tabLink);
    }
    case 'morning':
      return morningOf(turn);
    case 'strategies':
      return (await showStrategies(turn)).card;
    case 'dates-moved': {
      const moved = await parts.casework.openDatesMoved(actor, { change: message.change });
      return datesMovedCard(moved, wordsForDay(turn), turn.tabLink({ page: 'today' }));
    }
    case 'review-booked': {
      const meeting = await parts.casework.openMeeting(actor, { meeting: message.meeting });
      const join: CardButton | null = meeting.joinUrl ? { type: 'Action.OpenUrl', title: 'Join', url: meeting.joinUrl } : null;
      const words = `${meeting.pupil.caseRef} is in the calendars: ${meeting.when || (meeting.startsAt ? wordsForDay(turn)(meeting.startsAt.slice(0, 10)) : '')}.`;
      return noticeCard('Review booked', words, button('Record', { verb: 'record', meeting: message.meeting }), join);
    }
    case 'contribution-asked':
      return (await showContribution(turn, message.contribution)).card;
    case 'contribution-reminder':
      return (await showContribution(turn, message.contribution, { reminder: 'A reminder: this has no answer from you yet.' })).card;
    case 'contributions-gathered':
      return (await showGathered(turn, message.request)).card;
    default:
      return message satisfies never;
  }
};
