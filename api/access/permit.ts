import type { Actor } from '#domain/access/actor.ts';
import { type HouseDeed, houseRule, mayDo, mayDoInHouse, type PupilDeed, pupilRule } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { type Standing, standingsTo, standingTo } from './access-records.ts';

/** What someone hears who may not even know of the pupil: the words for a pupil who does not exist. */
export const noSuchCase = (): Refusal => new Refusal('not-found', 'There is no such case, or it is not yours.');

/**
 * Refuses a deed on a pupil's record that is not this actor's to do. `not-found` where the actor may not even know of the pupil,
 * in the same words as for a pupil who does not exist; `not-allowed`, with the reason, where the record is open to them but the deed is not.
 */
export const permit = async (tx: Transaction, actor: Actor, deed: PupilDeed, pupil: string, today: Day): Promise<void> => {
  const refused = refusalOf(await standingTo(tx, actor, pupil, today), deed);
  if (refused) throw refused;
};

/**
 * The refusal of each of these pupils to whom the deed is not this actor's; the others are not in it. Throws where it is the actor's for
 * none of them.
 */
export const permitEach = async (
  tx: Transaction,
  actor: Actor,
  deed: PupilDeed,
  pupils: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Refusal>> => {
  const standings = await standingsTo(tx, actor, pupils, today);
  const refused = new Map(pupils.flatMap((pupil) => [[pupil, refusalOf(standings.get(pupil), deed)] as const]).filter(isRefused));
  const [first] = refused.values();
  if (first && refused.size === new Set(pupils).size) throw first;
  return refused;
};

const isRefused = (entry: readonly [string, Refusal | null]): entry is readonly [string, Refusal] => entry[1] !== null;

const refusalOf = (standing: Standing | undefined, deed: PupilDeed): Refusal | null => {
  if (standing && mayDo(deed, standing.roles, standing.relations)) return null;
  if (!standing || !mayDo('open-pupil', standing.roles, standing.relations)) return noSuchCase();
  return new Refusal('not-allowed', pupilRule(deed).refusal);
};

/** Refuses a deed of the house that none of the actor's roles may do. */
export const permitInHouse = (actor: Actor, deed: HouseDeed): void => {
  if (!mayDoInHouse(deed, actor.roles)) throw new Refusal('not-allowed', houseRule(deed).refusal);
};
