import type { Casework } from '#api/casework.ts';
import { casework } from '#api/compose.ts';
import { openDatabase } from '#api/database/connection.ts';
import { startWorker, type Worker } from '#api/database/worker.ts';
import type { Parts } from '#api/parts.ts';
import { eventsOf } from '#local-tenant/graph/mailboxes.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWire, type Wire } from '#tests/builders/wire.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** A whole Waymark (deeds, queue, gateway) whose Microsoft 365 and whose way to the record can be spoilt while it works. */
export type SimulatedSchool = {
  readonly world: World;
  readonly wire: Wire;
  readonly tenant: Awaited<ReturnType<typeof aLocalTenant>>;
  readonly parts: Parts;
  /** Waymark's deeds, over the wire. */
  readonly deeds: Casework;
  /** Events in the SEND calendar, by transaction id and id. */
  events(): readonly {
    readonly id: string;
    readonly transactionId: string | null;
    readonly start: string;
    readonly isCancelled: boolean;
  }[];
  /** Lets the queue come to whatever it has put off, at once and not over three days: the tries so spent do not count. */
  hurry(): Promise<void>;
  /** Jobs that wait or run, without those that come round by themselves. */
  open(): Promise<readonly { readonly task: string; readonly attempts: number; readonly said: string | null }[]>;
  stop(): Promise<void>;
};

export const aSimulatedSchool = async (): Promise<SimulatedSchool> => {
  const tenant = await aLocalTenant({ now: () => new Date('2026-11-23T09:00:00.000Z') });
  const world = await aWorld({ organisation: TENANT_ID });
  await world.sql(`create function waymark.no_room() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
  const wire = await aWire(world.url);
  const limits = { url: wire.url, statementLimit: 4_000, connectLimit: 2_000 };
  const database = openDatabase({ ...limits, connections: 6 });
  const { log } = world.parts;
  const parts: Parts & { database: typeof database } = { ...world.parts, database, graph: gatewayTo(tenant, database, log) };
  const worker: Worker = await startWorker(limits, parts, {}, 3);
  const mailbox = tenant.tenant.directory.account('send@hollinbank.example')?.id ?? '';
  return {
    world,
    wire,
    tenant,
    parts,
    deeds: casework(parts),
    events: () => eventsOf(tenant.tenant, mailbox).all(),
    hurry: async () => {
      await world.sql(
        "update graphile_worker._private_jobs set run_at = now(), attempts = 0 where locked_at is null and run_at > now() and payload ->> 'organisation' is not null",
      );
    },
    open: () =>
      world.sql(`select t.identifier as task, j.attempts, j.last_error as said from graphile_worker._private_jobs j
                   join graphile_worker._private_tasks t on t.id = j.task_id
                  where t.identifier in ('book-review', 'follow-calendar', 'follow-library', 'compare-file', 'recount-clocks')`),
    stop: async () => {
      wire.mend();
      await worker.stop();
      await database.close();
      await wire.close();
      await tenant.stop();
    },
  };
};
