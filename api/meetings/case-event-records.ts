import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';

export type MeetingEvent = {
  readonly id: string;
  readonly pupil: string;
  readonly kind: string;
  readonly on: Day;
  readonly meeting: string;
  readonly by: string | null;
  readonly at: Instant;
};

/** Writes what happened into the case, and has the pupil's clocks counted again. */
export async function writeMeetingEvent(tx: Transaction, organisation: string, event: MeetingEvent): Promise<void> {
  await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details, recorded_by, recorded_at)
    values (${organisation}, ${event.id}, ${event.pupil}, ${event.kind}, ${event.on}, ${JSON.stringify({ about: event.meeting })}::jsonb, ${event.by}, ${event.at}::timestamptz)
    on conflict do nothing`.execute(tx);
  await enqueue(tx, 'recount-clocks', { pupil: event.pupil }, { key: event.pupil });
}
