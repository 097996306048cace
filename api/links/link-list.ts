import type { SentLink } from '#contract/access.ts';
import { type LinkState, linkState } from '#domain/access/link.ts';
import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { Transaction } from '../database/connection.ts';
import { linksAbout, type StoredLink } from './link-records.ts';

type When = { readonly today: Day; readonly zone: string };

/** Links about a pupil in the words of the page, newest first. */
export const linksOf = async (tx: Transaction, organisation: string, pupil: string, when: When): Promise<SentLink[]> =>
  (await linksAbout(tx, organisation, pupil)).map((link) => line(link, when));

const line = (link: StoredLink, when: When): SentLink => {
  const state = linkState(link, when.today);
  return {
    id: link.id,
    to: link.nameWords,
    what: link.aboutWords,
    way: link.way,
    state,
    stateWords: stateWords(link, state, when),
    sentWords: sentWords(link, when),
    until: link.endsOn,
  };
};

const sentWords = ({ way, sentAt, maker }: StoredLink, when: When): string => {
  if (way === 'letter') return sentAt ? `By letter, ${moment(sentAt, when)}, by ${maker}` : `By letter, made by ${maker}`;
  return sentAt ? `Sent ${moment(sentAt, when)} by ${maker}` : `Being sent, by ${maker}`;
};

const moment = (at: NonNullable<StoredLink['sentAt']>, { zone, today }: When): string => {
  const { day, time } = localTimeOf(at, zone);
  return `${dayWords(day, today)} ${time}`;
};

const BLOCKED: Readonly<Record<NonNullable<StoredLink['why']>, string>> = {
  restricted: 'this person must not be reached',
  left: 'this person has left',
  'pupil-left': 'the pupil has left',
};

const stateWords = (link: StoredLink, state: LinkState, when: When): string => {
  switch (state) {
    case 'being-sent':
      return 'Not sent yet';
    case 'to-print':
      return 'Letter not printed yet';
    case 'open':
      return `Open until ${dayWords(link.endsOn, when.today)}`;
    case 'answered':
      return `Answered ${link.answeredAt ? moment(link.answeredAt, when) : ''}; can be changed until ${dayWords(link.endsOn, when.today)}`;
    case 'ended':
      return `Ended ${dayWords(link.endsOn, when.today)}`;
    case 'withdrawn':
      return link.withdrawnAt ? `Withdrawn ${moment(link.withdrawnAt, when)}` : `Blocked: ${BLOCKED[link.why ?? 'restricted']}`;
    case 'locked':
      return `Closed by itself ${link.lockedAt ? moment(link.lockedAt, when) : ''}: too many wrong codes`;
    default:
      return state satisfies never;
  }
};
