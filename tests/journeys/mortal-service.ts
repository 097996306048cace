import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Call } from '#contract/client.ts';
import { aCheckout } from '#tests/builders/checkout.ts';
import { cloneOf } from '#tests/clone.ts';
import { callsOf } from './coordinator.ts';
import { type GraphReader, graphOf } from './graph.ts';

/** The built service as a process that can be killed at any moment, beside a record and a Microsoft 365 that live on. */
export type MortalService = {
  /** Calls the API as the coordinator. */
  readonly call: Call;
  readonly graph: GraphReader;
  sql<Row extends object>(text: string): Promise<Row[]>;
  /** Ends the service as a power cut would: SIGKILL, no word to anyone. */
  kill(): Promise<void>;
  /** Starts it again on the same record; resolves when it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

/** One process of the suite. */
export type Part = { readonly process: ChildProcess; readonly facts: Promise<Record<string, unknown>>; readonly ended: Promise<unknown> };

/** One part of the suite as a process; it tells its facts when it is ready. */
export const launchPart = (folder: string, name: string, env: NodeJS.ProcessEnv): Part => {
  const child = fork(path.join(folder, 'dist', 'server', `${name}.js`), [], {
    cwd: folder,
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const facts = new Promise<Record<string, unknown>>((resolve, reject) => {
    child.on('message', (told: { kind?: string; facts?: Record<string, unknown>; words?: string }) => {
      if (told.kind === 'ready') resolve(told.facts ?? {});
      if (told.kind === 'failed') reject(new Error(told.words));
    });
    ended.then(() => reject(new Error(`the part "${name}" ended`)));
  });
  facts.catch(() => undefined);
  return { process: child, facts, ended };
};

/** Ends a part by a signal; resolves when it has ended. */
export const endPart = async (part: Part | undefined, signal: NodeJS.Signals): Promise<void> => {
  part?.process.kill(signal);
  await part?.ended;
};

/** Starts all parts, the record of the made-up school included. `postgres` is a cluster to take a database from. */
export const aMortalService = async (postgres: string): Promise<MortalService> => {
  const made = await aCheckout();
  const record = await cloneOf(postgres);
  const ports = Object.fromEntries(Object.entries(made.ports).map(([name, port]) => [name, String(port)]));
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...ports, DATABASE_URL: record.url, WAYMARK_LOG_LEVEL: 'warn' };
  const tenant = launchPart(made.folder, 'local-tenant', env);
  const facts = await tenant.facts;
  let service: Part | undefined;

  // A process reads its code while its predecessor still works, and touches nothing before it hears of the tenant: restarts are quicker.
  const successor = (): Part => launchPart(made.folder, 'local', { ...env, NODE_EXTRA_CA_CERTS: path.join(made.data, 'tenant', 'ca.pem') });
  let next = successor();
  const start = async (): Promise<void> => {
    service = next;
    service.process.send({ kind: 'tenant', facts });
    await service.facts;
    next = successor();
  };
  await start();
  return {
    call: callsOf({ address: `http://localhost:${made.ports.PORT}/`, rooms: String(facts.plainOrigin) }),
    graph: await graphOf({ data: made.data, graphLog: '' }),
    sql: (text) => record.sql(text),
    kill: () => endPart(service, 'SIGKILL'),
    start,
    remove: async () => {
      await endPart(service, 'SIGTERM');
      await endPart(next, 'SIGKILL');
      await endPart(tenant, 'SIGTERM');
      await record.drop();
      await made.remove();
    },
  };
};
