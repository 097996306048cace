import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** Groups of the directory that give some role here. */
export const mappedGroups = async (tx: Transaction, organisation: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ group: string }>`
    select distinct group_id::text as "group" from waymark.role_group where organisation_id = ${organisation} order by 1`.execute(tx);
  return rows.map(({ group }) => group);
};
