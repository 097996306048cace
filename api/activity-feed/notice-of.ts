import type { FeedKind } from '#contract/activity-feed.ts';
import type { BotMessage } from '#contract/bot-messages.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { casesTold } from '../compliance/told-records.ts';
import { caseOfMeeting, caseOfRequest } from '../conversations/sent-card-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A notice as the activity feed shows it: the case and what happened, never a child's name; a press opens the page of the tab. */
export type FeedNotice = { readonly about: string; readonly preview: string; readonly page: string };

/** The kinds of messages that a notice in the activity feed announces. */
const KINDS: Partial<Record<BotMessage['about'], FeedKind>> = {
  'contribution-asked': 'asked',
  'actions-given': 'given',
  'dates-due': 'dates',
  'review-booked': 'booked',
};

/** The kind of notice that goes with a message; undefined for messages that come without one. */
export const feedKindOf = (message: BotMessage): FeedKind | undefined => KINDS[message.about];

/** The notice that goes with a message; null where what it is about has gone. */
export const noticeOf = async (tx: Transaction, organisation: string, message: BotMessage): Promise<FeedNotice | null> => {
  if (message.about === 'dates-due') {
    const cases = await casesTold(tx, organisation, message.to, message.day);
    const about = cases.length > 3 ? countWords(cases.length, 'case') : cases.join(', ') || 'Your dates';
    return { about, preview: 'Dates that are yours are due or late.', page: 'today' };
  }
  const about = await ('request' in message
    ? caseOfRequest(tx, organisation, message.request)
    : 'meeting' in message
      ? caseOfMeeting(tx, organisation, message.meeting)
      : null);
  if (!about) return null;
  if (message.about === 'contribution-asked') return { about, preview: 'A contribution is asked of you.', page: 'today' };
  if (message.about === 'actions-given')
    return { about, preview: 'A meeting gave you something to do.', page: `meetings/${message.meeting}` };
  return message.about === 'review-booked'
    ? { about, preview: 'The review is in the calendars.', page: `meetings/${message.meeting}` }
    : null;
};
