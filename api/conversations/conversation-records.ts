import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { findingPerson, type SignedIn } from '../people/people-records.ts';
import { type Arrival, type TurnRow, type TurnState, takingTurn, turnState } from './turn-records.ts';

/** A chat that the bot is in, as Teams wants to be addressed there. */
export type StoredConversation = {
  readonly chat: string;
  readonly kind: 'personal' | 'group';
  readonly reference: unknown;
  readonly lastSentAt: Instant | null;
};

/** A chat as somebody has just spoken in it. */
type Talk = {
  readonly chat: string;
  readonly kind: 'personal' | 'group';
  readonly reference: object;
  readonly joinUrl: string | null;
  readonly at: Instant;
};

/**
 * Stores a conversation whole for each row of `speakers`, whose `person` spoke in it, with the meeting whose chat it is for its row: as linked,
 * or the one whose join address names this chat.
 */
const storing = (organisation: string, { chat, kind, reference, joinUrl, at }: Talk, speakers: RawBuilder<unknown>) => {
  const named = `%${encodeURIComponent(chat).replace(/[\\%_]/g, '\\$&')}%`;
  const meeting =
    kind === 'personal'
      ? sql`null::uuid`
      : sql`(select m.id from waymark.meeting m
              where m.organisation_id = ${organisation} and m.state in ('booked', 'running', 'held')
                and (m.thread_id = ${chat} or m.join_url = ${joinUrl} or m.join_url ilike ${named})
              order by m.starts_at desc limit 1)`;
  return sql<{ meeting: string | null }>`
    insert into waymark.conversation as c (organisation_id, conversation_id, kind, person_id, meeting_id, reference, changed_at)
    select ${organisation}::uuid, ${chat}, ${kind}, ${kind === 'personal' ? sql`speaker.person` : sql`null::uuid`}, ${meeting},
           ${JSON.stringify(reference)}::jsonb, ${at}::timestamptz from ${speakers} speaker
    on conflict (organisation_id, conversation_id) do update
      set kind = excluded.kind, person_id = excluded.person_id, meeting_id = coalesce(c.meeting_id, excluded.meeting_id),
          reference = excluded.reference, changed_at = excluded.changed_at, closed_at = null, closed_why = null
    returning meeting_id as meeting`;
};

/** Stores a conversation in which this person spoke and answers its meeting. */
export const saveConversation = async (tx: Transaction, organisation: string, person: string, talk: Talk): Promise<string | null> => {
  const { rows } = await storing(organisation, talk, sql`(select ${person}::uuid as person)`).execute(tx);
  return rows[0]?.meeting ?? null;
};

/** What was said, by whom as the record knows them, and how its turn stands. */
export type Spoken = { readonly speaker: SignedIn; readonly meeting: string | null; readonly turn: TurnState };

/**
 * Finds who speaks, stores the conversation and takes the turn of what was said in it, in one statement: this stands before every answer of the
 * bot. Undefined, and nothing stored, where nobody of this account is known. The disk is not waited for: whatever the answer then does waits for
 * it, and all that was written before reaches the disk with it. So only what had not been carried out could be answered a second time.
 */
export const saveSpoken = async (
  tx: Transaction,
  organisation: string,
  account: string,
  talk: Talk,
  arrival: Arrival,
): Promise<Spoken | undefined> => {
  const { rows } = await sql<SignedIn & { meeting: string | null } & TurnRow>`/* prepared */
    with speaker as materialized (${findingPerson(organisation, account, talk.at)}),
         chat as (${storing(organisation, talk, sql`speaker`)}), turn as (${takingTurn(organisation, arrival, sql`speaker`)})
    select speaker.*, chat.meeting, turn.mine, turn.answered, set_config('synchronous_commit', 'off', true)
      from speaker left join chat on true left join turn on true`.execute(tx);
  const row = rows[0];
  return row && { speaker: row, meeting: row.meeting, turn: turnState(row) };
};

/** Keeps that a chat is the chat of a meeting. */
export const linkConversation = async (tx: Transaction, organisation: string, chat: string, meeting: string): Promise<void> => {
  await sql`update waymark.conversation set meeting_id = ${meeting}
             where organisation_id = ${organisation} and conversation_id = ${chat} and kind = 'group'`.execute(tx);
};

export const closeConversation = async (tx: Transaction, organisation: string, chat: string, why: string, at: Instant): Promise<void> => {
  await sql`update waymark.conversation set closed_at = ${at}::timestamptz, closed_why = ${why}
             where organisation_id = ${organisation} and conversation_id = ${chat} and closed_at is null`.execute(tx);
};

const STORED = sql`conversation_id as chat, kind, reference, last_sent_at as "lastSentAt"`;

/** The newest open chat of the bot with one person alone. */
export const personalConversation = async (
  tx: Transaction,
  organisation: string,
  person: string,
): Promise<StoredConversation | undefined> => {
  const { rows } = await sql<StoredConversation>`
    select ${STORED} from waymark.conversation
     where organisation_id = ${organisation} and person_id = ${person} and kind = 'personal' and closed_at is null
     order by changed_at desc limit 1`.execute(tx);
  return rows[0];
};

/** The open chat of a meeting. */
export const meetingConversation = async (
  tx: Transaction,
  organisation: string,
  meeting: string,
): Promise<StoredConversation | undefined> => {
  const { rows } = await sql<StoredConversation>`
    select ${STORED} from waymark.conversation
     where organisation_id = ${organisation} and meeting_id = ${meeting} and kind = 'group' and closed_at is null
     order by changed_at desc limit 1`.execute(tx);
  return rows[0];
};

/** The account and address of a person, to speak as the bot on their behalf. */
export const accountOf = async (tx: Transaction, organisation: string, person: string) => {
  const { rows } = await sql<{ entraId: string | null; name: string; email: string | null }>`
    select entra_id as "entraId", given_name || ' ' || surname as name, email from waymark.person
     where organisation_id = ${organisation} and id = ${person} and left_on is null`.execute(tx);
  return rows[0];
};

/** What the school of a scope publishes of its days; the first school where there are several. */
export const publishedCalendar = async (tx: Transaction, organisation: string, schools: readonly string[]): Promise<unknown> => {
  const { rows } = await sql<{ calendar: unknown }>`
    select calendar from waymark.school where organisation_id = ${organisation} and id = any(${schools}::uuid[])
     order by name limit 1`.execute(tx);
  return rows[0]?.calendar ?? null;
};
