import { sql } from 'kysely';
import { type Chasing, USUAL_CHASING } from '#domain/contributions/chasing.ts';
import type { Transaction } from '../database/connection.ts';

/** How the organisation chases: what it has set, and the usual for everything else; with its time zone. */
export const chasingOf = async (tx: Transaction, organisation: string): Promise<Chasing & { readonly zone: string }> => {
  const { rows } = await sql<{ own: Partial<Chasing> | null; zone: string }>`
    select settings -> 'chasing' as own, time_zone as zone from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return { ...USUAL_CHASING, ...rows[0]?.own, zone: rows[0]?.zone ?? 'Europe/London' };
};

/** Keeps how the organisation chases from now on. */
export const keepChasing = async (tx: Transaction, organisation: string, chasing: Chasing): Promise<void> => {
  await sql`
    update waymark.organisation set settings = settings || jsonb_build_object('chasing', ${JSON.stringify(chasing)}::jsonb)
     where organisation_id = ${organisation}`.execute(tx);
};
