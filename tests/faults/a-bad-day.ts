import type { Gateway } from '#api/graph/gateway.ts';
import { tasks } from '#api/tasks.ts';
import type { BookedReview } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { eventsOf } from '#local-tenant/graph/mailboxes.ts';
import { ayaansCase } from '#tests/api/meetings/a-case.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** A school with a Microsoft 365 that can be made unwell, and Waymark between them with everything real. */
export type BadDay = {
  readonly world: World;
  readonly tenant: Awaited<ReturnType<typeof aLocalTenant>>;
  readonly ruth: Actor;
  readonly graph: Gateway;
  /** Waymark as a process that has no token yet and knows no library. */
  fresh(): Promise<Gateway>;
  /** Another process of the same Waymark: it finds the tokens in the record, and has not asked for the library yet. */
  another(): Promise<Gateway>;
  /** A review that waits for a date to be pressed, of a pupil of its own. */
  proposed(): Promise<{ readonly caseRef: string; readonly meeting: string; book(): Promise<BookedReview> }>;
  /** How the review stands in the record. */
  stateOf(meeting: string): Promise<string>;
  /** Events of this case in the SEND calendar. */
  events(caseRef: string): number;
  /** Names of the jobs that wait for this meeting. */
  waiting(meeting: string): Promise<readonly string[]>;
  /** What the queue does for this meeting when it comes to it. */
  queueFinishes(meeting: string): Promise<void>;
  /** The school's caseload, for which nothing outside is needed. */
  caseloadOpens(): Promise<number>;
  stop(): Promise<void>;
};

export const aBadDay = async (): Promise<BadDay> => {
  const tenant = await aLocalTenant({ now: () => new Date('2026-11-23T09:00:00.000Z') });
  const world = await aWorld({ organisation: TENANT_ID, graph: (database, log) => gatewayTo(tenant, database, log) });
  const ruth = await world.actorFor('coordinator');
  const graph = world.parts.graph;

  const proposed: BadDay['proposed'] = async () => {
    const { pupil, caseRef, ruth: own } = await ayaansCase({ world });
    const proposal = await world.casework.proposeReview(own, { pupil });
    const slot = proposal.slots[0]?.id ?? '';
    const press = { meeting: proposal.meeting, version: proposal.version, slot, agreed: 'phone' as const };
    return { caseRef, meeting: proposal.meeting, book: () => world.casework.bookReview(own, press) };
  };
  const jobsOf = async (meeting: string) =>
    (await waitingJobs(world)).filter(({ payload }) => (payload as { meeting?: string }).meeting === meeting);
  const mailbox = tenant.tenant.directory.account('send@hollinbank.example')?.id ?? '';

  return {
    world,
    tenant,
    ruth,
    graph,
    fresh: async () => {
      await world.sql('delete from waymark.token_cache');
      return gatewayTo(tenant, world.database, world.parts.log);
    },
    another: async () => gatewayTo(tenant, world.database, world.parts.log),
    proposed,
    stateOf: async (meeting) =>
      (await world.sql<{ state: string }>('select state from waymark.meeting where id = $1', [meeting]))[0]?.state ?? 'gone',
    events: (caseRef) =>
      eventsOf(tenant.tenant, mailbox)
        .all()
        .filter(({ subject }) => subject === `Review ${caseRef}`).length,
    waiting: async (meeting) => (await jobsOf(meeting)).map(({ task }) => task),
    queueFinishes: async (meeting) => {
      for (const { id, task, payload } of await jobsOf(meeting)) {
        if (task !== 'book-review') continue;
        await tasks['book-review'](world.parts)(payload);
        await world.sql('delete from graphile_worker._private_jobs where id = $1', [id]);
      }
    },
    caseloadOpens: async () => (await world.casework.openCaseload(ruth)).rows.length,
    stop: () => tenant.stop(),
  };
};
