import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Keeps that somebody decided to keep a record longer. */
export const insertDecision = async (
  tx: Transaction,
  organisation: string,
  decision: {
    readonly id: string;
    readonly pupil: string;
    readonly rule: string;
    readonly until: Day;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> => {
  const { id, pupil, rule, until, reason, by, at } = decision;
  await sql`
    insert into waymark.retention_decision (organisation_id, id, pupil_id, rule, keep_until, reason, decided_by, decided_at)
    values (${organisation}, ${id}, ${pupil}, ${rule}, ${until}, ${reason}, ${by}, ${at}::timestamptz)`.execute(tx);
};
