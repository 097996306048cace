import path from 'node:path';
import { runAsChild } from './child.ts';
import { clamdAt } from './clamd.ts';
import { systemClock } from './clock.ts';
import { configOf } from './config.ts';
import { readEnvironment } from './environment.ts';
import { openLog } from './log.ts';
import { Plain } from './plain.ts';
import { root } from './root.ts';
import { forgetSecrets } from './secrets.ts';
import { startService } from './service.ts';
import { telemetrySettings } from './telemetry/settings.ts';

const OFFICE_SCRIPT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** A balancer asks every few seconds whether a process is ready; until it has heard that this one is not, requests still come. */
const LEAVE = 5_000;

/**
 * The start with a real tenant: what runs in production. It knows nothing of the local tenant, and tests/architecture sees to it that
 * it never can.
 */
runAsChild(async () => {
  const environment = readEnvironment(path.join(root, '.env'));
  const config = configOf(environment, process.env);
  forgetSecrets();
  const telemetry = telemetrySettings(environment);
  if (config.kind !== 'real')
    throw new Plain('No tenant is configured: WAYMARK_TENANT_ID is missing. The file .env.example explains the settings.');
  const { graph, origin } = config;
  const identifierUri = `api://${new URL(origin).host}/${graph.clientId}`;
  const service = await startService({
    port: config.port,
    host: config.host,
    proxies: config.proxies,
    database: config.database,
    graph,
    log: openLog(config.logLevel),
    clock: systemClock,
    leaveTime: LEAVE,
    ...(telemetry ? { telemetry } : {}),
    ...(config.clamd ? { scan: clamdAt(config.clamd) } : {}),
    keysAddress: `${graph.authority}/discovery/v2.0/keys`,
    identifierUri,
    startPage: '/tab/',
    origin,
    bot: { auth: 'on' },
    browserConfig: {
      clientId: graph.clientId,
      tenantId: graph.tenantId,
      authority: graph.authority,
      scope: `${identifierUri}/access_as_user`,
      knownAuthorities: [],
      authorityMetadata: null,
      teamsRoom: null,
      officeScript: OFFICE_SCRIPT,
      madeUp: false,
    },
  });
  return { facts: { address: `${origin}/`, port: service.port }, stop: () => service.stop() };
});
