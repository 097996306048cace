import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Documents that the record knows in Microsoft 365. */
export const documentsOf = async (tx: Transaction, organisation: string, pupil: string) => {
  const { rows } = await sql<{ driveId: string; itemId: string; name: string }>`
    select drive_id as "driveId", item_id as "itemId", name from waymark.document
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and item_id is not null order by name`.execute(tx);
  return rows;
};

/** Meetings with an entry in the calendar of the SEND mailbox. */
export const eventsOf = async (tx: Transaction, organisation: string, pupil: string) => {
  const { rows } = await sql<{ event: string; startsAt: Instant | null }>`
    select event_id as event, starts_at as "startsAt" from waymark.meeting
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and event_id is not null and state <> 'cancelled'
     order by starts_at`.execute(tx);
  return rows;
};

/** Cards that stand in chats and speak of the record, by what they are about or what ids are in them. */
export const cardsMentioning = async (tx: Transaction, organisation: string, mentions: readonly string[]) => {
  const { rows } = await sql<{ chat: string; card: string; activity: string }>`
    select conversation_id as chat, card_id as card, activity_id as activity from waymark.sent_card
     where organisation_id = ${organisation} and activity_id is not null and stubbed_at is null
       and (about = any(${[...mentions]}::text[]) or mentions && ${[...mentions]}::text[]) order by sent_at`.execute(tx);
  return rows;
};

/** Letters about the record that have left. */
export const lettersMentioning = async (tx: Transaction, organisation: string, mentions: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from waymark.letter_sent
     where organisation_id = ${organisation} and exists (select from unnest(${[...mentions]}::text[]) m where position(m in key) > 0)`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/** Rows of a table without a key to the pupil that mention the record. */
export const rowsMentioning = async (
  tx: Transaction,
  organisation: string,
  table: string,
  mentions: readonly string[],
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(`waymark.${table}`)} held
     where held.organisation_id = ${organisation}
       and exists (select from unnest(${[...mentions]}::text[]) m where position(m in to_jsonb(held)::text) > 0)`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** Archives of the record that somebody could have downloaded. */
export const archivesOf = async (tx: Transaction, organisation: string, pupil: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from waymark.records_request
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and state in ('ready', 'answered') and bytes is not null`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/** Whether a request to see the record waits for its answer. */
export const requestWaits = async (tx: Transaction, organisation: string, pupil: string): Promise<boolean> => {
  const { rows } = await sql`
    select from waymark.records_request
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and state not in ('answered', 'withdrawn') limit 1`.execute(tx);
  return rows.length > 0;
};

/** Chats of the pupil’s meetings are no longer known as theirs. */
export const unlinkChats = async (tx: Transaction, organisation: string, pupil: string): Promise<number> => {
  const { numAffectedRows } = await sql`
    update waymark.conversation set meeting_id = null where organisation_id = ${organisation}
       and meeting_id in (select id from waymark.meeting where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid)`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
};

/** What pupil systems last said of these records is forgotten. The tie stays, so that a later reading does not bring them back. */
export const forgetRoster = async (tx: Transaction, organisation: string, records: readonly string[]): Promise<number> => {
  const { numAffectedRows: doubts } = await sql`
    delete from waymark.roster_doubt where organisation_id = ${organisation} and record_id = any(${[...records]}::uuid[])`.execute(tx);
  const { numAffectedRows: things } = await sql`
    update waymark.sync_thing thing set thing = null from waymark.roster_link link
     where thing.organisation_id = ${organisation} and link.organisation_id = thing.organisation_id and link.source = 'graph'
       and link.kind in ('pupil', 'contact') and link.record_id = any(${[...records]}::uuid[]) and link.key = thing.id and thing.thing is not null`.execute(
    tx,
  );
  const { numAffectedRows: links } = await sql`
    update waymark.roster_link set said = '{}' where organisation_id = ${organisation} and kind in ('pupil', 'contact')
       and record_id = any(${[...records]}::uuid[]) and said <> '{}'`.execute(tx);
  return Number((doubts ?? 0n) + (things ?? 0n) + (links ?? 0n));
};

/** How Teams wants to be addressed in a chat. */
export const referenceOf = async (tx: Transaction, organisation: string, chat: string): Promise<unknown> => {
  const { rows } = await sql<{ reference: unknown }>`
    select reference from waymark.conversation where organisation_id = ${organisation} and conversation_id = ${chat}`.execute(tx);
  return rows[0]?.reference ?? null;
};

/** A card was taken back to a stub, or cannot be any more. */
export const markStubbed = async (tx: Transaction, organisation: string, chat: string, card: string, at: Instant): Promise<void> => {
  await sql`update waymark.sent_card set stubbed_at = ${at}::timestamptz
             where organisation_id = ${organisation} and conversation_id = ${chat} and card_id = ${card}`.execute(tx);
};

/** Cards sent before a moment that still stand, oldest first. */
export const cardsBefore = async (tx: Transaction, organisation: string, before: Instant, most: number) => {
  const { rows } = await sql<{ chat: string; card: string; activity: string }>`
    select conversation_id as chat, card_id as card, activity_id as activity from waymark.sent_card
     where organisation_id = ${organisation} and activity_id is not null and stubbed_at is null
       and coalesce(done_at, sent_at) < ${before}::timestamptz order by sent_at limit ${most}`.execute(tx);
  return rows;
};

/** What stays of a pupil whose entry on the roll is kept: name, class, year, dates and number; the case and all that belongs to it go. */
export const reduceToRoll = async (tx: Transaction, organisation: string, pupil: string): Promise<void> => {
  await sql`
    update waymark.pupil set case_ref = null, stage = 'none', stage_since = null, home_language = null, english_since = null,
           key_worker_id = null, review_month = null, attendance_percent = null, attendance_as_of = null, version = version + 1
     where organisation_id = ${organisation} and id = ${pupil}::uuid`.execute(tx);
};
