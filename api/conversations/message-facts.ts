import { type BotMessage, meetingOf } from '#contract/bot-messages.ts';

/** Whose rights a message is drawn with: the reader's, or where a whole chat reads it those of whoever started it. */
export const readerOf = (message: BotMessage): string => (message.about === 'meeting-started' ? message.by : message.to);

/** What a message is about: the meeting, or the request for contributions; null for one about several cases. */
export const subjectOf = (message: BotMessage): string | null => ('request' in message ? message.request : meetingOf(message));

/** The one id of a message: the same message is one card, however often it is asked for. */
export const cardIdOf = (message: BotMessage): string => {
  switch (message.about) {
    case 'meeting-started':
      return `${message.about}:${message.meeting}`;
    case 'actions-given':
    case 'review-booked':
      return `${message.about}:${message.meeting}:${message.to}`;
    case 'dates-due':
    case 'morning':
    case 'strategies':
      return `${message.about}:${message.day}:${message.to}`;
    case 'dates-moved':
      return `${message.about}:${message.change}:${message.to}`;
    case 'contribution-asked':
      return `${message.about}:${message.contribution}`;
    case 'contribution-reminder':
      return `${message.about}:${message.contribution}:${message.nth}`;
    case 'contributions-gathered':
      return `${message.about}:${message.request}`;
    default:
      return message satisfies never;
  }
};

/** The chat whose messages go out one after another: the meeting's, or the one with the reader alone. */
export const lineOf = (message: BotMessage): string => `bot:${message.about === 'meeting-started' ? message.meeting : message.to}`;
