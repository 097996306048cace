import type { Following, Whose } from '#contract/following.ts';
import type { Actor } from '#domain/access/actor.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { digestOf, newSecret, tokenText } from '../links/secrets.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { datesFollowed, followerOf } from './followed-dates.ts';
import { dropFeed, feedOf, saveFeed } from './followed-records.ts';
import { beginFollowing, endFollowing, entriesOfPerson, followOf } from './outlook-records.ts';
import { placeSoon } from './place-dates-task.ts';

/** How the reader follows dates in a calendar outside Waymark. */
export const openFollowing =
  (parts: Parts): Casework['openFollowing'] =>
  async (actor) => {
    permitInHouse(actor, 'follow-dates');
    return parts.database.within(actor.scope, (tx) => followingOf(tx, parts, actor));
  };

/** Makes a calendar feed, in the place of the one before. Its address is in this answer and nowhere else. */
export const makeDateFeed =
  (parts: Parts): Casework['makeDateFeed'] =>
  async (actor, { whose }) => {
    permitInHouse(actor, 'follow-dates');
    await mustHoldRole(parts, actor);
    const secret = newSecret();
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await saveFeed(tx, organisation, actor.person, { digest: digestOf(secret), whose, at: parts.clock.now() });
      await note(tx, parts, actor, 'make-date-feed', undefined, { whose });
      const address = `${parts.origin ?? ''}/feeds/${tokenText({ organisation, link: actor.person, secret })}.ics`;
      return { ...(await followingOf(tx, parts, actor)), address };
    });
  };

/** Ends the feed: its address opens nothing from then on. */
export const endDateFeed =
  (parts: Parts): Casework['endDateFeed'] =>
  async (actor) => {
    permitInHouse(actor, 'follow-dates');
    return parts.database.within(actor.scope, async (tx) => {
      await dropFeed(tx, actor.scope.organisation, actor.person);
      await note(tx, parts, actor, 'end-date-feed');
      return followingOf(tx, parts, actor);
    });
  };

/** Has the queue put dates into the reader's Outlook calendar, and keep them there as they move. */
export const followInOutlook =
  (parts: Parts): Casework['followInOutlook'] =>
  async (actor, { whose }) => {
    permitInHouse(actor, 'follow-dates');
    await mustHoldRole(parts, actor);
    return changeOutlook(parts, actor, 'follow-in-outlook', { whose }, (tx) =>
      beginFollowing(tx, actor.scope.organisation, actor.person, { whose, at: parts.clock.now() }),
    );
  };

/** Switches Outlook off: every entry is taken out again. */
export const leaveOutlook =
  (parts: Parts): Casework['leaveOutlook'] =>
  async (actor) => {
    permitInHouse(actor, 'follow-dates');
    return changeOutlook(parts, actor, 'leave-outlook', {}, (tx) =>
      endFollowing(tx, actor.scope.organisation, actor.person, parts.clock.now()),
    );
  };

const changeOutlook = (
  parts: Parts,
  actor: Actor,
  deed: string,
  details: { readonly whose?: Whose },
  change: (tx: Transaction) => Promise<void>,
): Promise<Following> =>
  parts.database.within(actor.scope, async (tx) => {
    await change(tx);
    await note(tx, parts, actor, deed, undefined, details);
    await placeSoon(tx, actor.person);
    return followingOf(tx, parts, actor);
  });

/** A calendar asks when nobody is signed in, so only a role that Waymark itself gave counts: it ends on its day, unseen by Entra. */
const mustHoldRole = async (parts: Parts, actor: Actor): Promise<void> => {
  if (await followerOf(parts, actor.scope.organisation, actor.person, 'queue')) return;
  throw new Refusal(
    'not-ready',
    'Your role comes from a group of Microsoft Entra. A calendar outside Waymark needs a role given in Waymark itself (Settings, People and roles).',
  );
};

const followingOf = async (tx: Transaction, parts: Parts, actor: Actor): Promise<Following> => {
  const { organisation } = actor.scope;
  const feed = await feedOf(tx, organisation, actor.person);
  const follow = await followOf(tx, organisation, actor.person);
  const placed = (await entriesOfPerson(tx, organisation, actor.person)).filter(({ event, on }) => event && on);
  const today = parts.clock.today(actor.timeZone);
  return {
    dates: {
      all: (await datesFollowed(tx, parts, actor, 'all')).length,
      mine: (await datesFollowed(tx, parts, actor, 'mine')).length,
    },
    feed: feed ? { whose: feed.whose, madeAt: feed.madeAt, readAt: feed.readAt } : null,
    address: null,
    outlook:
      follow && !follow.onUntil
        ? {
            whose: follow.whose,
            since: follow.since,
            entries: placed.length,
            next: placed.find(({ on }) => on && on >= today)?.on ?? null,
            placedAt: follow.placedAt,
            trouble: follow.trouble,
          }
        : null,
  };
};
