import { sql } from 'kysely';
import type { Doubt, PeopleSync } from '#contract/people-sync.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** The newest reading; null where people were never read. */
export const newestRun = async (tx: Transaction, organisation: string): Promise<PeopleSync['last']> => {
  const { rows } = await sql<NonNullable<PeopleSync['last']>>`
    select run.state, run.started_at as "startedAt", run.finished_at as "finishedAt", run.try_again_at as "tryAgainAt", run.problem, run.requests,
           coalesce(run.counts->'changes', '[]') as counts, run.notes, case when run.door = 'command-line' then 'Command line' else by.given_name || ' ' || by.surname end as "askedBy"
      from waymark.sync_run run left join waymark.person by on by.organisation_id = run.organisation_id and by.id = run.asked_by
     where run.organisation_id = ${organisation} order by run.started_at desc, run.touched_at desc limit 1`.execute(tx);
  const [row] = rows;
  return row ? { ...row, counts: row.counts.filter(({ kind }) => kind !== ('school' as string)) } : null;
};

/** When people were last read to the end. */
export const lastRead = async (tx: Transaction, organisation: string): Promise<Instant | null> => {
  const { rows } = await sql<{ at: Instant }>`select finished_at as at from waymark.sync_run
     where organisation_id = ${organisation} and state = 'done' order by finished_at desc limit 1`.execute(tx);
  return rows[0]?.at ?? null;
};

type Change = PeopleSync['changes'][number];

/** What the newest readings changed, thing by thing, newest first; one more than `most` shows that there is more. */
export const newestChanges = async (tx: Transaction, organisation: string, most: number): Promise<Change[]> => {
  const own = sql`organisation_id = ${organisation}`;
  const { rows } = await sql<Change>`
    select c.run_id || ' ' || c.number as id, c.kind, c.what, coalesce(run.finished_at, run.touched_at) as at,
           case c.kind when 'pupil' then (select surname || ', ' || given_name from waymark.pupil r where r.${own} and r.id = c.record_id)
                       when 'person' then (select surname || ', ' || given_name from waymark.person r where r.${own} and r.id = c.record_id)
                       when 'contact' then (select trim(given_name || ' ' || surname) from waymark.contact r where r.${own} and r.id = c.record_id)
                       else (select name from waymark.class r where r.${own} and r.id = c.record_id) end as name,
           case c.kind when 'pupil' then (select class_name from waymark.pupil r where r.${own} and r.id = c.record_id)
                       when 'person' then (select job_title from waymark.person r where r.${own} and r.id = c.record_id)
                       when 'contact' then (select r.relation || ' of ' || p.given_name || ' ' || p.surname from waymark.contact r
                                              join waymark.pupil p on p.${own} and p.id = r.pupil_id where r.${own} and r.id = c.record_id)
                       else (select subject from waymark.class r where r.${own} and r.id = c.record_id) end as words
      from waymark.sync_change c join waymark.sync_run run on run.${own} and run.id = c.run_id
     where c.${own} order by run.started_at desc, array_position(array['left','new','back','ended','changed'], c.what), c.kind desc, name limit ${most}`.execute(
    tx,
  );
  return rows;
};

/** Those who wait to be told apart, longest first, both sides as they stand. */
export const openDoubts = async (tx: Transaction, organisation: string): Promise<Doubt[]> => {
  const own = sql`organisation_id = ${organisation}`;
  const here = (
    birthday: ReturnType<typeof sql>,
    year: ReturnType<typeof sql>,
    email: ReturnType<typeof sql>,
    words: ReturnType<typeof sql>,
  ) =>
    sql`json_build_object('name', trim(r.given_name || ' ' || r.surname), 'birthday', ${birthday}, 'yearGroup', ${year}, 'email', ${email}, 'words', ${words})`;
  const none = sql`null`;
  const { rows } = await sql<Doubt>`
    select d.id, d.kind, d.source, d.found_at as "foundAt",
           case d.kind
             when 'pupil' then (select ${here(sql`r.birthday`, sql`r.year_group`, sql`r.principal_name`, sql`nullif(concat_ws(', ', r.class_name, r.case_ref), '')`)}
                                  from waymark.pupil r where r.${own} and r.id = d.record_id)
             when 'person' then (select ${here(none, none, sql`r.email`, sql`nullif(concat_ws(', ', r.job_title, r.employer), '')`)}
                                  from waymark.person r where r.${own} and r.id = d.record_id)
             else (select ${here(none, none, sql`r.email`, sql`r.relation || ' of ' || p.given_name || ' ' || p.surname`)}
                                  from waymark.contact r join waymark.pupil p on p.${own} and p.id = r.pupil_id where r.${own} and r.id = d.record_id) end as here,
           json_build_object('name', trim(concat_ws(' ', d.told->>'givenName', d.told->>'surname')), 'birthday', d.told->>'birthday',
             'yearGroup', (d.told->>'yearGroup')::int, 'email', d.told->>'email', 'words', coalesce(d.told->>'relation',
             case d.told->>'role' when 'teacher' then 'Teacher' when 'assistant' then 'Assistant' when 'pupil' then 'Pupil' when 'other' then 'Staff' end)) as there
      from waymark.roster_doubt d where d.${own} and d.decided is null order by d.found_at, d.id limit 200`.execute(tx);
  return rows.filter(({ here: known }) => known !== null);
};

/** How many wait. */
export const countDoubts = async (tx: Transaction, organisation: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from waymark.roster_doubt where organisation_id = ${organisation} and decided is null`.execute(tx);
  return rows[0]?.count ?? 0;
};

export type DoubtRow = {
  readonly source: 'csv' | 'graph';
  readonly kind: 'pupil' | 'person' | 'contact';
  readonly key: string;
  readonly record: string;
  readonly told: object;
};

/** Settles a doubt; undefined where there is none of this id that is still open. */
export const settleDoubtRow = async (
  tx: Transaction,
  settled: {
    readonly organisation: string;
    readonly id: string;
    readonly answer: 'same' | 'different';
    readonly by: string;
    readonly at: Instant;
  },
): Promise<DoubtRow | undefined> => {
  const { organisation, id, answer, by, at } = settled;
  const { rows } = await sql<DoubtRow>`update waymark.roster_doubt set decided = ${answer}, decided_by = ${by}, decided_at = ${at}
     where organisation_id = ${organisation} and id = ${id} and decided is null returning source, kind, key, record_id as record, told`.execute(
    tx,
  );
  return rows[0];
};

/**
 * Both sides are the same person: from now on the source's name for them leads to this record, and what it said so far counts as said. Other
 * candidates for the same name are settled with it.
 */
export const linkSame = async (tx: Transaction, organisation: string, doubt: DoubtRow, by: string, at: Instant): Promise<void> => {
  await sql`insert into waymark.roster_link (organisation_id, source, kind, key, record_id, said)
    values (${organisation}, ${doubt.source}, ${doubt.kind}, ${doubt.key}, ${doubt.record}, ${JSON.stringify(doubt.told)}::jsonb)
    on conflict (organisation_id, source, kind, key) do update set record_id = excluded.record_id`.execute(tx);
  await sql`update waymark.roster_doubt set decided = 'different', decided_by = ${by}, decided_at = ${at} where organisation_id = ${organisation}
     and source = ${doubt.source} and kind = ${doubt.kind} and (key = ${doubt.key} or record_id = ${doubt.record}) and decided is null`.execute(
    tx,
  );
};
