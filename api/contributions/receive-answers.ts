import type { Day } from '#domain/calendar/day.ts';
import { answerProblem, composedWords, type Given, saidOf } from '#domain/contributions/answers.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { receiveContribution } from '../links/contribution-records.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { openingNow } from './opening.ts';
import { askedOf, keepAnswers, type StoredAsked, type StoredRequest } from './request-records.ts';

/**
 * Puts what was answered into the record, as an edition by whoever gave it. The same answers again change nothing; other ones stand in their
 * place, and the earlier ones stay in the history. With the last answer the asker is told. Refused where nothing was written, or too much.
 */
export const receiveAnswers = async (
  tx: Transaction,
  parts: Parts,
  organisation: string,
  { asked, request }: { readonly asked: StoredAsked; readonly request: StoredRequest },
  given: readonly Given[],
  on: Day,
): Promise<void> => {
  const problem = answerProblem(request.questions, given);
  if (problem) throw new Refusal('not-valid', problem, [{ field: 'answers', reason: 'cannot be kept as they are' }]);
  const said = saidOf(request.questions, given);
  if (JSON.stringify(said) === JSON.stringify(asked.answers)) return;
  const at = parts.clock.now();
  const giving = { by: asked.person ?? asked.contact ?? request.askedBy, at, on };
  await receiveContribution(tx, organisation, asked.contribution, composedWords(request.questions, said), giving);
  await keepAnswers(tx, organisation, asked.contribution, said, at);
  if (request.toldAt !== null || request.state !== 'open') return;
  const waits = (await askedOf(tx, organisation, [request.id])).some(({ standing, answeredAt }) => standing && answeredAt === null);
  if (waits) return;
  const runAt = await openingNow(tx, parts, organisation, asked.pupil);
  await enqueue(tx, 'chase-contributions', { request: request.id, step: 'tell' }, { key: `${request.id}:tell`, runAt });
};
