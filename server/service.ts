import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { feeds } from '#api/compliance/date-feed.ts';
import { casework } from '#api/compose.ts';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '#api/database/connection.ts';
import { migrate } from '#api/database/migrate.ts';
import { startWorker } from '#api/database/worker.ts';
import { connectGraph } from '#api/graph/connect.ts';
import type { GraphSettings } from '#api/graph/settings.ts';
import { issuerKeys } from '#api/http/issuer-keys.ts';
import type { Pages } from '#api/http/pages.ts';
import { rateLimits, USUAL_ALLOWANCES } from '#api/http/rate-limits.ts';
import type { Neighbours } from '#api/http/security-headers.ts';
import { buildServer } from '#api/http/server.ts';
import { signIn } from '#api/http/sign-in.ts';
import { visits } from '#api/links/visits.ts';
import type { Clock, Log } from '#api/parts.ts';
import type { Scan } from '#api/scanning.ts';
import { outsideEar } from '#api/status/outside-ear.ts';
import { beginWatching } from '#api/watching/begin-watching.ts';
import { notices } from '#api/watching/notices.ts';
import type { BrowserConfig } from '#contract/people.ts';
import { ADD_IN, APP_ID } from './app-ids.ts';
import { type BotOptions, openBot } from './bot.ts';
import { databaseTrouble } from './database-trouble.ts';
import { portTaken } from './port-taken.ts';
import { root } from './root.ts';
import type { TelemetrySettings } from './telemetry/settings.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { version } from './version.ts';
import { watchedDatabase, watchedDeeds, watchedSignIn } from './watched.ts';

/** What differs between a real tenant and the made-up one; everything else is the same service. */
export type ServiceOptions = {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseOptions;
  readonly graph: GraphSettings;
  readonly browserConfig: BrowserConfig;
  /** Where the issuer publishes its keys. */
  readonly keysAddress: string;
  /** The `api://` name under which clients ask for tokens. */
  readonly identifierUri: string;
  readonly startPage: string;
  /** Where people reach Waymark from outside; it stands in letters. */
  readonly origin: string;
  readonly neighbours?: Neighbours;
  /** Proxies whose word about a visitor’s address is taken. */
  readonly proxies?: readonly string[];
  readonly bot: BotOptions;
  readonly log: Log;
  readonly clock: Clock;
  /** How long `/readyz` says that this process is leaving before its door closes, in milliseconds: a balancer must have time to hear it. */
  readonly leaveTime?: number;
  /** Looks through what people hand over; nobody does where it is left out. */
  readonly scan?: Scan;
  /** Where OpenTelemetry goes; nothing of it is loaded where this is left out. */
  readonly telemetry?: TelemetrySettings;
  /** Runs once the record is migrated and before anyone is let in. */
  readonly beforeOpening?: (database: OpenDatabase) => Promise<void>;
};

/** A service that answers. */
export type Service = { readonly port: number; stop(): Promise<void> };

const pages = (): readonly Pages[] => [
  { at: '/icons/', folder: path.join(root, 'manifest', 'icons') },
  { at: '/link/', folder: path.join(root, 'dist', 'tab'), page: 'link.html' },
  { at: '/tab/', folder: path.join(root, 'dist', 'tab'), page: 'index.html', elsewhere: { '/api/docs': 'api.html' } },
  { at: '/word/', folder: path.join(root, 'dist', 'word'), page: 'pane.html' },
  { at: '/office-js/', folder: path.join(root, 'node_modules', '@microsoft', 'office-js', 'dist') },
];

/** Reads OpenTelemetry’s code only where it is wanted: start and memory stay as they are without it. */
const openTelemetry = async (settings: TelemetrySettings): Promise<Telemetry> =>
  (await import('./telemetry/telemetry.ts')).openTelemetry(settings);

