import { randomUUID } from 'node:crypto';
import { sealUnsealed } from '#api/audit/seal.ts';
import type { Day } from '#domain/calendar/day.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { seed } from '#server/seed.ts';
import { type Clone, cloneOf } from '#tests/clone.ts';

const TODAY = '2026-11-23' as Day;

/** A record worth keeping: the made-up school, a sealed audit trail, a token, a job that waits and one that is being worked on. */
export const aRecord = async (): Promise<Clone> => {
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES ?? '');
  const school = hollinBank(TODAY);
  const organisation = school.organisation.tenantId;
  await seed(clone.database, school, { today: TODAY });
  await clone.sql(
    `insert into waymark.audit_entry (organisation_id, id, at, deed, details, door)
       select $1, gen_random_uuid(), '2026-11-23T08:00:00Z'::timestamptz - n * interval '1 minute', 'open-pupil', '{}', 'tab' from generate_series(1, 1200) n`,
    [organisation],
  );
  const scope = { organisation, schools: [] };
  while (await clone.database.within(scope, (tx) => sealUnsealed(tx, organisation)));
  await clone.sql(
    `insert into waymark.audit_entry (organisation_id, id, at, deed, details, door) values ($1, $2, '2026-11-23T08:00:00Z', 'open-caseload', '{"what":"a\\\\b\\tc\\nd"}', 'tab')`,
    [organisation, randomUUID()],
  );
  await clone.sql("select graphile_worker.add_job('seal-audit', json_build_object('organisation', $1::text), job_key => 'a')", [
    organisation,
  ]);
  await clone.sql("select graphile_worker.add_job('book-review', json_build_object('organisation', $1::text), queue_name => 'q')", [
    organisation,
  ]);
  await clone.sql(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-gone', attempts = 1
                    where task_id = (select id from graphile_worker._private_tasks where identifier = 'book-review')`);
  return clone;
};

type Sql = Clone['sql'];

/** Every table of record and queue with its rows counted and digested by PostgreSQL itself; what a restore is meant to change left out. */
export const contentsOf = async (sql: Sql): Promise<Record<string, string>> => {
  const tables = await sql<{ schema: string; name: string }>(`
    select schemaname as schema, tablename as name from pg_tables
     where schemaname = 'waymark' and tablename <> 'token_cache' or schemaname = 'graphile_worker' and tablename like '\\_private%' order by 1, 2`);
  const found: Record<string, string> = {};
  for (const { schema, name } of tables) {
    const less = { audit_entry: "where deed not in ('take-backup', 'restore-backup')" }[name] ?? '';
    const row = "(to_jsonb(t) - 'locked_at' - 'locked_by' - 'is_available')::text";
    const [{ said } = { said: '' }] = await sql<{ said: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(${row}, '|' order by ${row} collate "C")), '') as said from ${schema}.${name} t ${less}`,
    );
    found[`${schema}.${name}`] = said;
  }
  return found;
};

/** Keys, rules, triggers, policies and grants as PostgreSQL describes them. */
export const rulesOf = async (sql: Sql): Promise<readonly string[]> => {
  const rows = await sql<{ words: string }>(`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated::text as words
      from pg_constraint where connamespace in ('waymark'::regnamespace, 'graphile_worker'::regnamespace) and contype <> 'n'
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    union all select schemaname || '.' || tablename || ' ' || policyname || ' ' || qual || ' ' || with_check from pg_policies
    union all select relname || ' ' || coalesce(relacl::text, '') || ' ' || relrowsecurity::text from pg_class where relnamespace = 'waymark'::regnamespace and relkind = 'r'
    order by 1`);
  return rows.map(({ words }) => words);
};
