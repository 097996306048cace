import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from './connection.ts';

/**
 * `key`: a second job of the same organisation, task and key takes the first one's place while that one waits. `runAt`: not before then.
 * `queue`: jobs of one queue run one after another.
 */
export type JobOptions = { readonly key?: string; readonly runAt?: Instant; readonly queue?: string };

/**
 * Adds a job inside the caller's transaction: it exists when, and only when, the deed's own rows do. The database stamps the payload
 * with the organisation of the transaction (migration 0003), so a job cannot be addressed to another one.
 */
export const enqueue = async (tx: Transaction, task: string, payload: object, options: JobOptions = {}): Promise<void> => {
  const { key = null, runAt = null, queue = null } = options;
  await sql`select waymark.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key}, ${runAt}::timestamptz, ${queue})`.execute(tx);
};
