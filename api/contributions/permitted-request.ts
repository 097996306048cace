import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import type { Transaction } from '../database/connection.ts';
import { requestOf, type StoredRequest } from './request-records.ts';

/** The request, held until the transaction ends, where this actor may ask about the pupil; else as if there were none. */
export const permittedRequest = async (tx: Transaction, actor: Actor, id: string, today: Day): Promise<StoredRequest> => {
  const request = await requestOf(tx, actor.scope.organisation, id, true);
  if (!request) throw noSuchCase();
  await permit(tx, actor, 'ask-contributions', request.pupil, today);
  return request;
};
