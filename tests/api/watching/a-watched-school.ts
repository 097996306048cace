import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Parts } from '#api/parts.ts';
import { tasks } from '#api/tasks.ts';
import { notices } from '#api/watching/notices.ts';
import { type Watch, watchesOf } from '#local-tenant/graph/notifications.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { aDoor } from '#tests/builders/http-door.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** A school whose Waymark listens for what its own local tenant tells of changes, over real sockets both ways. */
export type WatchedSchool = {
  readonly world: World;
  readonly parts: Parts;
  readonly tenant: Awaited<ReturnType<typeof aLocalTenant>>;
  readonly server: FastifyInstance;
  /** Where Waymark hears of changes. */
  readonly address: string;
  /** Subscriptions as the tenant has them. */
  subscriptions(): readonly Watch[];
  /** Sends a delivery, as Graph would or as somebody else might. */
  deliver(value: unknown, lifecycle?: boolean): Promise<number>;
  /** Names of the jobs that wait. */
  waiting(): Promise<readonly string[]>;
  /** Runs the jobs of these names that are due by the school's clock; answers how many there were. */
  run(...names: readonly (keyof typeof tasks)[]): Promise<number>;
  /** Has the subscriptions looked after once, and whatever waited from before forgotten. */
  watch(): Promise<void>;
  stop(): Promise<void>;
};

/** When it is for the school and its tenant alike. */
export const NOW = '2026-11-23T09:00:00.000Z';

export const aWatchedSchool = async (): Promise<WatchedSchool> => {
  let moment = (): Date => new Date(NOW);
  const tenant = await aLocalTenant({ now: () => moment() });
  const world = await aWorld({ organisation: TENANT_ID, now: NOW, graph: (database, log) => gatewayTo(tenant, database, log) });
  moment = () => new Date(world.clock.now());
  const door = await aDoor(world, await world.actorFor('coordinator'), { notices: notices(world.parts, TENANT_ID) });
  const origin = await door.server.listen({ port: 0, host: '127.0.0.1' });
  const parts: Parts = { ...world.parts, origin };
  const forget = () => world.sql('delete from graphile_worker._private_jobs');

  const run: WatchedSchool['run'] = async (...names) => {
    const jobs = (await waitingJobs(world)).filter(({ task, due }) => due && names.includes(task as 'keep-watch'));
    for (const { id, task, payload } of jobs) {
      // As the queue does: what the job adds under its own key is a new job.
      await world.sql('delete from graphile_worker._private_jobs where id = $1', [id]);
      await tasks[task as keyof typeof tasks](parts)(payload);
    }
    return jobs.length;
  };
  return {
    world,
    parts,
    tenant,
    server: door.server,
    address: `${origin}/api/notices`,
    subscriptions: () => watchesOf(tenant.tenant).all(),
    deliver: async (value, lifecycle = false) => {
      const reply = await fetch(`${origin}/api/notices${lifecycle ? '/lifecycle' : ''}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      });
      await reply.arrayBuffer();
      return reply.status;
    },
    waiting: async () => (await waitingJobs(world)).map(({ task }) => task),
    run,
    watch: async () => {
      await tasks['keep-watch'](parts)({ organisation: TENANT_ID });
      await forget();
    },
    stop: async () => {
      await door.close();
      await tenant.stop();
    },
  };
};

/** A booked review with its event in Outlook; answers both ids. */
export const aBookedReview = async ({ world, parts }: WatchedSchool, organiser: string, caseRef: string) => {
  const pupil = await world.enrol({ caseRef });
  const [meeting, transactionId] = [randomUUID(), randomUUID()];
  const [startsAt, endsAt] = ['2026-12-08T14:00:00.000Z', '2026-12-08T15:00:00.000Z'] as const;
  const event = await parts.graph.events.book(null, {
    transactionId,
    subject: `Review ${caseRef}`,
    startsAt: startsAt as never,
    endsAt: endsAt as never,
    timeZone: 'Europe/London',
    place: null,
    invited: [{ name: 'Gareth Pugh', email: 'gareth.pugh@hollinbank.example', required: true }],
  });
  await world.sql(
    `insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, starts_at, ends_at, event_id, transaction_id, organiser_id)
     values ($1, $2, $3, 'annual-review', 'booked', $4, $5, $6, $7, $8)`,
    [TENANT_ID, meeting, pupil, startsAt, endsAt, event.id, transactionId, organiser],
  );
  await world.sql(
    `insert into waymark.meeting_person (organisation_id, id, meeting_id, name, role_words, why, required, email)
     values ($1, $2, $3, 'Gareth Pugh', 'class teacher', 'Team', true, 'Gareth.Pugh@hollinbank.example')`,
    [TENANT_ID, randomUUID(), meeting],
  );
  await world.sql(
    `insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details) values ($1, $2, $3, 'review-meeting-booked', '2026-12-08', $4)`,
    [TENANT_ID, randomUUID(), pupil, JSON.stringify({ about: meeting })],
  );
  return { pupil, meeting, event: event.id };
};
