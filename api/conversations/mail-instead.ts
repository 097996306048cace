import type { BotMessage } from '#contract/bot-messages.ts';
import { linkInstead } from '../contributions/link-instead.ts';
import type { Transaction } from '../database/connection.ts';
import { organisationZone } from '../meetings/organisation-records.ts';
import type { Parts } from '../parts.ts';
import { datesMail } from './dates-mail.ts';
import { cardIdOf, readerOf, subjectOf } from './message-facts.ts';
import { caseOfMeeting, caseOfRequest, claimCard, settleCard } from './sent-card-records.ts';

/**
 * The same message by e-mail, where the bot cannot reach the person: the case and where to look, never a child's name. Sent once; a card
 * for a whole chat has no e-mail in its place, and questions go out as a link under which they can be answered.
 */
export const mailInstead = async (
  parts: Parts,
  organisation: string,
  message: BotMessage,
  { name, email, entraId }: { readonly name: string; readonly email: string | null; readonly entraId: string | null },
): Promise<void> => {
  const scope = { organisation, schools: [] };
  const chat = `mail:${readerOf(message)}`;
  const settle = (tx: Transaction, outcome: 'mailed' | 'dropped') =>
    settleCard(tx, organisation, chat, cardIdOf(message), { outcome, activity: null, at: parts.clock.now() });
  const claimed = await parts.database.within(scope, async (tx) => {
    if ((await claimCard(tx, organisation, chat, cardIdOf(message), subjectOf(message))) === 'done') return null;
    if (!asksQuestions(message)) return textOf(tx, parts, organisation, message, entraId === null);
    await settle(tx, (await linkInstead(tx, parts, organisation, message)) ? 'mailed' : 'dropped');
    return null;
  });
  if (!claimed) return;
  const { text } = claimed;
  if (text && email) await parts.graph.mail.send({ to: [{ name, email }], subject: text.subject, text: text.body });
  await parts.database.within(scope, (tx) => settle(tx, text && email ? 'mailed' : 'dropped'));
};

type Questions = Extract<BotMessage, { readonly about: 'contribution-asked' | 'contribution-reminder' }>;
const asksQuestions = (message: BotMessage): message is Questions =>
  message.about === 'contribution-asked' || message.about === 'contribution-reminder';

/** What the e-mail says; no text for a card that has none in its place, null where what it is about has gone. */
const textOf = async (
  tx: Transaction,
  { clock }: Pick<Parts, 'clock'>,
  organisation: string,
  message: Exclude<BotMessage, Questions>,
  isOutside: boolean,
): Promise<{ readonly text: Text | null } | null> => {
  if (message.about === 'dates-due') {
    const today = clock.today(await organisationZone(tx, organisation));
    return { text: await datesMail(tx, organisation, { ...message, today, isOutside, open: OPEN }) };
  }
  if (message.about === 'dates-moved') return { text: DATES_MOVED };
  if (message.about === 'morning') return { text: MORNING };
  if (message.about === 'strategies') return { text: STRATEGIES };
  const caseRef = await ('request' in message
    ? caseOfRequest(tx, organisation, message.request)
    : caseOfMeeting(tx, organisation, message.meeting));
  if (!caseRef) return null;
  return { text: message.about === 'meeting-started' ? null : TEXTS[message.about](caseRef) };
};

type Text = { readonly subject: string; readonly body: string };

const OPEN = 'Open Waymark in Teams to read more. This message came by e-mail because Waymark could not reach you in Teams.';

/** About dates of several cases, so it names none. */
const DATES_MOVED: Text = {
  subject: 'Dates moved: the school’s calendar was changed',
  body: `The school’s calendar was changed, and with it dates that you owe.\n\n${OPEN}\n`,
};

/** In place of the morning card: nothing of what stands on it. */
const MORNING: Text = {
  subject: 'Your day in Waymark',
  body: `What is due, what changed and who you meet this week stands on Today.\n\n${OPEN}\n`,
};

/** In place of the card about strategies. */
const STRATEGIES: Text = {
  subject: 'What helps the pupils you teach',
  body: `There are strategies to read, and to say of what works and what does not: in Waymark, under Classes, My pupils.\n\n${OPEN}\n`,
};

const TEXTS = {
  'actions-given': (caseRef: string) => ({
    subject: `${caseRef}: actions for you`,
    body: `The meeting about ${caseRef} has ended and gave you one or more actions.\n\n${OPEN}\n`,
  }),
  'review-booked': (caseRef: string) => ({
    subject: `${caseRef}: review booked`,
    body: `The review of ${caseRef} is in the calendars.\n\n${OPEN}\n`,
  }),
  'contributions-gathered': (caseRef: string) => ({
    subject: `${caseRef}: who has answered`,
    body: `What you asked about ${caseRef} stands in the record: who has answered, and who has not.\n\n${OPEN}\n`,
  }),
} as const;
