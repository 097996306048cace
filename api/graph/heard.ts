import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { Outcome, OutsidePart } from '#domain/status/outside.ts';
import { nobodyWatches, type Watch } from '../watch.ts';
import type { LastLink } from './client.ts';

/** How one request to Microsoft 365 went. */
export type GraphCall = { readonly part: OutsidePart; readonly outcome: Outcome; readonly took: number };

/** Who is told of each request. */
export type Hearing = { readonly heard?: (call: GraphCall) => void; readonly watch?: Watch };

/** The first of these that an address fits says which part of Microsoft 365 it asks. */
const PARTS: readonly (readonly [RegExp, OutsidePart])[] = [
  [/\/sendMail\b/i, 'mail'],
  [/\/(?:calendar|calendarView|events|getSchedule)\b/i, 'calendar'],
  [/\/(?:sites|drives?|shares|search)\b|:\/content\b/i, 'documents'],
  [/\/(?:teamwork|chats|teams|sendActivityNotification|installedApps)\b/i, 'teams'],
];

/** Which part a request goes to. What is fetched from another host than Graph's is a document. */
export const partOf = (address: string, graphHost: string): OutsidePart => {
  const { host, pathname } = new URL(address, `https://${graphHost}`);
  if (host !== graphHost) return 'documents';
  return PARTS.find(([fits]) => fits.test(pathname))?.[1] ?? 'people';
};

/** How an answer counts: whatever Graph settled, "not found" too, is an answer. */
export const outcomeOfStatus = (status: number): Outcome => {
  if (status === 401 || status === 403) return 'refused';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'unwell' : 'ok';
};

const addressOf = ({ request }: Context): string => (typeof request === 'string' ? request : request.url);
const methodOf = ({ request, options }: Context): string =>
  (options?.method ?? (typeof request === 'string' ? 'GET' : request.method)).toUpperCase();

/** Stands before the link that sends and tells how each request ended, each repeat for itself. What it tells holds no address. */
class HearingLink implements Middleware {
  private readonly next: Middleware;
  private readonly graphHost: string;
  private readonly hearing: Hearing;

  constructor(next: Middleware, graphHost: string, hearing: Hearing) {
    this.next = next;
    this.graphHost = graphHost;
    this.hearing = hearing;
  }

  async execute(context: Context): Promise<void> {
    const { heard, watch = nobodyWatches } = this.hearing;
    const part = partOf(addressOf(context), this.graphHost);
    const began = performance.now();
    let outcome: Outcome = 'silent';
    try {
      await watch.during('graph', { part, method: methodOf(context) }, async (say) => {
        try {
          await this.next.execute(context);
          outcome = outcomeOfStatus(context.response?.status ?? 0);
        } finally {
          say(outcome);
        }
      });
    } finally {
      heard?.({ part, outcome, took: performance.now() - began });
    }
  }
}

/** The last link with somebody listening; the link itself where nobody does. */
export const heardLink =
  (lastLink: LastLink, graphOrigin: string, hearing: Hearing): LastLink =>
  () =>
    hearing.heard || hearing.watch ? new HearingLink(lastLink(), new URL(graphOrigin).host, hearing) : lastLink();
