import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** A table that holds something about one pupil, and the tables that must outlive its rows. */
export type Holding = { readonly name: string; readonly condition: string; readonly parents: readonly string[] };

/** Every such table, as the database itself finds them by their keys (migration 0080). */
export const holdingsOf = async (tx: Transaction): Promise<readonly Holding[]> => {
  const { rows } = await sql<Holding>`select name, condition, parents from waymark.pupil_table order by name`.execute(tx);
  return rows;
};

/** The condition comes from the catalogue, never from a person; `$1` and `$2` in it are the organisation and the pupil. */
const chosen = ({ condition }: Holding, organisation: string, pupil: string) =>
  sql.join(
    condition.split(/(\$[12])/).map((part) => {
      if (part === '$1') return sql`${organisation}::uuid`;
      return part === '$2' ? sql`${pupil}::uuid` : sql.raw(part);
    }),
    sql``,
  );

/** How many rows a table holds about a pupil. */
export const countOf = async (tx: Transaction, holding: Holding, organisation: string, pupil: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(`waymark.${holding.name}`)} where ${chosen(holding, organisation, pupil)}`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** The rows of a table about a pupil, each as JSON, in a lasting order. */
export const rowsOf = async (
  tx: Transaction,
  holding: Holding,
  organisation: string,
  pupil: string,
): Promise<readonly Record<string, unknown>[]> => {
  const table = sql.table(`waymark.${holding.name}`);
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(held) as row from ${table} held where ${chosen(holding, organisation, pupil)} order by to_jsonb(held)::text`.execute(
    tx,
  );
  return rows.map(({ row }) => row);
};

/** Ids of a pupil’s rows: by them the pupil is mentioned where no key leads. */
export const idsOf = async (tx: Transaction, holding: Holding, organisation: string, pupil: string): Promise<readonly string[]> => {
  const table = sql.table(`waymark.${holding.name}`);
  const { rows } = await sql<{ id: string | null }>`
    select to_jsonb(held) ->> 'id' as id from ${table} held where ${chosen(holding, organisation, pupil)}`.execute(tx);
  return rows.flatMap(({ id }) => id ?? []);
};
