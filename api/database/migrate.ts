import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations as migrateQueue } from 'graphile-worker';
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { type DatabaseOptions, poolOptions } from './connection.ts';

/** Migrations as they lie in the source tree. */
const HERE = fileURLToPath(new URL('./migrations/', import.meta.url));

/** One key for all processes: whoever holds it migrates, the others wait and then find nothing to do. */
export const MIGRATION_LOCK = 7_320_411;

/** The walled role, made once a cluster; two databases of one cluster may get here at the same moment. */
const ROLE = `do $$ begin
  if not exists (select from pg_roles where rolname = 'waymark_app') then
    create role waymark_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'waymark_app', 'set') then
    execute format('grant waymark_app to %I', current_user);
  end if;
end $$;`;

/** A migration that takes something away names the first version that no longer reads it (CONTRIBUTING.md). */
const CONTRACTS = /^-- contracts: not read since (\d+\.\d+\.\d+)$/m;

const OLDEST = 'waymark_house.oldest_reader';

const upOf = (text: string): Migration['up'] => {
  const oldest = CONTRACTS.exec(text)?.[1];
  return async (db) => {
    await sql.raw(text).execute(db);
    if (!oldest) return;
    await sql.raw(`create table if not exists ${OLDEST} (version text primary key)`).execute(db);
    await sql`insert into ${sql.raw(OLDEST)} (version) values (${oldest}) on conflict do nothing`.execute(db);
  };
};

/** Migrations as they lie in a folder, by name. */
export const migrationsIn = async (folder = HERE): Promise<Record<string, Migration>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const read = async (name: string): Promise<[string, Migration]> => {
    const text = await readFile(path.join(folder, name), 'utf8');
    return [name.replace(/\.sql$/, ''), { up: upOf(text) }];
  };
  return Object.fromEntries(await Promise.all(names.map(read)));
};

const newer = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, place) => part !== b[place]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** A newer Waymark may have brought the record further; that is no trouble until it has taken away what this one still reads. */
const refuseTooNew = async (db: Kysely<unknown>, version: string): Promise<void> => {
  const { rows: found } = await sql<{ kept: string | null }>`select to_regclass(${OLDEST}) as kept`.execute(db);
  if (!found[0]?.kept) return;
  const { rows } = await sql<{ version: string }>`select version from ${sql.raw(OLDEST)}`.execute(db);
  const oldest = rows.map((row) => row.version).reduce((one, other) => (newer(one, other) ? one : other), '0.0.0');
  if (newer(oldest, version))
    throw new Refusal(
      'not-ready',
      `A newer Waymark has brought this record to where ${version} can no longer read it. Start version ${oldest} or newer, or restore the backup that was taken before the upgrade.`,
    );
};

/** Migrations that a newer Waymark has run and this one does not know: they are left as they are. */
const ranElsewhere = async (db: Kysely<unknown>): Promise<Record<string, Migration>> => {
  const { rows: found } = await sql<{ kept: string | null }>`select to_regclass('waymark_house.kysely_migration') as kept`.execute(db);
  if (!found[0]?.kept) return {};
  const { rows } = await sql<{ name: string }>`select name from waymark_house.kysely_migration`.execute(db);
  return Object.fromEntries(rows.map(({ name }) => [name, { up: async () => undefined }]));
};

/**
 * Brings the record's own schema up to date; numbers belong to areas of work, so a lower one may arrive after a higher. `inTransaction`:
 * the caller has begun one, and all of it is part of that. Answers the names of the migrations that ran.
 */
export const migrateRecord = async (
  db: Kysely<unknown>,
  migrations: Record<string, Migration>,
  inTransaction = false,
): Promise<readonly string[]> => {
  const all = { ...(await ranElsewhere(db)), ...migrations };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => all },
    migrationTableSchema: 'waymark_house',
    allowUnorderedMigrations: true,
    disableTransactions: inTransaction,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
};

/** Makes the role of the deeds and brings the queue's own schema up to date; both may be there already. */
export const prepareHouse = async (pool: pg.Pool): Promise<void> => {
  await pool.query(ROLE);
  await migrateQueue({ pgPool: pool, logger: new Logger(() => () => undefined) });
};

/** A pool for work on the schema, which may take its time. */
export const schemaPool = (options: DatabaseOptions): pg.Pool => {
  const pool = new pg.Pool({ ...poolOptions(options), statement_timeout: 0, max: 4 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/**
 * Makes the role, the queue's schema and the record's schema, under one lock so that several processes may start at once. Answers the
 * names of the migrations that ran. Needs a login that may create roles and extensions; throws what PostgreSQL said otherwise, and a
 * Refusal where a newer Waymark has taken away what `version` of this one reads.
 */
export const migrate = async (options: DatabaseOptions, folder = HERE, version?: string): Promise<readonly string[]> => {
  const pool = schemaPool(options);
  const keeper = await pool.connect();
  try {
    await keeper.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    if (version) await refuseTooNew(db, version);
    await prepareHouse(pool);
    return await migrateRecord(db, await migrationsIn(folder));
  } finally {
    keeper.release(true);
    await pool.end();
  }
};
