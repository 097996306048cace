import pg from 'pg';

/** A table of the record or of its queue, as a backup carries it. */
export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** A counter from which ids are given, and the last one that was given. */
export type Counter = { readonly schema: string; readonly name: string; readonly last: string };

/**
 * What a backup carries: all of the record, and the queue, whose jobs are promises that deeds have made. Sign-in tokens are left out: they
 * are good for this service alone, and people sign in again.
 */
const CARRIED = `c.relkind in ('r', 'p') and not c.relispartition
  and (n.nspname = 'waymark' and c.relname <> 'token_cache' or n.nspname = 'graphile_worker' and c.relname like '\\_private\\_%')`;

const KEY = `array(select quote_ident(a.attname) || case when y.typcategory = 'S' then ' collate "C"' else '' end
    from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number join pg_type y on y.oid = a.atttypid
   where i.indrelid = c.oid and i.indisprimary order by k.place)`;

const identifier = pg.escapeIdentifier;
const nameOf = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string => `${identifier(schema)}.${identifier(name)}`;
const columnsOf = ({ columns }: Table): string => columns.map((column) => identifier(column)).join(', ');

/** Rows read as text come out the same on every server: the session's own ways of writing moments and numbers are set aside. */
const PLAIN_TEXT = `set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC'; set bytea_output to 'hex';
  set extra_float_digits to 1; set client_encoding to 'UTF8'`;

/** Begins a view of the record that later writers do not change. */
export const beginSnapshot = async (client: pg.ClientBase): Promise<void> => {
  await client.query(PLAIN_TEXT);
  await client.query('begin isolation level repeatable read read only');
};

/** Begins what becomes the record altogether or not at all. */
export const beginRestore = async (client: pg.ClientBase): Promise<void> => {
  await client.query(PLAIN_TEXT);
  await client.query('begin');
};

/** Every table that a backup carries, in the order in which it carries them. */
export const tablesOf = async (client: pg.ClientBase): Promise<readonly Table[]> => {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
           array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attgenerated = '' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${CARRIED} order by n.nspname collate "C", c.relname collate "C"`);
  return rows;
};

/** The statement that reads a table in the order of its key, so that the same rows are always the same bytes. */
export const readingOf = async (client: pg.ClientBase, table: Table): Promise<string> => {
  const { rows } = await client.query<{ key: string[] }>(
    `select ${KEY} as key from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2`,
    [table.schema, table.name],
  );
  const key = rows[0]?.key ?? [];
  const order = key.length > 0 ? key.join(', ') : `${identifier(table.name)}::text collate "C"`;
  return `copy (select ${columnsOf(table)} from ${nameOf(table)} order by ${order}) to stdout`;
};

/** The statement that fills a table; it stands in the backup too, so that `psql` could read one. */
export const fillingOf = (table: Table): string => `COPY ${nameOf(table)} (${columnsOf(table)}) FROM stdin`;

/** All counters of the tables that are carried, with the last number each has given. */
export const countersOf = async (client: pg.ClientBase): Promise<readonly Counter[]> => {
  const { rows } = await client.query<Counter>(`
    select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname in ('waymark', 'graphile_worker') and last_value is not null order by 1, 2`);
  return rows;
};

/** Lets counters go on where they stood. */
export const setCounters = async (client: pg.ClientBase, counters: readonly Counter[]): Promise<void> => {
  for (const counter of counters) await client.query('select setval($1::regclass, $2::bigint)', [nameOf(counter), counter.last]);
};

type Rule = { readonly place: string; readonly name: string; readonly words: string };

/**
 * Takes foreign keys and triggers off while rows arrive: rows come table by table, and what triggers wrote is among them. Answers how to
 * put them back; the keys are then held to every row.
 */
export const withoutRules = async (client: pg.ClientBase, tables: readonly Table[]): Promise<() => Promise<void>> => {
  const { rows: rules } = await client.query<Rule>(
    `select c.conrelid::regclass::text as place, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as words
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where c.contype = 'f' and c.conparentid = 0 and n.nspname in ('waymark', 'graphile_worker') order by 1, 2`,
  );
  for (const { place, name } of rules) await client.query(`alter table ${place} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${nameOf(table)} disable trigger user`);
  return async () => {
    for (const { place, name, words } of rules) await client.query(`alter table ${place} add constraint ${name} ${words}`);
    for (const table of tables) await client.query(`alter table ${nameOf(table)} enable trigger user`);
  };
};

/** A job that was being worked on when the backup was taken is nobody's now: it is begun again, and does nothing twice. */
export const freeJobs = async (client: pg.ClientBase): Promise<void> => {
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null');
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null');
};

/** What stands in a database already: a record with so many organisations, a record that nobody is in, or nothing. */
export const occupancyOf = async (client: pg.ClientBase): Promise<{ readonly opened: boolean; readonly organisations: number }> => {
  const { rows } = await client.query<{ opened: boolean }>(
    "select to_regnamespace('waymark') is not null or to_regnamespace('waymark_house') is not null as opened",
  );
  if (!rows[0]?.opened) return { opened: false, organisations: 0 };
  const { rows: known } = await client.query<{ table: string | null }>("select to_regclass('waymark.organisation') as table");
  if (!known[0]?.table) return { opened: true, organisations: 0 };
  const { rows: counted } = await client.query<{ n: number }>('select count(*)::int as n from waymark.organisation');
  return { opened: true, organisations: counted[0]?.n ?? 0 };
};

/** The server's own version, as it says it. */
export const serverVersion = async (client: pg.ClientBase): Promise<string> =>
  (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '';

/** Names of the record's migrations as they ran, and how far the queue's own have come. */
export const levelOf = async (client: pg.ClientBase): Promise<{ readonly migrations: readonly string[]; readonly queue: number }> => {
  const { rows } = await client.query<{ name: string }>('select name from waymark_house.kysely_migration order by timestamp, name');
  const { rows: queue } = await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations');
  return { migrations: rows.map(({ name }) => name), queue: queue[0]?.id ?? 0 };
};

/** Ids of all organisations, in order. */
export const organisationsOf = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (await client.query<{ id: string }>('select organisation_id as id from waymark.organisation order by 1')).rows.map(({ id }) => id);
