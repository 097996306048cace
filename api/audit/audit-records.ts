import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** One row of the audit trail as a deed writes it. */
export type AuditEntry = {
  readonly organisation: string;
  readonly id: string;
  readonly at: Instant;
  readonly actor: string | null;
  /** Who it was, where it is no person of the record: one of the family, by a link. */
  readonly actorWords?: string;
  readonly deed: string;
  readonly about: string | null;
  readonly count: number | null;
  readonly details: object;
  readonly door: string;
};

/** Adds a row to the end of the trail. */
export const append = async (tx: Transaction, entry: AuditEntry): Promise<void> => {
  await sql`/* prepared */
    insert into waymark.audit_entry (organisation_id, id, at, actor, actor_words, deed, about, subject_count, details, door)
    values (${entry.organisation}, ${entry.id}, ${entry.at}::timestamptz, ${entry.actor}, ${entry.actorWords ?? null}, ${entry.deed}, ${entry.about},
            ${entry.count}, ${JSON.stringify(entry.details)}::jsonb, ${entry.door})`.execute(tx);
};
