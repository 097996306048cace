import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type LifecycleEvent, lifecycleEvents } from '#domain/watching/watched.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { digestOfState, FOLLOWERS } from './keep-watch-task.ts';
import { dropWatch, type KeptWatch, keptWatches } from './watching-records.ts';

/** Notifications of Microsoft 365, as its servers send them. Resolves when what they ask for lies in the queue. */
export type Notices = {
  changed(body: unknown): Promise<void>;
  lifecycle(body: unknown): Promise<void>;
};

/** What is read of a notification: which subscription, the secret, and for the life of a subscription what is the matter. Nothing else. */
const notice = z.looseObject({
  subscriptionId: z.string().max(200),
  clientState: z.string().max(200).nullish(),
  lifecycleEvent: z.string().max(60).nullish(),
});
const delivery = z.looseObject({ value: z.array(z.unknown()) });
type Notice = z.infer<typeof notice>;

/** A delivery may hold a thousand notifications of two subscriptions; each pair of id and event is looked at once. */
const noticesIn = (body: unknown): readonly Notice[] => {
  const found = delivery.safeParse(body);
  if (!found.success) return [];
  const read = found.data.value.flatMap((one) => notice.safeParse(one).data ?? []);
  const key = ({ subscriptionId, clientState, lifecycleEvent }: Notice): string =>
    JSON.stringify([subscriptionId, clientState ?? null, lifecycleEvent ?? null]);
  return [...new Map(read.map((one) => [key(one), one])).values()];
};

/** Digests are compared, so that both are of one length and the comparison takes as long whatever was sent. */
const isGenuine = (watch: KeptWatch, { clientState }: Notice): boolean =>
  timingSafeEqual(Buffer.from(digestOfState(clientState ?? ''), 'hex'), Buffer.from(watch.stateDigest, 'hex'));

const isLifecycle = (text: string): text is LifecycleEvent => (lifecycleEvents as readonly string[]).includes(text);

/** Looks for the changes of a thing a moment later; many notifications come to one look. */
const follow = (tx: Transaction, { what }: KeptWatch): Promise<void> => enqueue(tx, FOLLOWERS[what], {}, { key: 'follow' });

async function heedLife(tx: Transaction, organisation: string, watch: KeptWatch, event: LifecycleEvent): Promise<void> {
  switch (event) {
    case 'reauthorizationRequired':
      return enqueue(tx, 'keep-watch', { renew: watch.what }, { key: `renew:${watch.what}` });
    case 'subscriptionRemoved':
      await dropWatch(tx, organisation, watch.subscription);
      return enqueue(tx, 'keep-watch', {}, { key: 'again' });
    case 'missed':
      return follow(tx, watch);
    default:
      return event satisfies never;
  }
}

/**
 * What Waymark does when Microsoft 365 says that something changed: it looks for itself. A notification is believed only in the id of its
 * subscription, and only with the secret that was agreed with it; a forged, late or unknown one changes nothing, and one that comes twice
 * or in another order wakes the same look.
 */
export const notices = (parts: Parts, organisation: string): Notices => {
  const heed = async (body: unknown, each: (tx: Transaction, watch: KeptWatch, one: Notice) => Promise<void>): Promise<void> => {
    const told = noticesIn(body);
    if (told.length === 0) return;
    await parts.database.within({ organisation, schools: [] }, async (tx) => {
      const kept = await keptWatches(tx, organisation);
      const forged = new Set<string>();
      for (const one of told) {
        const watch = kept.find(({ subscription }) => subscription === one.subscriptionId);
        if (!watch) continue;
        if (isGenuine(watch, one)) await each(tx, watch, one);
        else forged.add(watch.what);
      }
      // One line a delivery: whoever forges them by the thousand shall not fill the log.
      for (const what of forged) parts.log.warn({ organisation, watched: what }, 'a notification did not carry our secret; not heeded');
    });
  };
  return {
    changed: (body) => heed(body, follow),
    lifecycle: (body) =>
      heed(body, async (tx, watch, { lifecycleEvent }) => {
        if (isLifecycle(lifecycleEvent ?? '')) await heedLife(tx, organisation, watch, lifecycleEvent as LifecycleEvent);
      }),
  };
};
