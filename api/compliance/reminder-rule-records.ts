import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { type OwnerGroup, type ReminderRule, type ReminderRules, USUAL_REMINDERS } from '#domain/compliance/reminder-rules.ts';
import type { Transaction } from '../database/connection.ts';

type Chosen = ReminderRule & { readonly group: OwnerGroup };

/** Rules that the organisation has chosen itself. */
export const chosenRules = async (tx: Transaction, organisation: string): Promise<readonly Chosen[]> => {
  const { rows } = await sql<Chosen>`
    select owner_group as "group", leads, coordinator_after as "coordinatorAfter"
      from waymark.reminder_rule where organisation_id = ${organisation}`.execute(tx);
  return rows;
};

/** The rules that hold: what was chosen, and the usual for the rest. */
export const rulesInForce = async (tx: Transaction, organisation: string): Promise<ReminderRules> => ({
  ...USUAL_REMINDERS,
  ...Object.fromEntries(
    (await chosenRules(tx, organisation)).map(({ group, leads, coordinatorAfter }) => [group, { leads, coordinatorAfter }]),
  ),
});

/** Keeps what was chosen for one group, in the place of what was chosen before. */
export const saveRule = async (
  tx: Transaction,
  organisation: string,
  { group, leads, coordinatorAfter, by, at }: Chosen & { readonly by: string; readonly at: Instant },
): Promise<void> => {
  await sql`
    insert into waymark.reminder_rule (organisation_id, owner_group, leads, coordinator_after, changed_by, changed_at)
    values (${organisation}, ${group}, ${[...leads]}::smallint[], ${coordinatorAfter}, ${by}, ${at}::timestamptz)
    on conflict (organisation_id, owner_group) do update
      set leads = excluded.leads, coordinator_after = excluded.coordinator_after, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    tx,
  );
};

/** The last day on which anybody was told anything, with how many people and dates; undefined where nobody was yet. */
export const lastTelling = async (tx: Transaction, organisation: string) => {
  const { rows } = await sql<{ on: Day; people: number; dates: number }>`
    select told_on as on, count(distinct person_id)::int as people, count(distinct subject)::int as dates
      from waymark.reminder where organisation_id = ${organisation} group by told_on order by told_on desc limit 1`.execute(tx);
  return rows[0];
};
