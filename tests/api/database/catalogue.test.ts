import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const tablesOf = async (world: World): Promise<string[]> =>
  (await world.sql<{ name: string }>("select tablename as name from pg_tables where schemaname = 'waymark' order by 1")).map(
    (row) => row.name,
  );

describe('the schema, as PostgreSQL itself describes it', () => {
  it('leads every primary, unique and foreign key with the organisation', async () => {
    const world = await aWorld();
    const strays = await world.sql(`
      select c.conrelid::regclass::text as "table", c.conname as key
        from pg_constraint c join pg_namespace n on n.oid = c.connamespace
       where n.nspname = 'waymark' and c.contype in ('p', 'u', 'f')
         and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'organisation_id'
      union all
      select i.indrelid::regclass::text, i.indexrelid::regclass::text
        from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = 'waymark' and i.indisunique
         and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) is distinct from 'organisation_id'`);
    expect(strays).toEqual([]);
  });

  it('points every foreign key at the same organisation on the other side', async () => {
    const world = await aWorld();
    const strays = await world.sql(`
      select c.conrelid::regclass::text as "table", c.conname as key from pg_constraint c join pg_namespace n on n.oid = c.connamespace
       where n.nspname = 'waymark' and c.contype = 'f'
         and (select attname from pg_attribute where attrelid = c.confrelid and attnum = c.confkey[1]) <> 'organisation_id'`);
    expect(strays).toEqual([]);
  });

  it('walls every table by organisation, for reading and for writing', async () => {
    const world = await aWorld();
    const own = "(organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)";
    const policies = await world.sql<{ name: string; walled: boolean; using: string | null; check: string | null; roles: string[] }>(`
      select t.relname as name, t.relrowsecurity as walled, pg_get_expr(p.polqual, p.polrelid) as using,
             pg_get_expr(p.polwithcheck, p.polrelid) as check, array(select rolname::text from pg_roles where oid = any(p.polroles)) as roles
        from pg_class t join pg_namespace n on n.oid = t.relnamespace left join pg_policy p on p.polrelid = t.oid
       where n.nspname = 'waymark' and t.relkind in ('r', 'p') order by 1`);
    expect(policies.map((row) => row.name)).toEqual(await tablesOf(world));
    for (const policy of policies)
      expect(policy).toEqual({ name: policy.name, walled: true, using: own, check: own, roles: ['waymark_app'] });
  });

  it('gives the role of the deeds nothing to own and no way around the walls', async () => {
    const world = await aWorld();
    const [role] = await world.sql(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = 'waymark_app'",
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false });
    expect(await world.sql("select relname from pg_class where relowner = 'waymark_app'::regrole")).toEqual([]);
    expect(await world.sql("select proname from pg_proc where proowner = 'waymark_app'::regrole")).toEqual([]);
    const memberships = "select roleid::regrole::text from pg_auth_members where member = 'waymark_app'::regrole";
    expect(await world.sql(memberships)).toEqual([]);
  });

  it('keeps the trail of what was done from being rewritten: rows may be added, and only their seal set', async () => {
    const world = await aWorld();
    const may = await world.sql(`
      select t.name, p.kind from (values ('audit_entry'), ('audit_seal'), ('plan_version')) t (name), (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (kind)
       where has_table_privilege('waymark_app', 'waymark.' || t.name, p.kind)`);
    expect(may).toEqual([]);
    const columns = await world.sql<{ name: string }>(`
      select attname as name from pg_attribute where attrelid = 'waymark.audit_entry'::regclass and attnum > 0
         and has_column_privilege('waymark_app', attrelid, attnum, 'UPDATE')`);
    expect(columns).toEqual([{ name: 'sealed_in' }]);
  });
});

/** A value for a column that must have one, by its type. */
const FILLERS: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: "'x'",
  date: "date '2026-01-01'",
  'timestamp with time zone': 'now()',
  jsonb: "'{}'",
  bytea: "'x'",
  boolean: 'true',
  ARRAY: "'{}'",
};

type Column = { table: string; column: string; type: string };

/** One row for an organisation in every table, in a clone whose other rules (keys elsewhere, lists of values) have been taken away. */
const fillerOf = (columns: readonly Column[], organisation: string): { columns: string; values: string } => ({
  columns: columns.map(({ column }) => column).join(', '),
  values: columns.map(({ column, type }) => (column === 'organisation_id' ? `'${organisation}'` : (FILLERS[type] ?? '1'))).join(', '),
});

const withoutOtherRules = async ({ sql: run }: World): Promise<Map<string, Column[]>> => {
  const rules = await run<{ table: string; name: string }>(`
    select c.conrelid::regclass::text as "table", c.conname as name from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where n.nspname = 'waymark' and c.contype in ('f', 'c')`);
  for (const { table, name } of rules) await run(`alter table ${table} drop constraint "${name}"`);
  const columns = await run<Column>(`
    select table_name as "table", column_name as "column", data_type as type from information_schema.columns
     where table_schema = 'waymark' and is_nullable = 'NO' and column_default is null and is_identity = 'NO' order by 1, 2`);
  const byTable = new Map<string, Column[]>();
  for (const column of columns) byTable.set(column.table, [...(byTable.get(column.table) ?? []), column]);
  return byTable;
};

describe('one organisation and another', () => {
  it('cannot change or take away a row of the other', async () => {
    const [here, there] = [await aWorld(), await aWorld()];
    const pupil = await there.enrol({ surname: 'Untouched' });
    await here.database.within(here.scope, async (tx) => {
      expect((await sql`update waymark.pupil set surname = 'Changed' where id = ${pupil}`.execute(tx)).numAffectedRows).toBe(0n);
      expect((await sql`delete from waymark.pupil where id = ${pupil}`.execute(tx)).numAffectedRows).toBe(0n);
    });
    expect(await there.sql('select surname from waymark.pupil where id = $1', [pupil])).toEqual([{ surname: 'Untouched' }]);
  });

  it('sees nothing at all where no organisation is named', async () => {
    const world = await aWorld();
    await world.enrol();
    const seen = world.database.within({ organisation: '', schools: [] }, (tx) => sql`select 1 from waymark.pupil`.execute(tx));
    expect((await seen).rows).toEqual([]);
  });

  it('reads its own row and never the other’s, and can neither write for it nor carry a row over, in every table', async () => {
    const world = await aWorld();
    const tables = await withoutOtherRules(world);
    expect([...tables.keys()]).toEqual(await tablesOf(world));
    const [here, there] = [crypto.randomUUID(), crypto.randomUUID()];
    const scope = { organisation: here, schools: [] };
    for (const [table, columns] of tables) {
      for (const one of [here, there]) {
        const row = fillerOf(columns, one);
        await world.sql(`insert into waymark.${table} (${row.columns}) values (${row.values})`);
      }
      const seen = await world.database.within(scope, (tx) =>
        sql<{ organisation_id: string }>`select * from ${sql.table(`waymark.${table}`)}`.execute(tx),
      );
      expect({ table, of: seen.rows.map((row) => row.organisation_id) }).toEqual({ table, of: [here] });

      const row = fillerOf(columns, there);
      const written = world.database.within(scope, (tx) =>
        sql.raw(`insert into waymark.${table} (${row.columns}) values (${row.values})`).execute(tx),
      );
      await expect(written).rejects.toMatchObject({ code: '42501' });
      const moved = world.database.within(scope, (tx) => sql.raw(`update waymark.${table} set organisation_id = '${there}'`).execute(tx));
      await expect(moved).rejects.toMatchObject({ code: '42501' });
    }
  });
});
