import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

export type NewAction = {
  readonly id: string;
  readonly pupil: string;
  readonly meeting: string | null;
  readonly item: number | null;
  readonly words: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly due: Day | null;
};

/** The next number of the organisation's actions, for *done 3*; numbers are never used twice. */
async function nextNumber(tx: Transaction, organisation: string): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into waymark.counter (organisation_id, name, value)
    values (${organisation}, 'action', 1 + (select coalesce(max(number), 0) from waymark.action where organisation_id = ${organisation}))
    on conflict (organisation_id, name) do update set value = greatest(waymark.counter.value + 1, excluded.value)
    returning value`.execute(tx);
  return Number(rows[0]?.value);
}

/** Adds an action under its own id; the same id again adds nothing. */
export async function addAction(tx: Transaction, organisation: string, action: NewAction): Promise<void> {
  const { rows } = await sql`select 1 from waymark.action where organisation_id = ${organisation} and id = ${action.id}`.execute(tx);
  if (rows.length > 0) return;
  const number = await nextNumber(tx, organisation);
  await sql`
    insert into waymark.action (organisation_id, id, number, pupil_id, meeting_id, meeting_item, words, owner_id, owner_name, due_on)
    values (${organisation}, ${action.id}, ${number}, ${action.pupil}, ${action.meeting}, ${action.item}, ${action.words},
            ${action.ownerId}, ${action.ownerName}, ${action.due})
    on conflict (organisation_id, id) do nothing`.execute(tx);
}
