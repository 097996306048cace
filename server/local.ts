import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OpenDatabase } from '#api/database/connection.ts';
import type { GraphSettings } from '#api/graph/settings.ts';
import type { BrowserConfig } from '#contract/people.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { runAsChild, tell } from './child.ts';
import { clamdAt } from './clamd.ts';
import { clockFrom } from './clock.ts';
import { configOf, type LocalConfig } from './config.ts';
import { type RunningPostgres, startPostgres } from './embedded.ts';
import { readEnvironment } from './environment.ts';
import { factsOfTenant, type TenantFacts } from './local-facts.ts';
import { graphOfLocal } from './local-graph.ts';
import { localValues } from './local-values.ts';
import { openLog } from './log.ts';
import { Plain } from './plain.ts';
import { root } from './root.ts';
import { noteRunning } from './running.ts';
import { type Service, startService } from './service.ts';
import { type TelemetrySettings, telemetrySettings } from './telemetry/settings.ts';

/** The issuer as an ordinary browser can open it: the same, on plain localhost, where no certificate is asked for. */
const plainMetadata = async ({ plainOrigin, tenantId }: TenantFacts): Promise<string> =>
  (await fetch(`${plainOrigin}/${tenantId}/v2.0/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) })).text();

const browserConfigOf = async (facts: TenantFacts, graph: GraphSettings, identifierUri: string): Promise<BrowserConfig> => ({
  clientId: graph.clientId,
  tenantId: graph.tenantId,
  authority: graph.authority,
  scope: `${identifierUri}/access_as_user`,
  knownAuthorities: [...graph.knownAuthorities],
  authorityMetadata: await plainMetadata(facts),
  teamsRoom: `${facts.plainOrigin}/rooms/teams`,
  officeScript: `${facts.plainOrigin}/rooms/office.js`,
  madeUp: true,
});

/** Tells the school's stories into an empty record; one that holds a school already is left as it is. */
const seedOnce = async (database: OpenDatabase, day: Day, now: Instant): Promise<void> => {
  if ((await database.organisations()).length > 0) return;
  tell({ kind: 'progress', words: 'Writing the made-up school into the record' });
  const [{ seed }, { hollinBank }] = await Promise.all([import('./seed.ts'), import('#local-tenant/school/hollin-bank.ts')]);
  await seed(database, hollinBank(day), { today: day, now });
};

const open = async (config: LocalConfig, url: string, tenant: Promise<TenantFacts>, telemetry?: TelemetrySettings): Promise<Service> => {
  const facts = await tenant;
  const clock = clockFrom(config.now);
  const values = localValues(config.folder, clock);
  const graph = graphOfLocal(facts, values, config.registered);
  const identifierUri = `api://${new URL(config.origin).host}/${graph.clientId}`;
  return startService({
    port: config.port,
    host: config.host,
    proxies: config.proxies,
    database: { url, clockAhead: Math.round((Date.parse(clock.now()) - Date.now()) / 1000) },
    graph,
    log: openLog(config.logLevel, path.join(config.folder, 'waymark.log')),
    clock,
    ...(config.clamd ? { scan: clamdAt(config.clamd) } : {}),
    ...(telemetry ? { telemetry } : {}),
    keysAddress: `${graph.authority}/discovery/v2.0/keys`,
    identifierUri,
    startPage: `${facts.plainOrigin}/`,
    origin: config.origin,
    bot: { auth: config.botAuth, localOrigin: facts.origin },
    neighbours: { frames: [facts.plainOrigin], connects: [facts.plainOrigin], scripts: [facts.plainOrigin] },
    browserConfig: await browserConfigOf(facts, graph, identifierUri),
    beforeOpening: async (database) => (config.bare ? undefined : seedOnce(database, values.day, clock.now())),
  });
};

/** A disk that fills while the record is made shows itself as a lost connection; PostgreSQL's own log says why. */
const explained = async (fault: unknown, file = ''): Promise<unknown> => {
  const log = await readFile(file, 'utf8').catch(() => '');
  return /No space left on device/.test(log)
    ? new Plain('The disk is full: PostgreSQL could not write its files. Free some space and start again.')
    : fault;
};

/** Without PostgreSQL nothing can be answered; the start ends everything, and the next one begins from what was acknowledged. */
const endWith = (postgres: RunningPostgres): void => {
  postgres.process.once('exit', () => {
    if (postgres.stopping) return;
    tell({ kind: 'failed', words: 'PostgreSQL has stopped. What was saved is safe; start Waymark again.' });
    setTimeout(() => process.exit(1), 50);
  });
};

/** The start against the made-up school: PostgreSQL out of node_modules unless an address is given, and the local tenant as the neighbour. */
runAsChild(async () => {
  const tenant = factsOfTenant();
  const environment = readEnvironment(path.join(root, '.env'));
  const config = configOf(environment);
  if (config.kind !== 'local') throw new Plain('A real tenant is configured: start with it.');
  const folder = path.join(config.folder, 'postgres');
  const postgres = config.database ? undefined : await startPostgres({ folder });
  try {
    const database = config.database?.url ?? postgres?.url ?? '';
    const service = await open(config, database, tenant, telemetrySettings(environment));
    if (postgres) endWith(postgres);
    const takeBack = noteRunning(config.folder, { database, tenant: await tenant });
    const stop = async (): Promise<void> => {
      takeBack();
      await service.stop();
      await postgres?.stop();
    };
    return { facts: { address: `http://localhost:${service.port}/`, port: service.port }, stop };
  } catch (fault) {
    await postgres?.stop();
    throw await explained(fault, postgres?.log);
  }
});
