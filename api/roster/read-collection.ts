import type { PeopleCollection } from '#domain/roster/graph-things.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { dropUntold, keepStanding, keepTold, standingOf } from './sync-records.ts';

/** What a reading needs: whose, and whom to tell that a request was made. */
export type Reading = { readonly organisation: string; readonly asked: () => Promise<void> };

/** A page of this many at most is written in one go; Graph's own are smaller. */
const LOST = 'Microsoft 365 answered without saying how to go on, so Waymark could not read people and classes yet.';

/**
 * Reads one collection to its end: what changed since last time, or everything where that is not known or the link has expired. Each page
 * is kept with the link to the next in one transaction, so that a reading that is cut short goes on where it was. `not-allowed` where the
 * permission is missing.
 */
export const readCollection = async (
  parts: Parts,
  { organisation, asked }: Reading,
  collection: PeopleCollection,
): Promise<'read' | 'not-allowed'> => {
  const { database, graph, clock, ids } = parts;
  const scope = { organisation, schools: [] };
  let standing = await database.within(scope, (tx) => standingOf(tx, organisation, collection));
  if (standing.finished) return 'read';
  for (let expired = 0; ; ) {
    const round = standing.nextLink && standing.round ? standing.round : ids.next();
    const link = standing.nextLink ?? (standing.whole ? null : standing.deltaLink);
    const page = await graph.people.page(collection, link);
    await asked();
    if (page === 'not-allowed') return page;
    if (page === 'expired') {
      expired += 1;
      if (expired > 1) throw new Refusal('elsewhere-unwell', LOST);
      standing = { deltaLink: null, nextLink: null, round: null, whole: true, finished: false };
      continue;
    }
    const { told, next, done } = page;
    if (next === null && done === null) throw new Refusal('elsewhere-unwell', LOST);
    const whole = standing.whole;
    standing =
      done === null
        ? { ...standing, nextLink: next, round }
        : { deltaLink: done, nextLink: null, round: null, whole: false, finished: true };
    const now = standing;
    await database.within(scope, async (tx) => {
      await keepTold(tx, organisation, collection, round, told);
      if (now.finished && whole) await dropUntold(tx, organisation, collection, round);
      await keepStanding(tx, organisation, collection, now, clock.now());
    });
    if (standing.finished) return 'read';
  }
};
