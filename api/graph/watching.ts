import { z } from 'zod';
import type { Instant } from '#domain/calendar/day.ts';
import type { Watched } from '#domain/watching/watched.ts';
import type { Clients } from './clients.ts';
import type { Gateway, Subscribed } from './gateway.ts';
import type { SendLibrary } from './send-library.ts';
import type { GraphSettings } from './settings.ts';
import { statusOf, trying, unwell } from './troubles.ts';

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });
const page = z.object({
  value: z.array(z.object({ id: z.string(), notificationUrl: z.string().nullish() })),
  '@odata.nextLink': z.string().nullish(),
});

const subscribed = (body: unknown): Subscribed => {
  const { id, expirationDateTime } = subscription.parse(body);
  return { id, until: new Date(expirationDateTime).toISOString() as Instant };
};

/** Life is counted by the machine's clock, as Graph counts it; the made-up school's day has no part in it. */
const until = ({ minutes }: Watched): string => new Date(Date.now() + minutes * 60_000).toISOString();

const at = (id: string): string => `/subscriptions/${encodeURIComponent(id)}`;

/** Subscriptions of the application: nobody is present when they are renewed. */
export const watching = (settings: GraphSettings, clients: Clients, { inLibrary }: SendLibrary): Gateway['watching'] => {
  const doing = 'ask to be told of changes';
  const application = () => clients.asApplication(null);

  const resourceOf = async (what: Watched['what']): Promise<string> => {
    if (what === 'calendar') return `users/${settings.sendMailbox}/events`;
    const drive = await inLibrary(doing, null, null, async (id) => id);
    if (drive === null) throw unwell('site-gone', doing);
    return `drives/${drive}/root`;
  };

  return {
    open: (what, { changes, lifecycle, state }) =>
      trying(doing, async () => {
        const body = {
          changeType: what.changes,
          notificationUrl: changes,
          lifecycleNotificationUrl: lifecycle,
          resource: await resourceOf(what.what),
          expirationDateTime: until(what),
          clientState: state,
        };
        return subscribed(await (await application()).api('/subscriptions').post(body));
      }),
    renew: (what, id) =>
      trying(doing, async () => {
        try {
          return subscribed(await (await application()).api(at(id)).patch({ expirationDateTime: until(what) }));
        } catch (error) {
          if (statusOf(error) === 404) return null;
          throw error;
        }
      }),
    mine: (address) =>
      trying(doing, async () => {
        const found: string[] = [];
        for (let next: string | null = '/subscriptions'; next; ) {
          const read: z.infer<typeof page> = page.parse(await (await application()).api(next).get());
          found.push(...read.value.filter(({ notificationUrl }) => notificationUrl === address).map(({ id }) => id));
          next = read['@odata.nextLink'] ?? null;
        }
        return found;
      }),
    close: (id) =>
      trying(doing, async () => {
        try {
          await (await application()).api(at(id)).delete();
        } catch (error) {
          if (statusOf(error) !== 404) throw error;
        }
      }),
  };
};
