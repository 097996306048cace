import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Tables an import writes, with the columns it may set and their types. Identifiers come from here alone. */
const TABLES = {
  pupil: {
    school_id: 'uuid',
    pupil_number: 'text',
    external_id: 'text',
    case_ref: 'text',
    given_name: 'text',
    surname: 'text',
    known_as: 'text',
    birthday: 'date',
    sex: 'text',
    year_group: 'smallint',
    class_name: 'text',
    home_language: 'text',
    stage: 'text',
    stage_since: 'date',
    key_worker_id: 'uuid',
    attendance_percent: 'numeric',
    attendance_as_of: 'date',
  },
  need: { pupil_id: 'uuid', rank: 'smallint', code: 'text', description: 'text', source: 'text', from_day: 'date', to_day: 'date' },
  profile_line: { pupil_id: 'uuid', kind: 'text', rank: 'smallint', words: 'text', said_by: 'text', on_day: 'date' },
  case_event: { pupil_id: 'uuid', kind: 'text', on_day: 'date', party: 'text', details: 'jsonb', recorded_by: 'uuid' },
  removal: { pupil_id: 'uuid', kind: 'text', from_day: 'date', to_day: 'date', days: 'numeric', reason: 'text', source: 'text' },
  part_time: {
    pupil_id: 'uuid',
    from_day: 'date',
    to_day: 'date',
    hours_a_week: 'numeric',
    review_on: 'date',
    reason: 'text',
    source: 'text',
  },
} as const;

export type WrittenTable = keyof typeof TABLES;
export type Columns = Readonly<Record<string, string | number | null>>;

/** One row that an import makes or changes; `before` and `after` hold the columns it sets. */
export type RowWrite = {
  readonly table: WrittenTable;
  readonly id: string;
  readonly pupil: string;
  readonly deed: 'made' | 'changed';
  readonly before: Columns;
  readonly after: Columns;
};

/** The order in which rows can be written; undoing goes the other way. */
const ORDER: readonly WrittenTable[] = ['pupil', 'need', 'profile_line', 'case_event', 'removal', 'part_time'];
const AT_ONCE = 1_000;

const columnsOf = (table: WrittenTable): readonly (readonly [name: string, type: string])[] => Object.entries(TABLES[table]);
const nameOf = (table: WrittenTable): RawBuilder<unknown> => sql`waymark.${sql.ref(table)}`;
const valueIn = (from: string, column: string, type: string): RawBuilder<unknown> => sql`(${sql.ref(from)}->>${column})::${sql.raw(type)}`;

const inLots = async <T>(rows: readonly T[], work: (lot: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += AT_ONCE) await work(rows.slice(at, at + AT_ONCE));
};

/** Writes the rows of an import, table by table, many at once. */
export const writeRows = async (tx: Transaction, organisation: string, writes: readonly RowWrite[]): Promise<void> => {
  for (const table of ORDER) {
    const own = writes.filter((one) => one.table === table);
    await inLots(
      own.filter(({ deed }) => deed === 'made'),
      (lot) => insertRows(tx, organisation, table, lot),
    );
    await inLots(
      own.filter(({ deed }) => deed === 'changed'),
      (lot) => updateRows(tx, organisation, table, lot),
    );
  }
};

const insertRows = (tx: Transaction, organisation: string, table: WrittenTable, rows: readonly RowWrite[]) => {
  const columns = columnsOf(table);
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  const values = sql.join(columns.map(([name, type]) => valueIn('one.after', name, type)));
  return sql`insert into ${nameOf(table)} (organisation_id, id, ${names})
    select ${organisation}, one.id, ${values} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, after jsonb)`.execute(
    tx,
  );
};

