import { z } from 'zod';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { tell } from '../conversations/tell.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import type { Task } from '../tasks.ts';
import { chasingOf } from './chasing-records.ts';
import { openingNow } from './opening.ts';
import { canBeReminded, remindOne } from './remind.ts';
import { askedOf, noteTold, requestOf, type StoredRequest } from './request-records.ts';

const payload = z.object({ organisation: z.guid(), request: z.guid(), step: z.enum(['first', 'second', 'tell']) });
type Step = z.infer<typeof payload>['step'];

/**
 * One step of a chase: reminds those who have not answered, or tells the asker how it went. A day on which the school turns out to be closed
 * is waited out. Run twice it does nothing the second time: each reminder is noted with its step, and the asker is told once.
 */
export const chaseTask: Task = (parts: Parts) => async (given) => {
  const { organisation, request: id, step } = payload.parse(given);
  await parts.database.within({ organisation, schools: [] }, async (tx) => {
    const request = await requestOf(tx, organisation, id, true);
    if (request?.state !== 'open') return;
    const runAt = await openingNow(tx, parts, organisation, request.pupil);
    if (runAt > parts.clock.now()) {
      await enqueue(tx, 'chase-contributions', { request: id, step }, { key: `${id}:${step}:${runAt}`, runAt });
      return;
    }
    await (step === 'tell' ? tellAsker(tx, parts, organisation, request) : remindAll(tx, parts, organisation, request, step));
  });
};

const remindAll = async (
  tx: Transaction,
  parts: Parts,
  organisation: string,
  request: StoredRequest,
  step: Exclude<Step, 'tell'>,
): Promise<void> => {
  const now = parts.clock.now();
  const { zone } = await chasingOf(tx, organisation);
  const waiting = (await askedOf(tx, organisation, [request.id])).filter(
    (one) => canBeReminded(one, dayIn(zone, now)) && !one.steps.includes(step),
  );
  for (const one of waiting) await remindOne(tx, parts, organisation, request, one, { runAt: now, step });
};

const tellAsker = async (tx: Transaction, parts: Parts, organisation: string, request: StoredRequest): Promise<void> => {
  if (!(await noteTold(tx, organisation, request.id, parts.clock.now()))) return;
  await tell(tx, { about: 'contributions-gathered', request: request.id, to: request.askedBy });
};
