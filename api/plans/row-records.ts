import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import type { RowChange, RowKind } from './row-change.ts';

const TABLES = { need: 'need', goal: 'goal', provision: 'provision_line', strategy: 'profile_line' } as const satisfies Record<
  RowKind,
  string
>;

/** A further edition of the entry, whose history says where it came from; the person stands in the plan's own version. */
const SAVED_BACK = sql`version = version + 1, changed_at = clock_timestamp(), changed_by = null, deed = 'changed', reason = 'Saved back from Word'`;

/** Writes one value of one row of this pupil. False where there is no such row any more. */
export async function writeValue(
  tx: Transaction,
  organisation: string,
  pupil: string,
  { row, id, column, value }: RowChange,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(`waymark.${TABLES[row]}`)} set ${sql.ref(column)} = ${value}, ${SAVED_BACK}
     where organisation_id = ${organisation} and pupil_id = ${pupil} and id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends a row that somebody took out of the plan. What it said stays in the versions and differences. */
export async function endRow(tx: Transaction, organisation: string, pupil: string, row: RowKind, id: string, today: Day): Promise<void> {
  const own = sql`organisation_id = ${organisation} and pupil_id = ${pupil} and id = ${id}`;
  if (row === 'need') await sql`update waymark.need set to_day = ${today}, ${SAVED_BACK} where ${own}`.execute(tx);
  if (row === 'goal') await sql`update waymark.goal set state = 'stopped', ${SAVED_BACK} where ${own}`.execute(tx);
  if (row === 'provision') {
    await sql`update waymark.provision_line set to_day = ${today}::date - 1, ${SAVED_BACK} where ${own}`.execute(tx);
  }
  if (row === 'strategy') await sql`delete from waymark.profile_line where ${own} and kind = 'strategy'`.execute(tx);
}

/** Adds a row that somebody wrote into the plan; its other values follow one by one. */
export async function addRow(tx: Transaction, organisation: string, pupil: string, row: RowKind, id: string, words: string, today: Day) {
  const rank = sql`(select coalesce(max(rank), 0) + 1 from ${sql.table(`waymark.${TABLES[row]}`)} where organisation_id = ${organisation} and pupil_id = ${pupil})`;
  const key = sql`${organisation}, ${id}, ${pupil}, ${rank}`;
  if (row === 'need') {
    await sql`insert into waymark.need (organisation_id, id, pupil_id, rank, code, description, source, from_day)
      values (${key}, 'OTH', ${words}, 'Plan, saved back from Word', ${today})`.execute(tx);
  }
  if (row === 'goal')
    await sql`insert into waymark.goal (organisation_id, id, pupil_id, rank, words) values (${key}, ${words})`.execute(tx);
  if (row === 'provision') {
    await sql`insert into waymark.provision_line (organisation_id, id, pupil_id, rank, what) values (${key}, ${words})`.execute(tx);
  }
  if (row === 'strategy') {
    await sql`insert into waymark.profile_line (organisation_id, id, pupil_id, rank, kind, words, said_by, on_day)
      values (${key}, 'strategy', ${words}, 'Plan, saved back from Word', ${today})`.execute(tx);
  }
}
