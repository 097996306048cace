import { sql } from 'kysely';
import type { Transaction } from '#api/database/connection.ts';

/** A row of a table of the record, by column. */
export type Row = Readonly<Record<string, unknown>>;

const BATCH = 2000;

/** Adds rows to a table of the record, many at a time. All rows of a call have the columns of the first. */
export const addRows = async (tx: Transaction, table: string, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  const into = sql.join(columns.map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = JSON.stringify(rows.slice(from, from + BATCH));
    await sql`insert into ${sql.table(`waymark.${table}`)} (${into})
      select ${into} from jsonb_populate_recordset(null::${sql.table(`waymark.${table}`)}, ${batch}::jsonb)`.execute(tx);
  }
};

/** Writes the organisation; false where it is there already, and then nothing else is to be written. */
export const addOrganisation = async (
  tx: Transaction,
  row: { id: string; name: string; timeZone: string; settings: object },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into waymark.organisation (organisation_id, name, jurisdiction, time_zone, settings)
    values (${row.id}, ${row.name}, 'england', ${row.timeZone}, ${JSON.stringify(row.settings)}::jsonb)
    on conflict do nothing returning organisation_id`.execute(tx);
  return rows.length > 0;
};
