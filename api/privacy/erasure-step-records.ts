import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import type { CopyFound } from './copies-of.ts';

/** A copy on the list of an erasure, and what became of it. */
export type StoredStep = CopyFound & {
  readonly rank: number;
  readonly outcome: 'done' | 'not-possible' | 'told' | null;
  readonly outcomeWords: string | null;
};

export const insertSteps = async (tx: Transaction, organisation: string, erasure: string, steps: readonly CopyFound[]): Promise<void> => {
  const rows = steps.map(({ kind, words, target, told }, rank) => ({ rank, kind, words, target, told }));
  await sql`
    insert into waymark.erasure_step (organisation_id, erasure_id, rank, kind, words, target, outcome, outcome_words)
    select ${organisation}, ${erasure}, s.rank, s.kind, s.words, s.target, case when s.told is not null then 'told' end, s.told
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(rank int, kind text, words text, target jsonb, told text)`.execute(tx);
};

export const stepsOf = async (tx: Transaction, organisation: string, erasure: string): Promise<readonly StoredStep[]> => {
  const { rows } = await sql<StoredStep>`
    select rank, kind, words, target, outcome, outcome_words as "outcomeWords" from waymark.erasure_step
     where organisation_id = ${organisation} and erasure_id = ${erasure}::uuid order by rank`.execute(tx);
  return rows;
};

/** The first copy that nothing was done about yet; held, so that two workers do not do it at once. */
export const nextStep = async (tx: Transaction, organisation: string, erasure: string): Promise<StoredStep | undefined> => {
  const { rows } = await sql<StoredStep>`
    select rank, kind, words, target, outcome, outcome_words as "outcomeWords" from waymark.erasure_step
     where organisation_id = ${organisation} and erasure_id = ${erasure}::uuid and outcome is null order by rank limit 1`.execute(tx);
  return rows[0];
};

/** Writes what became of a copy, and forgets how it was reached. */
export const settleStep = async (
  tx: Transaction,
  organisation: string,
  erasure: string,
  rank: number,
  came: { readonly outcome: 'done' | 'not-possible' | 'told'; readonly words: string; readonly named?: string; readonly at: Instant },
): Promise<void> => {
  await sql`
    update waymark.erasure_step set outcome = ${came.outcome}, outcome_words = ${came.words}, target = null,
           words = coalesce(${came.named ?? null}, words), settled_at = ${came.at}::timestamptz
     where organisation_id = ${organisation} and erasure_id = ${erasure}::uuid and rank = ${rank}`.execute(tx);
};

/** Rows of one table go; the database refuses where no erasure runs or a hold is in force. */
export const eraseRows = async (tx: Transaction, erasure: string, table: string): Promise<number> => {
  const { rows } = await sql<{ gone: number }>`select waymark.erase_rows(${erasure}::uuid, ${table}) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
};

export const eraseMentions = async (tx: Transaction, erasure: string, table: string, mentions: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ gone: number }>`
    select waymark.erase_mentions(${erasure}::uuid, ${table}, ${[...mentions]}::text[]) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
};

/** Jobs that wait and mention the record: counted, or taken out of the queue. */
export const jobsMentioning = async (tx: Transaction, mentions: readonly string[], take: boolean): Promise<number> => {
  const { rows } = await sql<{ found: number }>`select waymark.jobs_mentioning(${[...mentions]}::text[], ${take}) as found`.execute(tx);
  return rows[0]?.found ?? 0;
};
