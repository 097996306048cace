import { type Kysely, sql } from 'kysely';

/** The queue and the readings of all organisations together, in numbers and seconds. */
export type HouseFigures = {
  readonly waiting: number;
  readonly failed: number;
  /** Age of the oldest job whose time has come; 0 where none waits. */
  readonly oldestSeconds: number;
  /** Since the organisation that was read longest ago was read from Microsoft 365; null where none ever was. */
  readonly syncSeconds: number | null;
};

/** Read as the record’s owner, above the walls: numbers alone leave this function. */
export const houseFigures = async <Tables>(kysely: Kysely<Tables>): Promise<HouseFigures> => {
  const { rows } = await sql<HouseFigures>`
    select queue.*, (select extract(epoch from now() - min(newest))::double precision
                       from (select max(finished_at) as newest from waymark.sync_run where state = 'done' group by organisation_id) read) as "syncSeconds"
      from (select count(*) filter (where attempts < max_attempts and run_at <= now())::integer as waiting,
                   count(*) filter (where attempts >= max_attempts and locked_at is null)::integer as failed,
                   coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now())), 0)::double precision as "oldestSeconds"
              from graphile_worker._private_jobs) queue`.execute(kysely);
  return rows[0] ?? { waiting: 0, failed: 0, oldestSeconds: 0, syncSeconds: null };
};
