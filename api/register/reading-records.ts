import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Cell, SheetRow } from '#domain/register/cell.ts';
import type { ColumnMap, SheetKind } from '#domain/register/fields.ts';
import type { Transaction } from '../database/connection.ts';

/** Where a workbook lies in Microsoft 365, and the edition that was read. */
export type ReadFile = {
  readonly driveId: string;
  readonly itemId: string;
  readonly eTag: string;
  readonly place: string;
  readonly webUrl: string | null;
};

/** One sheet of a reading: its name and how many rows were kept of it. */
export type ReadSheet = { readonly name: string; readonly hidden: boolean; readonly rows: number };

/** A workbook that was read and is being looked at. */
export type Reading = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'xlsx' | 'csv';
  readonly notices: readonly string[];
  readonly sheets: readonly ReadSheet[];
  readonly file: ReadFile | null;
  readonly link: string | null;
};

/** A long read or import may take its minutes; the usual limits are for people who wait. */
export const takeTime = async (tx: Transaction): Promise<void> => {
  await sql`set local statement_timeout = '10min'`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(tx);
};

/** Readings of other days go: a workbook that nobody imported is not kept. */
export const dropOldReadings = async (tx: Transaction, organisation: string, now: Instant): Promise<void> => {
  await sql`delete from waymark.register_reading where organisation_id = ${organisation} and read_at < ${now}::timestamptz - interval '2 days'`.execute(
    tx,
  );
  await sql`delete from waymark.register_rejection r using waymark.register_import i
    where r.organisation_id = ${organisation} and i.organisation_id = r.organisation_id and i.id = r.import_id
      and i.imported_at < ${now}::timestamptz - interval '30 days'`.execute(tx);
};

export const openReading = async (
  tx: Transaction,
  organisation: string,
  reading: Omit<Reading, 'sheets'> & { by: string; at: Instant },
): Promise<void> => {
  await sql`insert into waymark.register_reading (organisation_id, id, name, kind, notices, sheets, file, link_id, read_by, read_at)
    values (${organisation}, ${reading.id}, ${reading.name}, ${reading.kind}, ${JSON.stringify(reading.notices)}::jsonb, '[]',
            ${reading.file ? JSON.stringify(reading.file) : null}::jsonb, ${reading.link}, ${reading.by}, ${reading.at})`.execute(tx);
};

/** Keeps a lot of rows in one statement. */
export const keepRows = async (
  tx: Transaction,
  organisation: string,
  reading: string,
  sheet: number,
  rows: readonly SheetRow[],
): Promise<void> => {
  await sql`insert into waymark.register_row (organisation_id, reading_id, sheet, number, cells)
    select ${organisation}, ${reading}, ${sheet}, number, cells from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(number integer, cells jsonb)
    on conflict do nothing`.execute(tx);
};

export const keepSheets = async (tx: Transaction, organisation: string, reading: string, sheets: readonly ReadSheet[]): Promise<void> => {
  await sql`update waymark.register_reading set sheets = ${JSON.stringify(sheets)}::jsonb where organisation_id = ${organisation} and id = ${reading}`.execute(
    tx,
  );
};

/** A reading of this person's; someone else's is not looked at over their shoulder. */
export const readingOf = async (tx: Transaction, organisation: string, id: string, person: string): Promise<Reading | undefined> => {
  const { rows } = await sql<Reading>`
    select id, name, kind, notices, sheets, file, link_id as link from waymark.register_reading
     where organisation_id = ${organisation} and id = ${id} and read_by = ${person}`.execute(tx);
  return rows[0];
};

/** So many rows of a sheet after a number, in their order. */
export const rowsAfter = async (
  tx: Transaction,
  organisation: string,
  reading: string,
  sheet: number,
  after: number,
  limit: number,
): Promise<readonly SheetRow[]> => {
  const { rows } = await sql<{ number: number; cells: Cell[] }>`
    select number, cells from waymark.register_row
     where organisation_id = ${organisation} and reading_id = ${reading} and sheet = ${sheet} and number > ${after} order by number limit ${limit}`.execute(
    tx,
  );
  return rows;
};

export const dropReading = async (tx: Transaction, organisation: string, id: string): Promise<void> => {
  await sql`delete from waymark.register_reading where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** Columns that a person chose for sheets with these headings. */
export const columnsChosen = async (
  tx: Transaction,
  organisation: string,
  headings: readonly string[],
): Promise<ReadonlyMap<string, { kind: SheetKind; map: ColumnMap }>> => {
  const { rows } = await sql<{ headings: string; kind: SheetKind; map: ColumnMap }>`
    select headings, kind, map from waymark.register_columns where organisation_id = ${organisation} and headings = any(${headings}::text[])`.execute(
    tx,
  );
  return new Map(rows.map(({ headings: key, kind, map }) => [key, { kind, map }]));
};

export const keepColumns = async (
  tx: Transaction,
  organisation: string,
  headings: string,
  chosen: { kind: SheetKind; map: ColumnMap; by: string; at: Instant },
): Promise<void> => {
  await sql`insert into waymark.register_columns (organisation_id, headings, kind, map, chosen_by, chosen_at)
    values (${organisation}, ${headings}, ${chosen.kind}, ${JSON.stringify(chosen.map)}::jsonb, ${chosen.by}, ${chosen.at})
    on conflict (organisation_id, headings) do update set kind = excluded.kind, map = excluded.map, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`.execute(
    tx,
  );
};
