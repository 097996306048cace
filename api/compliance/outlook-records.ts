import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

export type OutlookFollow = {
  readonly whose: 'all' | 'mine';
  readonly since: Instant;
  /** Switched off at this moment; what was placed is being taken out. */
  readonly onUntil: Instant | null;
  readonly trouble: string | null;
  readonly placedAt: Instant | null;
};

const FOLLOW = sql`whose, since, on_until as "onUntil", trouble, placed_at as "placedAt"`;

/** How a person follows dates in Outlook; undefined where they do not. */
export const followOf = async (tx: Transaction, organisation: string, person: string): Promise<OutlookFollow | undefined> => {
  const { rows } = await sql<OutlookFollow>`
    select ${FOLLOW} from waymark.outlook_follow where organisation_id = ${organisation} and person_id = ${person}::uuid`.execute(tx);
  return rows[0];
};

/** Everyone who follows dates in Outlook, or whose entries are still being taken out. */
export const followers = async (tx: Transaction, organisation: string): Promise<string[]> => {
  const { rows } = await sql<{ person: string }>`
    select person_id as person from waymark.outlook_follow where organisation_id = ${organisation} order by 1`.execute(tx);
  return rows.map(({ person }) => person);
};

export const beginFollowing = async (
  tx: Transaction,
  organisation: string,
  person: string,
  { whose, at }: { readonly whose: 'all' | 'mine'; readonly at: Instant },
): Promise<void> => {
  await sql`
    insert into waymark.outlook_follow (organisation_id, person_id, whose, since) values (${organisation}, ${person}, ${whose}, ${at}::timestamptz)
    on conflict (organisation_id, person_id) do update set whose = excluded.whose, on_until = null, trouble = null`.execute(tx);
};

export const endFollowing = async (tx: Transaction, organisation: string, person: string, at: Instant): Promise<void> => {
  await sql`update waymark.outlook_follow set on_until = ${at}::timestamptz
             where organisation_id = ${organisation} and person_id = ${person}::uuid and on_until is null`.execute(tx);
};

/** Notes that all is placed as it should be, or what stands in the way; forgets the whole once it is switched off and nothing is left. */
export const settleFollowing = async (
  tx: Transaction,
  organisation: string,
  person: string,
  { at, trouble }: { readonly at: Instant; readonly trouble: string | null },
): Promise<void> => {
  await sql`update waymark.outlook_follow set trouble = ${trouble}, placed_at = case when ${trouble}::text is null then ${at}::timestamptz else placed_at end
             where organisation_id = ${organisation} and person_id = ${person}::uuid`.execute(tx);
  await sql`delete from waymark.outlook_follow f where f.organisation_id = ${organisation} and f.person_id = ${person}::uuid and f.on_until is not null
             and not exists (select from waymark.outlook_entry e where e.organisation_id = f.organisation_id and e.person_id = f.person_id)`.execute(
    tx,
  );
};

/** An entry as it was last placed. `event` null: about to be placed, or placed and not yet noted; empty: the person threw it out. */
export type PlacedEntry = {
  readonly subject: string;
  readonly transaction: string;
  readonly event: string | null;
  readonly on: Day | null;
  readonly words: string | null;
};

export const entriesOfPerson = async (tx: Transaction, organisation: string, person: string): Promise<PlacedEntry[]> => {
  const { rows } = await sql<PlacedEntry>`
    select subject, transaction_id as transaction, event_id as event, due_on as on, words from waymark.outlook_entry
     where organisation_id = ${organisation} and person_id = ${person}::uuid order by due_on, subject`.execute(tx);
  return rows;
};

/** Writes that an entry is about to be placed, before Graph hears of it. */
export const announceEntries = async (
  tx: Transaction,
  organisation: string,
  person: string,
  entries: readonly { readonly subject: string; readonly transaction: string }[],
): Promise<void> => {
  await sql`
    insert into waymark.outlook_entry (organisation_id, person_id, subject, transaction_id)
    select ${organisation}, ${person}, e.subject, e.transaction
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(subject text, transaction uuid)
    on conflict do nothing`.execute(tx);
};

export const notePlaced = async (
  tx: Transaction,
  organisation: string,
  person: string,
  { subject, event, on, words }: { readonly subject: string; readonly event: string; readonly on: Day; readonly words: string },
): Promise<void> => {
  await sql`update waymark.outlook_entry set event_id = ${event}, due_on = ${on}::date, words = ${words}
             where organisation_id = ${organisation} and person_id = ${person}::uuid and subject = ${subject}`.execute(tx);
};

export const dropEntry = async (tx: Transaction, organisation: string, person: string, subject: string): Promise<void> => {
  await sql`delete from waymark.outlook_entry where organisation_id = ${organisation} and person_id = ${person}::uuid and subject = ${subject}`.execute(
    tx,
  );
};
