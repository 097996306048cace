import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { WaitingJob } from '#domain/status/status.ts';
import type { Transaction } from '../database/connection.ts';

/** A job with when it was asked for, when it comes next, and the case it is about. */
export type QueuedJob = WaitingJob & { readonly since: Instant; readonly nextTry: Instant; readonly caseRef: string | null };

/**
 * Jobs that should be done by now, those that failed for good first. The case is found by the ids in a job’s payload; a job that is about
 * no case has none.
 */
export const jobsOf = async (tx: Transaction, organisation: string, atMost: number): Promise<readonly QueuedJob[]> => {
  const { rows } = await sql<QueuedJob>`
    with job as (
      select own.*, own.payload || coalesce(own.payload -> 'message', '{}'::jsonb) as said from waymark.own_jobs(${atMost}) own
    )
    select job.id::text as id, job.task, job.tried, job.most, job.running, job.trouble, job.since, job.next_try as "nextTry",
           (select pupil.case_ref from waymark.pupil pupil
             where pupil.organisation_id = ${organisation}
               and pupil.id = coalesce(
                 (job.said ->> 'pupil')::uuid,
                 (select pupil_id from waymark.meeting where organisation_id = ${organisation} and id = (job.said ->> 'meeting')::uuid),
                 (select pupil_id from waymark.link where organisation_id = ${organisation} and id = (job.said ->> 'link')::uuid),
                 (select pupil_id from waymark.chaser where organisation_id = ${organisation} and id = (job.said ->> 'chaser')::uuid),
                 (select pupil_id from waymark.existing_plan where organisation_id = ${organisation} and id = (job.said ->> 'plan')::uuid),
                 (select pupil_id from waymark.contribution_request where organisation_id = ${organisation} and id = (job.said ->> 'request')::uuid),
                 (select pupil_id from waymark.records_request where organisation_id = ${organisation} and id = (job.said ->> 'request')::uuid)
               )) as "caseRef"
      from job
     order by job.tried >= job.most desc, job.since, job.id`.execute(tx);
  return rows;
};

/** What became of a press: the job’s task, or that a worker has it in hand, or that it is gone. */
export const settleJob = async (tx: Transaction, job: string, how: 'again' | 'give-up'): Promise<string | null> => {
  const { rows } = await sql<{ task: string | null }>`select waymark.settle_job(${job}::bigint, ${how}) as task`.execute(tx);
  return rows[0]?.task ?? null;
};

/** Keeps that work was given up, by whom and why. */
export const insertGivenUp = async (
  tx: Transaction,
  organisation: string,
  given: { readonly id: string; readonly task: string; readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<void> => {
  await sql`insert into waymark.job_given_up (organisation_id, id, task, reason, by_person, at)
    values (${organisation}, ${given.id}, ${given.task}, ${given.reason}, ${given.by}, ${given.at})`.execute(tx);
};

/** The last work that was given up. */
export const newestGivenUp = async (
  tx: Transaction,
  organisation: string,
  atMost: number,
): Promise<readonly { id: string; task: string; reason: string; by: string; at: Instant }[]> => {
  const { rows } = await sql<{ id: string; task: string; reason: string; by: string; at: Instant }>`
    select gone.id, gone.task, gone.reason, coalesce(person.given_name || ' ' || person.surname, 'Command line') as by, gone.at
      from waymark.job_given_up gone
      left join waymark.person person on person.organisation_id = gone.organisation_id and person.id = gone.by_person
     where gone.organisation_id = ${organisation} order by gone.at desc limit ${atMost}`.execute(tx);
  return rows;
};