const updateRows = (tx: Transaction, organisation: string, table: WrittenTable, rows: readonly RowWrite[]) => {
  const sets = columnsOf(table).map(
    ([name, type]) =>
      sql`${sql.ref(name)} = case when one.after ? ${name}::text then ${valueIn('one.after', name, type)} else ${sql.ref(`t.${name}`)} end`,
  );
  const edition = table === 'pupil' ? sql`, version = t.version + 1, changed_at = now()` : sql``;
  return sql`update ${nameOf(table)} t set ${sql.join(sets)}${edition}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, after jsonb)
    where t.organisation_id = ${organisation} and t.id = one.id`.execute(tx);
};

/** Keeps what an import was and every row it wrote, so that it can be undone as a whole. */
export const keepImport = async (
  tx: Transaction,
  organisation: string,
  one: { id: string; name: string; counts: object; by: string; at: Instant },
  writes: readonly RowWrite[],
  rejected: readonly object[],
): Promise<void> => {
  await sql`insert into waymark.register_import (organisation_id, id, number, name, counts, imported_by, imported_at)
    values (${organisation}, ${one.id}, (select coalesce(max(number), 0) + 1 from waymark.register_import where organisation_id = ${organisation}), ${one.name}, ${JSON.stringify(one.counts)}::jsonb, ${one.by}, ${one.at})`.execute(
    tx,
  );
  await inLots(
    writes.map((write, number) => ({ ...write, number })),
    (lot) =>
      sql`insert into waymark.register_write (organisation_id, import_id, number, table_name, row_id, pupil_id, deed, before, after)
      select ${organisation}, ${one.id}, number, "table", id, pupil, deed, before, after from jsonb_to_recordset(${JSON.stringify(lot)}::jsonb)
        as w(number integer, "table" text, id uuid, pupil uuid, deed text, before jsonb, after jsonb)`.execute(tx),
  );
  await inLots(
    rejected.map((row, number) => ({ number, row })),
    (lot) =>
      sql`insert into waymark.register_rejection (organisation_id, import_id, number, row)
      select ${organisation}, ${one.id}, number, "row" from jsonb_to_recordset(${JSON.stringify(lot)}::jsonb) as r(number integer, "row" jsonb)`.execute(
        tx,
      ),
  );
};

/** The rows that one import wrote in one table. */
const writtenIn = (organisation: string, id: string, table: WrittenTable, deed: 'made' | 'changed') => sql`
  (select row_id as id, pupil_id, before, after from waymark.register_write
    where organisation_id = ${organisation} and import_id = ${id} and table_name = ${table} and deed = ${deed})`;

/** Columns of `t` that still say what the import set. */
const untouched = (table: WrittenTable): RawBuilder<unknown> =>
  sql.join(
    columnsOf(table).map(
      ([name, type]) =>
        sql`(not one.after ? ${name}::text or ${sql.ref(`t.${name}`)} is not distinct from ${valueIn('one.after', name, type)})`,
    ),
    sql` and `,
  );

/**
 * Takes an import back: rows it made go where nobody has worked on them since, and what it changed is as before wherever it still says
 * what the import set. Answers how many rows stayed because someone has changed them or built on them.
 */
export const undoRows = async (tx: Transaction, organisation: string, id: string): Promise<number> => {
  let stayed = 0;
  for (const table of [...ORDER].reverse()) {
    const changed = writtenIn(organisation, id, table, 'changed');
    const sets = columnsOf(table).map(
      ([name, type]) => sql`${sql.ref(name)} = case when one.before ? ${name}::text
      and ${sql.ref(`t.${name}`)} is not distinct from ${valueIn('one.after', name, type)} then ${valueIn('one.before', name, type)} else ${sql.ref(`t.${name}`)} end`,
    );
    const edition = table === 'pupil' ? sql`, version = t.version + 1, changed_at = now()` : sql``;
    const { rows: kept } = await sql<{ count: number }>`
      select count(*)::int as count from ${nameOf(table)} t join ${changed} one on t.id = one.id
       where t.organisation_id = ${organisation} and not (${untouched(table)})`.execute(tx);
    await sql`update ${nameOf(table)} t set ${sql.join(sets)}${edition} from ${changed} one where t.organisation_id = ${organisation} and t.id = one.id`.execute(
      tx,
    );
    stayed += (kept[0]?.count ?? 0) + (await takeMade(tx, organisation, id, table));
  }
  return stayed;
};

