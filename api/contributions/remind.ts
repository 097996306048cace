import type { Instant } from '#domain/calendar/day.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { tell } from '../conversations/tell.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { noteReminded, type StoredAsked, type StoredRequest } from './request-records.ts';
import { sendQuestions } from './send-questions.ts';

/**
 * Whether somebody can be reminded: asked, not answered, not gone, and not somebody who must not be reached by now. Who was asked on paper is
 * telephoned: the asker hears of them with the rest.
 */
export const canBeReminded = ({ standing, answeredAt, restricted, leftOn, door }: StoredAsked, today: string): boolean =>
  standing && door !== 'letter' && answeredAt === null && !restricted && (leftOn === null || leftOn > today);

/** Brings the questions to one person once more, the way they are asked; `step` where it goes by itself. */
export const remindOne = async (
  tx: Transaction,
  parts: Parts,
  organisation: string,
  request: StoredRequest,
  one: StoredAsked,
  { runAt, step }: { readonly runAt: Instant; readonly step: string | null },
): Promise<void> => {
  await noteReminded(tx, organisation, one.contribution, parts.clock.now(), step);
  const nth = one.remindedAt.length + 1;
  if (one.door === 'card' && one.person)
    return tell(tx, { about: 'contribution-reminder', contribution: one.contribution, request: request.id, to: one.person, nth }, runAt);
  if (!one.email) return;
  await sendQuestions(tx, parts, organisation, {
    contribution: one.contribution,
    pupil: one.pupil,
    person: one.person,
    contact: one.contact,
    title: QUESTION_SETS[request.purpose].title,
    dueOn: request.dueOn,
    by: request.askedBy,
    runAt,
    reminds: true,
  });
};
