import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** The name of someone who works on cases; null where there is no such person. */
export async function personName(tx: Transaction, organisation: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select given_name || ' ' || surname as name from waymark.person where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows[0]?.name ?? null;
}

/** Name and address of someone who works on cases; null where there is none to write to. */
export async function personToWriteTo(tx: Transaction, organisation: string, id: string): Promise<{ name: string; email: string } | null> {
  const { rows } = await sql<{ name: string; email: string }>`
    select given_name || ' ' || surname as name, email from waymark.person
     where organisation_id = ${organisation} and id = ${id} and email is not null and left_on is null`.execute(tx);
  return rows[0] ?? null;
}
