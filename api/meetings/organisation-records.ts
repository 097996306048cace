import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** The time zone of the organisation; for the queue, which has no actor to ask. */
export async function organisationZone(tx: Transaction, organisation: string): Promise<string> {
  const { rows } = await sql<{ zone: string }>`
    select time_zone as zone from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return rows[0]?.zone ?? 'Europe/London';
}

/** The nation whose words and dates the organisation writes. */
export async function organisationPlace(tx: Transaction, organisation: string): Promise<'england' | 'us'> {
  const { rows } = await sql<{ jurisdiction: string }>`
    select jurisdiction from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return rows[0]?.jurisdiction === 'england' || !rows[0] ? 'england' : 'us';
}
