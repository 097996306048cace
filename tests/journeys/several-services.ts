import path from 'node:path';
import type { Call } from '#contract/client.ts';
import { freePort } from '#server/free-port.ts';
import { aCheckout } from '#tests/builders/checkout.ts';
import { cloneOf } from '#tests/clone.ts';
import { aBalancer, type BrokenOff } from './balancer.ts';
import { callsOf } from './coordinator.ts';
import { type GraphReader, graphOf } from './graph.ts';
import { endPart, launchPart, type Part } from './mortal-service.ts';

/** Several processes of the built service on one record, with a balancer before them, beside one Microsoft 365. */
export type SeveralServices = {
  /** Calls the API through the balancer, as the coordinator. */
  readonly call: Call;
  /** Where the rooms are: chats, and tokens. */
  readonly rooms: string;
  readonly graph: GraphReader;
  sql<Row extends object>(text: string): Promise<Row[]>;
  /** Ends one of them as a power cut would. */
  kill(place: number): Promise<void>;
  /** Tells one of them to end, as a roll-out does; resolves when it has. */
  stop(place: number): Promise<void>;
  /** Starts one again; resolves when it answers. */
  start(place: number): Promise<void>;
  /** How often a request had to be asked again at another process. */
  moved(): number;
  /** Messages to the bot that were in the hand of a process that was killed, by Teams' id, once for each time. */
  cutOff(): readonly string[];
  remove(): Promise<void>;
};

type Standing = { readonly port: number; part: Part | undefined; killed: boolean };

const activityIn = ({ url, body }: BrokenOff): string | null =>
  url.startsWith('/api/messages') ? ((JSON.parse(body) as { id?: string }).id ?? null) : null;

/** Starts so many processes and all that is around them. `postgres` is a cluster to take a database from. */
export const severalServices = async (postgres: string, count: number): Promise<SeveralServices> => {
  const made = await aCheckout();
  const record = await cloneOf(postgres);
  const { PORT, WAYMARK_TENANT_PORT, WAYMARK_ROOMS_PORT } = made.ports;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    WAYMARK_TENANT_PORT: String(WAYMARK_TENANT_PORT),
    WAYMARK_ROOMS_PORT: String(WAYMARK_ROOMS_PORT),
    WAYMARK_ORIGIN: `http://localhost:${PORT}`,
    DATABASE_URL: record.url,
    WAYMARK_LOG_LEVEL: 'warn',
  };
  const tenant = launchPart(made.folder, 'local-tenant', { ...env, PORT: String(PORT) });
  const facts = await tenant.facts;
  const authority = path.join(made.data, 'tenant', 'ca.pem');
  const standing: Standing[] = [];
  for (let place = 0; place < count; place += 1) standing.push({ port: await freePort(), part: undefined, killed: false });

  const start = async (place: number): Promise<void> => {
    const one = standing[place] as Standing;
    const part = launchPart(made.folder, 'local', { ...env, PORT: String(one.port), NODE_EXTRA_CA_CERTS: authority });
    part.process.send({ kind: 'tenant', facts });
    await part.facts;
    one.part = part;
    one.killed = false;
  };
  const end = async (place: number, signal: NodeJS.Signals): Promise<void> => {
    const one = standing[place] as Standing;
    const { part } = one;
    // A process that is told to end is still asked until it closes its door; one that was killed answers nobody.
    if (signal === 'SIGKILL') Object.assign(one, { part: undefined, killed: true });
    await endPart(part, signal);
    one.part = undefined;
  };
  // All at once, on an empty record: one of them migrates and the others wait for it.
  await Promise.all(standing.map((_, place) => start(place)));
  const cutOff: string[] = [];
  const brokeOff = (one: BrokenOff): void => {
    const activity = standing.some(({ port, killed }) => port === one.port && killed) ? activityIn(one) : null;
    if (activity) cutOff.push(activity);
  };
  const balancer = await aBalancer(PORT, () => standing.filter(({ part }) => part).map(({ port }) => port), brokeOff);
  const rooms = String(facts.plainOrigin);
  return {
    call: callsOf({ address: `http://localhost:${PORT}/`, rooms }),
    rooms,
    graph: await graphOf({ data: made.data, graphLog: '' }),
    sql: (text) => record.sql(text),
    kill: (place) => end(place, 'SIGKILL'),
    stop: (place) => end(place, 'SIGTERM'),
    start,
    moved: () => balancer.moved,
    cutOff: () => cutOff,
    remove: async () => {
      await balancer.close();
      await Promise.all(standing.map((_, place) => end(place, 'SIGTERM')));
      await endPart(tenant, 'SIGTERM');
      await record.drop();
      await made.remove();
    },
  };
};
