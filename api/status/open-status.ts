import { setTimeout as wait } from 'node:timers/promises';
import type { StatusJob, StatusPage } from '#contract/status.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { jobKindOf } from '#domain/status/jobs.ts';
import { hasFailed, statusOf } from '#domain/status/status.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { jobsOf, newestGivenUp, type QueuedJob } from './job-records.ts';
import { heardLately } from './outside-records.ts';
import { lastDone } from './status-records.ts';

/** So many jobs are listed; the sentence counts no more than these either. */
const LISTED = 200;
const GIVEN_UP = 10;

/** Longest time the page waits for a fresh look at Microsoft 365. */
const A_LOOK = 1_000;

/** What a job last met, in words: the refusal’s own where it was one, without its kind. */
const troubleWords = (trouble: string | null): string => {
  if (trouble === null) return 'Its turn has not come yet.';
  const refused = /^(?:not-found|not-allowed|not-ready|changed-meanwhile|not-valid|elsewhere-unwell): (.+)$/s.exec(trouble)?.[1];
  return refused ?? 'Something went wrong inside Waymark. Whoever runs it finds the reason in the log.';
};

/** As this reader may see it: whoever opens no record learns neither the case nor the words of a refusal, which may name somebody. */
const jobShown = (job: QueuedJob, seesCases: boolean): StatusJob => {
  const { one, byHand } = jobKindOf(job.task);
  const failed = hasFailed(job);
  const words = troubleWords(job.trouble);
  return {
    id: job.id,
    what: `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`,
    caseRef: seesCases ? job.caseRef : null,
    since: job.since,
    state: job.running ? 'runs' : failed ? 'failed' : 'waits',
    tried: job.tried,
    nextTry: failed || job.running ? null : job.nextTry,
    trouble: seesCases || job.trouble === null ? words : 'It was refused or failed; the coordinator sees why.',
    byHand,
  };
};

/** The status as the reader may see it, out of the record alone: every process says the same. */
export const statusFor = async (tx: Transaction, parts: Parts, actor: Actor): Promise<StatusPage> => {
  const { organisation } = actor.scope;
  const now = parts.clock.now();
  const found = await jobsOf(tx, organisation, LISTED + 1);
  const jobs = found.slice(0, LISTED);
  const facts = { heard: await heardLately(tx, organisation, now), jobs, ...(await lastDone(tx, organisation, now)) };
  const { wrong, sentence, lines } = statusOf(facts);
  const seesCases = mayDoInHouse('open-caseload', actor.roles);
  return {
    at: now,
    wrong,
    sentence,
    lines: [...lines],
    jobs: jobs.map((job) => jobShown(job, seesCases)),
    more: found.length > LISTED,
    givenUp: (await newestGivenUp(tx, organisation, GIVEN_UP)).map(({ task, ...rest }) => ({ ...rest, what: jobKindOf(task).one })),
    maySettle: mayDoInHouse('settle-jobs', actor.roles),
  };
};

/** How the service is doing, in plain words. A look at Microsoft 365 takes a second at most, and is heard like any other request. */
export const openStatus =
  (parts: Parts): Casework['openStatus'] =>
  async (actor, { look = false }) => {
    permitInHouse(actor, 'open-status');
    if (look) await Promise.race([parts.graph.reachable().catch(() => undefined), wait(A_LOOK, undefined, { ref: false })]);
    return parts.database.within(actor.scope, (tx) => statusFor(tx, parts, actor));
  };
