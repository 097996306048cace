import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';
import { columnsOf, EDITED, editionBy, type Hand, nameOf, ORDER, valueIn, type WrittenTable } from './write-records.ts';

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
export const undoRows = async (tx: Transaction, organisation: string, id: string, hand: Hand): Promise<number> => {
  let stayed = 0;
  for (const table of [...ORDER].reverse()) {
    const changed = writtenIn(organisation, id, table, 'changed');
    const sets = columnsOf(table).map(
      ([name, type]) => sql`${sql.ref(name)} = case when one.before ? ${name}::text
      and ${sql.ref(`t.${name}`)} is not distinct from ${valueIn('one.after', name, type)} then ${valueIn('one.before', name, type)} else ${sql.ref(`t.${name}`)} end`,
    );
    const { rows: kept } = await sql<{ count: number }>`
      select count(*)::int as count from ${nameOf(table)} t join ${changed} one on t.id = one.id
       where t.organisation_id = ${organisation} and not (${untouched(table)})`.execute(tx);
    await sql`update ${nameOf(table)} t set ${sql.join(sets)}${editionBy(table, 'undone', hand)} from ${changed} one where t.organisation_id = ${organisation} and t.id = one.id`.execute(
      tx,
    );
    stayed += (kept[0]?.count ?? 0) + (await takeMade(tx, organisation, id, table, hand));
  }
  return stayed;
};

/** Deletes the rows an import made, unless they were changed since; a pupil also stays on whom anything else has come to hang. */
const takeMade = async (tx: Transaction, organisation: string, id: string, table: WrittenTable, hand: Hand): Promise<number> => {
  const made = writtenIn(organisation, id, table, 'made');
  const free = table === 'pupil' ? await nothingHangsOn(tx) : sql`true`;
  // An entry that goes says by whose hand, as one that a person takes out does.
  if (EDITED.has(table))
    await sql`update ${nameOf(table)} t set version = t.version + 1, deed = 'withdrawn', changed_by = ${hand.by}::uuid, changed_at = ${hand.at}::timestamptz,
                     reason = ${hand.reason}
                from ${made} one where t.organisation_id = ${organisation} and t.id = one.id and ${untouched(table)}`.execute(tx);
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
