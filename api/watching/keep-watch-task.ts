import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { minutesBetween } from '#domain/calendar/wall-clock.ts';
import { careFor, type Watched, watched } from '#domain/watching/watched.ts';
import { enqueue } from '../database/enqueue.ts';
import type { NoticeAddresses, Subscribed } from '../graph/gateway.ts';
import type { Clock, Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { dropWatch, type KeptWatch, keepWatch, keptWatches, renewWatch } from './watching-records.ts';

const payload = z.object({ organisation: z.guid(), renew: z.enum(['library', 'calendar']).optional() });

/** Where Graph sends its notifications, below the address at which people reach Waymark. */
export const NOTICES = '/api/notices';
export const LIFECYCLE = '/api/notices/lifecycle';

/** The task that looks for what a thing's changes are. */
export const FOLLOWERS = { library: 'follow-library', calendar: 'follow-calendar' } as const;

/** What is kept of the secret that Graph sends back. */
export const digestOfState = (state: string): string => createHash('sha256').update(state).digest('hex');

/** Subscriptions live by the machine's own clock, whatever day the made-up school has. */
const machine: Pick<Clock, 'now'> = { now: () => new Date().toISOString() as ReturnType<Clock['now']> };

const minutesLeft = (kept: KeptWatch | undefined) => (kept ? { minutesLeft: minutesBetween(machine.now(), kept.expiresAt) } : null);

/**
 * Keeps the subscriptions alive: opens those that are missing, ran out or that Microsoft 365 has no more, renews those past half their life or that Graph asks to have
 * renewed, and closes strays of an earlier try. Whatever a fresh subscription missed is looked for at once. Runs every hour.
 */
export const keepWatchTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, renew } = payload.parse(job);
    const { origin } = parts;
    if (!origin) return;
    const scope = { organisation, schools: [] };
    const alive = await parts.graph.watching.mine(`${origin}${NOTICES}`);
    const kept = await parts.database.within(scope, (tx) => keptWatches(tx, organisation));
    for (const one of watched) {
      const had = kept.find(({ what, subscription }) => what === one.what && alive.includes(subscription));
      const care = careFor(one, minutesLeft(had), renew === one.what ? 'renew' : null);
      try {
        if (care === 'open' || (care === 'renew' && had && !(await renewed(parts, organisation, one, had))))
          await opened(parts, organisation, origin, one);
      } catch (fault) {
        if (!(fault instanceof Refusal) || fault.fault !== 'permission-missing') throw fault;
        // The night catches what is not told; the permissions page says what is missing.
        parts.log.warn({ organisation, watched: one.what }, 'Microsoft 365 does not let Waymark be told of changes');
      }
    }
    await closeStrays(parts, organisation, alive);
  };

async function renewed(parts: Parts, organisation: string, one: Watched, had: KeptWatch): Promise<boolean> {
  const lives = await parts.graph.watching.renew(one, had.subscription);
  await parts.database.within({ organisation, schools: [] }, (tx) =>
    lives ? renewWatch(tx, organisation, had.subscription, lives.until) : dropWatch(tx, organisation, had.subscription),
  );
  return lives !== null;
}

async function opened(parts: Parts, organisation: string, origin: string, one: Watched): Promise<void> {
  const state = randomBytes(32).toString('base64url');
  const at: NoticeAddresses = { changes: `${origin}${NOTICES}`, lifecycle: `${origin}${LIFECYCLE}`, state };
  const { id, until }: Subscribed = await parts.graph.watching.open(one, at);
  await parts.database.within({ organisation, schools: [] }, async (tx) => {
    const watch = { what: one.what, subscription: id, stateDigest: digestOfState(state), expiresAt: until, openedAt: machine.now() };
    await keepWatch(tx, organisation, watch);
    await enqueue(tx, FOLLOWERS[one.what], {}, { key: 'follow' });
  });
}

/** A crash between Graph's answer and our note of it leaves a subscription that nobody knows; its notifications would come for weeks. */
async function closeStrays(parts: Parts, organisation: string, alive: readonly string[]): Promise<void> {
  const kept = await parts.database.within({ organisation, schools: [] }, (tx) => keptWatches(tx, organisation));
  for (const id of alive) if (!kept.some(({ subscription }) => subscription === id)) await parts.graph.watching.close(id);
}
