import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

export type RunState = 'running' | 'resting' | 'done' | 'held' | 'failed';

/** A reading of people that is under way. */
export type Run = { readonly id: string; readonly attempt: number; readonly requests: number };

const SILENT_FOR = '3 minutes';

/**
 * Takes up the run that is open, or begins one: an open run that somebody works on is left alone, and the answer is null. `asked` begins a
 * run that the queue will take up; `onlyOpen` begins none.
 */
export const takeRun = async (
  tx: Transaction,
  run: {
    readonly organisation: string;
    readonly id: string;
    readonly by: string | null;
    readonly door: string;
    readonly now: Instant;
    readonly asked: boolean;
  },
  onlyOpen = false,
): Promise<Run | null> => {
  const { organisation, id, by, door, now, asked } = run;
  await sql`select pg_advisory_xact_lock(hashtextextended('sync run ' || ${organisation}, 0))`.execute(tx);
  const { rows } = await sql<Run & { busy: boolean }>`select id, attempt, requests,
      state = 'running' and attempt > 0 and touched_at > ${now}::timestamptz - ${SILENT_FOR}::interval as busy
    from waymark.sync_run where organisation_id = ${organisation} and state in ('running', 'resting') for update`.execute(tx);
  const [open] = rows;
  if (open?.busy) return null;
  if (open) {
    const attempt = asked ? 0 : open.attempt + 1;
    await sql`update waymark.sync_run set state = 'running', attempt = ${attempt}, touched_at = ${now}, try_again_at = null
       where organisation_id = ${organisation} and id = ${open.id}`.execute(tx);
    return { ...open, attempt };
  }
  if (onlyOpen) return null;
  const attempt = asked ? 0 : 1;
  await sql`insert into waymark.sync_run (organisation_id, id, asked_by, door, state, attempt, started_at, touched_at)
    values (${organisation}, ${id}, ${by}, ${door}, 'running', ${attempt}, ${now}, ${now})`.execute(tx);
  return { id, attempt, requests: 0 };
};

/** Says that the run is alive, and how many requests it has cost so far. */
export const touchRun = async (tx: Transaction, organisation: string, id: string, requests: number, now: Instant): Promise<void> => {
  await sql`update waymark.sync_run set touched_at = ${now}, requests = ${requests} where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
};

/** Ends the run, or lays it to rest until it is tried again. */
export const closeRun = async (
  tx: Transaction,
  run: {
    readonly organisation: string;
    readonly id: string;
    readonly state: Exclude<RunState, 'running'>;
    readonly now: Instant;
    readonly requests: number;
    readonly tryAgainAt?: Instant | null;
    readonly problem?: string | null;
    readonly counts?: object;
    readonly notes?: readonly string[];
  },
): Promise<void> => {
  const { organisation, id, state, now, requests, tryAgainAt = null, problem = null, counts = {}, notes = [] } = run;
  await sql`update waymark.sync_run set state = ${state}, touched_at = ${now}, finished_at = ${state === 'resting' ? null : now}, try_again_at = ${tryAgainAt},
         problem = ${problem}, requests = ${requests}, counts = ${JSON.stringify(counts)}::jsonb, notes = ${JSON.stringify(notes)}::jsonb
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** What a merge noticed, once for each thing: whoever is new is not changed besides. */
const once = sql`(select distinct on (kind, id) kind, id, case when what = 'members' then 'changed' else what end as what
  from noticed order by kind, id, array_position(array['new','left','back','ended','changed','members'], what))`;

/** Keeps what the run changed, from what its merge noticed. */
export const keepChanges = async (tx: Transaction, organisation: string, run: string): Promise<void> => {
  await sql`insert into waymark.sync_change (organisation_id, run_id, number, kind, record_id, what)
    select ${organisation}::uuid, ${run}::uuid, coalesce((select max(number) from waymark.sync_change where organisation_id = ${organisation} and run_id = ${run}::uuid), 0)
           + row_number() over (order by kind, what, id), kind, id, what from ${once} noticed_once`.execute(tx);
};

export type ChangeCount = { readonly kind: string; readonly what: string; readonly count: number };

/** What the merge noticed, counted. */
export const countNoticed = async (tx: Transaction): Promise<ChangeCount[]> => {
  const { rows } =
    await sql<ChangeCount>`select kind, what, count(*)::int as count from ${once} noticed_once group by kind, what order by kind, what`.execute(
      tx,
    );
  return rows;
};

/** How many pupils and how many staff whom Microsoft 365 knows are here today. */
export const knownToGraph = async (tx: Transaction, organisation: string): Promise<{ readonly pupil: number; readonly person: number }> => {
  const { rows } = await sql<{ pupil: number; person: number }>`
    select (select count(distinct l.record_id) from waymark.roster_link l join waymark.pupil r on r.organisation_id = ${organisation} and r.id = l.record_id and r.left_on is null
             where l.organisation_id = ${organisation} and l.source = 'graph' and l.kind = 'pupil')::int as pupil,
           (select count(distinct l.record_id) from waymark.roster_link l join waymark.person r on r.organisation_id = ${organisation} and r.id = l.record_id and r.left_on is null
             where l.organisation_id = ${organisation} and l.source = 'graph' and l.kind in ('person', 'account'))::int as person`.execute(
    tx,
  );
  return rows[0] ?? { pupil: 0, person: 0 };
};
