import { type ActivityFeed, FEED_KINDS, type FeedKind } from '#contract/activity-feed.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { kindsOff, turnOff } from './feed-records.ts';

/** Which notices come into the actor's own activity feed. Nobody sees or sets another's. */
export const openActivityFeed =
  (parts: Parts): Casework['openActivityFeed'] =>
  async (actor) =>
    parts.database.within(actor.scope, (tx) => feedOf(tx, actor));

/** Chooses them; what is not named is turned off. It holds for whatever happens from now on. */
export const chooseNotices =
  (parts: Parts): Casework['chooseNotices'] =>
  async (actor, { on }) =>
    parts.database.within(actor.scope, async (tx) => {
      const off = FEED_KINDS.filter((kind) => !on.includes(kind));
      await turnOff(tx, actor.scope.organisation, actor.person, off);
      return feedOf(tx, actor);
    });

const WORDS: Readonly<Record<FeedKind, string>> = {
  asked: 'Somebody asks me for a contribution',
  given: 'A meeting gives me an action',
  dates: 'Dates of mine are due or late',
  booked: 'A review that I asked for is booked',
};

const feedOf = async (tx: Transaction, actor: Actor): Promise<ActivityFeed> => {
  const off = await kindsOff(tx, actor.scope.organisation, actor.person);
  return { notices: FEED_KINDS.map((kind) => ({ kind, words: WORDS[kind], on: !off.includes(kind) })) };
};
