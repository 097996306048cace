import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** An organisation's time zone and its schools; undefined where the tenant has no record. */
export const organisationOf = async (
  tx: Transaction,
  organisation: string,
): Promise<{ readonly timeZone: string; readonly schools: readonly string[] } | undefined> => {
  const { rows } = await sql<{ time_zone: string; schools: string[] }>`
    select time_zone, array(select id from waymark.school s where s.organisation_id = o.organisation_id) as schools
      from waymark.organisation o where o.organisation_id = ${organisation}`.execute(tx);
  const [row] = rows;
  return row && { timeZone: row.time_zone, schools: row.schools };
};
