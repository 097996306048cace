import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { noSuchCase, permit } from './permit.ts';
import { membershipOf, type StoredMembership } from './team-records.ts';

/** A place on a team that this actor may change; refused like a case that does not exist where they may not know of the pupil. */
export const permittedMembership = async (tx: Transaction, actor: Actor, member: string, today: Day): Promise<StoredMembership> => {
  const place = await membershipOf(tx, actor.scope.organisation, member);
  if (!place) throw noSuchCase();
  await permit(tx, actor, 'change-team', place.pupil, today);
  return place;
};
