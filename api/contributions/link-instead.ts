import type { BotMessage } from '#contract/bot-messages.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { askByLink, askedFor, requestOf } from './request-records.ts';
import { sendQuestions } from './send-questions.ts';

type Questions = Extract<BotMessage, { readonly about: 'contribution-asked' | 'contribution-reminder' }>;

/** Puts the questions by a signed link, where Teams does not let the bot reach the person; false where there is no address for it either. */
export const linkInstead = async (tx: Transaction, parts: Parts, organisation: string, message: Questions): Promise<boolean> => {
  const asked = await askedFor(tx, organisation, message.contribution);
  const request = asked && (await requestOf(tx, organisation, asked.request));
  if (!asked?.email || !request) return false;
  await askByLink(tx, organisation, asked.contribution);
  await sendQuestions(tx, parts, organisation, {
    contribution: asked.contribution,
    pupil: asked.pupil,
    person: asked.person,
    contact: asked.contact,
    title: QUESTION_SETS[request.purpose].title,
    dueOn: request.dueOn,
    by: request.askedBy,
    runAt: parts.clock.now(),
    reminds: message.about === 'contribution-reminder',
  });
  return true;
};