/** Deletes the rows an import made, unless they were changed since; a pupil also stays on whom anything else has come to hang. */
const takeMade = async (tx: Transaction, organisation: string, id: string, table: WrittenTable): Promise<number> => {
  const made = writtenIn(organisation, id, table, 'made');
  const free = table === 'pupil' ? await nothingHangsOn(tx) : sql`true`;
  if (table === 'pupil')
    await sql`delete from waymark.clock c using ${made} one where c.organisation_id = ${organisation} and c.pupil_id = one.id`.execute(tx);
  const { rows } = await sql<{ made: number; gone: number }>`
    with gone as (
      delete from ${nameOf(table)} t using ${made} one where t.organisation_id = ${organisation} and t.id = one.id and ${untouched(table)} and ${free} returning 1
    ) select (select count(*)::int from ${made} m) as made, (select count(*)::int from gone) as gone`.execute(tx);
  const { made: all, gone } = rows[0] ?? { made: 0, gone: 0 };
  return all - gone;
};

/** A condition on pupil `t` that no row of any other table names it, out of the catalogue: tables added tomorrow count too. */
const nothingHangsOn = async (tx: Transaction): Promise<RawBuilder<unknown>> => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace s on s.oid = c.relnamespace
     where s.nspname = 'waymark' and k.contype = 'f' and k.confrelid = 'waymark.pupil'::regclass and k.confdeltype <> 'c'`.execute(tx);
  return sql.join(
    rows.map(
      ({ name }) =>
        sql`not exists (select from waymark.${sql.ref(name)} h where h.organisation_id = t.organisation_id and h.pupil_id = t.id)`,
    ),
    sql` and `,
  );
};

export type KeptImport = {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly by: string;
  readonly counts: { fresh: number; changed: number; rejected: number };
  readonly undoneAt: Instant | null;
  readonly last: boolean;
};

/** Imports of the last year, newest first. `last`: no later one that stands came after it, so it can be undone. */
export const importsOf = async (tx: Transaction, organisation: string): Promise<readonly KeptImport[]> => {
  const { rows } = await sql<KeptImport>`
    select i.id, i.name, i.imported_at as at, coalesce(p.given_name || ' ' || p.surname, 'Someone') as by, i.counts, i.undone_at as "undoneAt",
           not exists (select from waymark.register_import later where later.organisation_id = i.organisation_id
                          and later.number > i.number and later.undone_at is null) as last
      from waymark.register_import i left join waymark.person p on p.organisation_id = i.organisation_id and p.id = i.imported_by
     where i.organisation_id = ${organisation} order by i.number desc limit 20`.execute(tx);
  return rows;
};

export const markUndone = async (tx: Transaction, organisation: string, id: string, by: string, at: Instant): Promise<void> => {
  await sql`update waymark.register_import set undone_by = ${by}, undone_at = ${at} where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
};

/** Pupils an import wrote of. */
export const pupilsOfImport = async (tx: Transaction, organisation: string, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ pupil: string }>`
    select distinct w.pupil_id as pupil from waymark.register_write w where w.organisation_id = ${organisation} and w.import_id = ${id}`.execute(
    tx,
  );
  return rows.map(({ pupil }) => pupil);
};

/** The number of the last case; held until the transaction ends, so that no two imports give one reference twice. */
export const lastCaseNumber = async (tx: Transaction, organisation: string): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('case numbers ' || ${organisation}, 0))`.execute(tx);
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(substring(case_ref from '[0-9]+$')::int), 0) as number from waymark.pupil where organisation_id = ${organisation}`.execute(
    tx,
  );
  return rows[0]?.number ?? 0;
};
