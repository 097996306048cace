import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Casework } from '#api/casework.ts';
import { casework } from '#api/compose.ts';
import { openDatabase } from '#api/database/connection.ts';
import { migrate } from '#api/database/migrate.ts';
import { connectGraph } from '#api/graph/connect.ts';
import type { Parts } from '#api/parts.ts';
import { commandLineActor } from '#api/people/command-line-actor.ts';
import type { Actor } from '#domain/access/actor.ts';
import { ADD_IN } from '../app-ids.ts';
import { clockFrom } from '../clock.ts';
import { configOf } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { graphOfLocal } from '../local-graph.ts';
import { localValues } from '../local-values.ts';
import { openLog } from '../log.ts';
import { Plain } from '../plain.ts';
import { root } from '../root.ts';
import { runningSuite } from '../running.ts';
import { version } from '../version.ts';

/** The record and the gateway, before anybody asks for anything. */
export type OpenParts = { readonly parts: Parts; readonly tenantId: string; close(): Promise<void> };

/** What a command works with: the record, the deeds and who asks for them. */
export type Workbench = { readonly parts: Parts; readonly deeds: Casework; readonly actor: Actor; close(): Promise<void> };

const MIGRATIONS = path.join(root, 'api', 'database', 'migrations');

/** The data folder of the made-up school where its suite does not run; undefined where it does, or where a real tenant is configured. */
export const sleepingSuite = (): string | undefined => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  return config.kind === 'local' && !runningSuite(config.folder) ? config.folder : undefined;
};

/** Opens the record and the gateway that the settings name: a real tenant's, or those of the local suite that runs. */
export const openParts = async (): Promise<OpenParts> => {
  const config = configOf(readEnvironment(path.join(root, '.env')), process.env);
  const suite = config.kind === 'local' ? runningSuite(config.folder) : undefined;
  if (config.kind === 'local' && !suite) throw new Plain('Waymark is not running here. Start it with npm start.');
  const options = config.kind === 'real' ? config.database : { url: suite?.database ?? '' };
  const graph = config.kind === 'real' ? config.graph : graphOfLocal(suite!.tenant, localValues(config.folder), config.registered);
  if (config.kind === 'real') await migrate(options, MIGRATIONS, version());
  const log = openLog('warn', path.join(config.folder, 'waymark.log'));
  const database = openDatabase(options);
  const clock = clockFrom(config.kind === 'local' ? config.now : null);
  const parts: Parts = { database, graph: connectGraph(graph, database, log), clock, ids: { next: randomUUID }, log, addIn: ADD_IN };
  return { parts, tenantId: graph.tenantId, close: () => database.close() };
};

/** The same with the deeds, for a tenant that has a record. */
export const openWorkbench = async (): Promise<Workbench> => {
  const { parts, tenantId, close } = await openParts();
  try {
    return { parts, deeds: casework(parts), actor: await commandLineActor(parts, tenantId), close };
  } catch (fault) {
    await close();
    throw fault;
  }
};

/** Where people reach Waymark, and the SEND mailbox, as the settings or the running suite name them. */
export const placeOf = (): { readonly origin: string; readonly mailbox: string } => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  const local = config.kind === 'local' ? (config.registered?.sendMailbox ?? runningSuite(config.folder)?.tenant.sendMailbox ?? '') : '';
  return { origin: config.origin, mailbox: config.kind === 'real' ? config.graph.sendMailbox : local };
};