/** Nobody waits for what is done before the doors open: a slow machine may take its time over it. */
const unhurried = async (options: DatabaseOptions, work: (database: OpenDatabase) => Promise<void>): Promise<void> => {
  const database = openDatabase({ ...options, statementLimit: 5 * 60_000, connectLimit: 60_000 });
  try {
    await work(database);
  } finally {
    await database.close();
  }
};

/** Undoes what was opened, the last first; one that fails does not keep the others open. */
const undo = async (steps: readonly (() => Promise<void>)[]): Promise<void> => {
  for (const step of [...steps].reverse()) await step().catch(() => undefined);
};

/** Migrates the record, opens the queue and the HTTP door, in this order; what a failed start has opened is closed again. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const { database: databaseOptions, graph: settings, log, browserConfig, startPage } = options;
  const opened: (() => Promise<void>)[] = [];
  let stopping = false;
  try {
    await migrate(databaseOptions, path.join(root, 'api', 'database', 'migrations'), version()).catch((fault) => {
      throw databaseTrouble(fault, databaseOptions.url);
    });
    const telemetry = options.telemetry && (await openTelemetry(options.telemetry));
    if (telemetry) opened.push(() => telemetry.stop());
    const watch = telemetry?.watch;
    const bare = openDatabase({ ...databaseOptions, onLoss: () => log.warn({}, 'a connection to the record was lost') });
    opened.push(() => bare.close());
    const database = watch ? watchedDatabase(bare, watch) : bare;
    telemetry?.figuresOf(() => bare.figures());
    const ear = outsideEar({ database: bare, clock: options.clock, log }, settings.tenantId);
    opened.push(() => ear.stop());
    const graph = connectGraph(settings, database, log, { heard: ear.heard, ...(watch ? { watch } : {}) });
    const parts = {
      database,
      graph,
      clock: options.clock,
      ...(watch ? { watch } : {}),
      ...(options.scan ? { scan: options.scan } : {}),
      ids: { next: randomUUID },
      log,
      addIn: ADD_IN,
      teamsApp: APP_ID,
      origin: options.origin,
    };
    if (options.beforeOpening) await unhurried(databaseOptions, options.beforeOpening);
    const deeds = watch ? watchedDeeds(casework(parts), watch) : casework(parts);
    const limits = rateLimits(USUAL_ALLOWANCES);
    const bot = openBot(parts, deeds, settings, options.bot, limits);
    const worker = await startWorker(databaseOptions, { ...parts, cards: bot.cards }, bot.tasks);
    opened.push(() => worker.stop());
    const letIn = signIn(
      {
        tenantId: settings.tenantId,
        issuer: `${settings.authority}/v2.0`,
        audiences: [settings.clientId, options.identifierUri],
        keys: issuerKeys(options.keysAddress),
      },
      parts,
    );
    const server = await buildServer({
      casework: deeds,
      visits: visits(parts),
      feeds: feeds(parts),
      notices: notices(parts, settings.tenantId),
      bot: bot.door,
      signIn: watch ? watchedSignIn(letIn, watch) : letIn,
      log,
      looks: { database: () => database.ping(), queue: () => worker.ping(), graph: () => graph.reachable() },
      stopping: () => stopping,
      browserConfig,
      pages: pages(),
      startPage,
      tls: options.origin.startsWith('https:'),
      limits,
      ...(options.proxies ? { proxies: options.proxies } : {}),
      ...(options.neighbours ? { neighbours: options.neighbours } : {}),
    });
    opened.push(() => server.close());
    const address = await server.listen({ port: options.port, host: options.host }).catch((fault) => {
      throw portTaken(fault, options.port);
    });
    // A moment later, so that whoever waits for the door is let in first.
    const reading = setTimeout(() => void bot.read(), 3_000).unref();
    opened.push(async () => clearTimeout(reading));
    await beginWatching(parts, settings.tenantId);
    const stop = async (): Promise<void> => {
      stopping = true;
      await wait(options.leaveTime ?? 0);
      await undo(opened);
    };
    return { port: Number(new URL(address).port), stop };
  } catch (fault) {
    await undo(opened);
    throw fault;
  }
};
