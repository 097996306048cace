import { tasks } from '#api/tasks.ts';
import type { World } from '#tests/world-of.ts';

/** `due`: by the world's clock, or at once since it was given no time. */
type Job = { id: string; task: string; payload: unknown; runAt: string; due: boolean };

/** Jobs of this world's organisation that wait, oldest first, whenever they are due. */
export const waitingJobs = (world: World): Promise<Job[]> =>
  world.sql<Job>(
    `select j.id::text, t.identifier as task, j.payload,
            to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "runAt",
            j.run_at = j.updated_at or j.run_at <= $2::timestamptz as due from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload ->> 'organisation' = $1 order by j.run_at, j.id`,
    [world.organisation, world.clock.now()],
  );

/**
 * Does what the queue does with the jobs that wait: runs each, and takes it away when it ended well. A job that fails stays for its
 * next turn. Answers the names of the tasks that ran well.
 */
export const runQueue = async (world: World, only?: readonly string[]): Promise<string[]> => {
  const done: string[] = [];
  for (const job of await waitingJobs(world)) {
    const task = tasks[job.task as keyof typeof tasks];
    if (!task || (only && !only.includes(job.task))) continue;
    try {
      await task(world.parts)(job.payload);
    } catch {
      continue;
    }
    await world.sql('delete from graphile_worker._private_jobs where id = $1', [job.id]);
    done.push(job.task);
  }
  return done;
};
