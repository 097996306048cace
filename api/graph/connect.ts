import type { INetworkModule } from '@azure/msal-node';
import type { Database, Log } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { activity } from './activity.ts';
import { calendars } from './calendars.ts';
import { graphClient, type LastLink, overTheNetwork } from './client.ts';
import { clientsOf } from './clients.ts';
import { dates } from './dates.ts';
import { events } from './events.ts';
import { files } from './files.ts';
import type { Gateway } from './gateway.ts';
import { groups } from './groups.ts';
import { type Hearing, heardLink } from './heard.ts';
import { mail } from './mail.ts';
import { people } from './people.ts';
import { preflight } from './preflight.ts';
import { sendLibrary } from './send-library.ts';
import type { GraphSettings } from './settings.ts';
import { tokenSource } from './tokens.ts';
import { statusOf } from './troubles.ts';
import { watching } from './watching.ts';
import { workbooks } from './workbooks.ts';

const A_LOOK = { attempt: 900, tries: 1, budget: 900 };
const LOOK_STANDS_FOR = 10_000;

const REFUSED = [401, 403, 404];

/** Microsoft 365 answers and refuses: that is no outage, and nobody need wait for it to end. */
const lacking = (error: unknown): never => {
  if (!REFUSED.includes(statusOf(error))) throw error;
  throw new Refusal('not-allowed', 'answers, and does not let Waymark into the SEND site: Settings, Permissions says what to do');
};

/** Answers whether Graph can be reached, at most once in ten seconds; rejects when it cannot. */
const reachable = (look: () => Promise<unknown>): (() => Promise<void>) => {
  let last: { at: number; answer: Promise<void> } | undefined;
  return () => {
    if (last && performance.now() - last.at < LOOK_STANDS_FOR) return last.answer;
    const answer = look().then(() => undefined, lacking);
    last = { at: performance.now(), answer };
    answer.catch(() => {
      last = undefined;
    });
    return answer;
  };
};

/** What sends: the last link of the Graph client's chain, and MSAL's network. Only tests put others in their place. And who hears how it went. */
export type Edges = Hearing & { readonly lastLink?: LastLink; readonly network?: INetworkModule };

/** The gateway over the real msal-node and the real Graph client. */
export const connectGraph = (settings: GraphSettings, database: Database, log: Log, edges: Edges = {}): Gateway => {
  const lastLink = heardLink(edges.lastLink ?? overTheNetwork, settings.graphOrigin, edges);
  const tokens = tokenSource(settings, database, log, edges.network);
  const clients = clientsOf(settings, tokens, lastLink, log);
  const library = sendLibrary(settings, clients);
  const look = graphClient(settings.graphOrigin, () => tokens.forApplication(), A_LOOK, lastLink);
  return {
    calendars: calendars(settings, clients),
    events: events(settings, clients),
    files: files(library, clients),
    watching: watching(settings, clients, library),
    people: people(clients),
    groups: groups(clients),
    workbooks: workbooks(settings, clients),
    dates: dates(clients),
    activity: activity(clients),
    mail: mail(settings, clients),
    // Tried on purpose, and refused on purpose in part: that says nothing of how Microsoft 365 is doing.
    preflight: preflight(settings, clientsOf(settings, tokens, edges.lastLink ?? overTheNetwork, log)),
    reachable: reachable(() => look.api(`/sites/${settings.sendSite}`).select('id').get()),
  };
};
