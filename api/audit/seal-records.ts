import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';
import type { SealedLine } from './seal.ts';

/** One link of an organisation's chain. */
export type Seal = {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  /** The rows it covers, in the order in which they were hashed. */
  readonly ids: readonly string[];
};

/** Everything of a row as one text: PostgreSQL writes `jsonb` in one normal form, and the moment to the microsecond. */
const LINE = sql`jsonb_build_array(entry.organisation_id, entry.id, to_char(entry.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  entry.actor, entry.actor_words, entry.deed, entry.about, entry.subject_count, entry.details, entry.door)::text`;

/** Only one sealer of an organisation at a time; readers and deeds are not kept waiting. */
export const lockSealing = async (tx: Transaction, organisation: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`seal:${organisation}`}, 0))`.execute(tx);
};

/** The oldest unsealed rows. */
export const unsealedLines = async (tx: Transaction, organisation: string, most: number): Promise<readonly SealedLine[]> => {
  const { rows } = await sql<SealedLine>`
    select entry.id, ${LINE} as line from waymark.audit_entry entry
     where entry.organisation_id = ${organisation} and entry.sealed_in is null
     order by entry.at, entry.id limit ${most}`.execute(tx);
  return rows;
};

/** The end of the chain; undefined before the first seal. */
export const lastSeal = async (tx: Transaction, organisation: string): Promise<{ number: number; hash: string } | undefined> => {
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, hash from waymark.audit_seal where organisation_id = ${organisation} order by number desc limit 1`.execute(tx);
  return rows[0];
};

/** Adds a link. */
export const addSeal = async (tx: Transaction, seal: Seal & { readonly organisation: string }): Promise<void> => {
  await sql`
    insert into waymark.audit_seal (organisation_id, number, entry_ids, previous_hash, hash)
    values (${seal.organisation}, ${seal.number}, ${seal.ids}::uuid[], ${seal.previous}, ${seal.hash})`.execute(tx);
};

/** Writes on each row which seal it went into. */
export const markSealed = async (tx: Transaction, organisation: string, number: number, ids: readonly string[]): Promise<void> => {
  await sql`
    update waymark.audit_entry set sealed_in = ${number}
     where organisation_id = ${organisation} and id = any(${ids}::uuid[])`.execute(tx);
};

/** Links after a number, in order, at most so many. */
export const sealsAfter = async (tx: Transaction, organisation: string, number: number, most: number): Promise<readonly Seal[]> => {
  const { rows } = await sql<Seal>`
    select number, previous_hash as previous, hash, entry_ids as ids from waymark.audit_seal
     where organisation_id = ${organisation} and number > ${number} order by number limit ${most}`.execute(tx);
  return rows;
};

/** The rows a seal lists, as they stand now and in its order; rows that have gone are left out. */
export const linesOf = async (tx: Transaction, organisation: string, seal: Seal): Promise<readonly SealedLine[]> => {
  const { rows } = await sql<SealedLine>`
    select entry.id, ${LINE} as line
      from unnest(${seal.ids}::uuid[]) with ordinality as listed (id, place)
      join waymark.audit_entry entry on entry.organisation_id = ${organisation} and entry.id = listed.id
     where entry.sealed_in = ${seal.number}
     order by listed.place`.execute(tx);
  return rows;
};

/** How many rows of the trail say that they are sealed, and how many wait. */
export const countEntries = async (tx: Transaction, organisation: string): Promise<{ sealed: number; unsealed: number }> => {
  const { rows } = await sql<{ sealed: number; unsealed: number }>`
    select count(*) filter (where sealed_in is not null) as sealed, count(*) filter (where sealed_in is null) as unsealed
      from waymark.audit_entry where organisation_id = ${organisation}`.execute(tx);
  return rows[0] ?? { sealed: 0, unsealed: 0 };
};
