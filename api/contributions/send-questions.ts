import { LINK_LIMITS, type LinkWay } from '#domain/access/link.ts';
import { earlierOf, laterOf } from '#domain/calendar/counting.ts';
import { addDays, type Day, type Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { saveLink, withdrawEarlier } from '../links/link-records.ts';
import type { Parts } from '../parts.ts';
import { chasingOf } from './chasing-records.ts';

type Questions = {
  readonly contribution: string;
  readonly pupil: string;
  readonly person: string | null;
  readonly contact: string | null;
  readonly title: string;
  readonly dueOn: Day;
  /** Who asks. */
  readonly by: string;
  readonly runAt: Instant;
  readonly reminds: boolean;
  /** On paper nothing goes by itself: the letter waits to be printed. */
  readonly way?: LinkWay;
};

/** Days after the due day on which a link still takes an answer: late words are better than none. */
const GRACE = 14;

/** Writes a link with the questions and the job that sends its letter. A link sent earlier for the same contribution opens no more. */
export const sendQuestions = async (tx: Transaction, parts: Parts, organisation: string, asked: Questions): Promise<void> => {
  const { zone } = await chasingOf(tx, organisation);
  const madeAt = parts.clock.now();
  const today = dayIn(zone, madeAt);
  const last = addDays(today, LINK_LIMITS.longestDays);
  const usual = addDays(laterOf(asked.dueOn, today) ?? today, GRACE);
  const link = {
    id: parts.ids.next(),
    pupil: asked.pupil,
    person: asked.person,
    contact: asked.contact,
    purpose: 'contribution' as const,
    about: asked.contribution,
    aboutWords: asked.title,
    madeBy: asked.by,
    madeAt,
    endsOn: earlierOf(usual, last) ?? last,
    reminds: asked.reminds,
    way: asked.way ?? ('email' as const),
  };
  await saveLink(tx, organisation, link);
  await withdrawEarlier(tx, organisation, link);
  if (link.way !== 'letter') await enqueue(tx, 'send-link', { link: link.id }, { key: link.id, runAt: asked.runAt });
};
