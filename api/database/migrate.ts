import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations as migrateQueue } from 'graphile-worker';
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type DatabaseOptions, poolOptions } from './connection.ts';

/** Migrations as they lie in the source tree. */
const HERE = fileURLToPath(new URL('./migrations/', import.meta.url));

/** One key for all processes: whoever holds it migrates, the others wait and then find nothing to do. */
const LOCK = 7_320_411;

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

const migrationsIn = async (folder: string): Promise<Record<string, Migration>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const read = async (name: string): Promise<[string, Migration]> => {
    const text = await readFile(path.join(folder, name), 'utf8');
    return [name.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }];
  };
  return Object.fromEntries(await Promise.all(names.map(read)));
};

/** Brings the record's own schema up to date; numbers belong to areas of work, so a lower one may arrive after a higher. */
const migrateRecord = async (pool: pg.Pool, folder: string): Promise<readonly string[]> => {
  const migrator = new Migrator({
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    provider: { getMigrations: () => migrationsIn(folder) },
    migrationTableSchema: 'waymark_house',
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
};

/**
 * Makes the role, the queue's schema and the record's schema, under one lock so that several processes may start at once. Answers the
 * names of the migrations that ran. Needs a login that may create roles and extensions; throws what PostgreSQL said otherwise.
 */
export const migrate = async (options: DatabaseOptions, folder = HERE): Promise<readonly string[]> => {
  const pool = new pg.Pool({ ...poolOptions(options), statement_timeout: 0, max: 4 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const keeper = await pool.connect();
  try {
    await keeper.query('select pg_advisory_lock($1)', [LOCK]);
    await keeper.query(ROLE);
    await migrateQueue({ pgPool: pool, logger: new Logger(() => () => undefined) });
    return await migrateRecord(pool, folder);
  } finally {
    keeper.release(true);
    await pool.end();
  }
};
