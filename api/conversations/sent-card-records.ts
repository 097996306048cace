import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { settlingTurn } from './turn-records.ts';

/** Whether a card of this id has gone into this chat (or was given up); claims it where it has not. */
export const claimCard = async (
  tx: Transaction,
  organisation: string,
  chat: string,
  card: string,
  about: string | null,
): Promise<'mine' | 'done'> => {
  const { rows } = await sql<{ done: boolean }>`
    insert into waymark.sent_card (organisation_id, conversation_id, card_id, about) values (${organisation}, ${chat}, ${card}, ${about})
    on conflict (organisation_id, conversation_id, card_id) do update set about = excluded.about
    returning done_at is not null as done`.execute(tx);
  return rows[0]?.done ? 'done' : 'mine';
};

/** Writes how a card fared, and when the chat was last written to. */
export const settleCard = async (
  tx: Transaction,
  organisation: string,
  chat: string,
  card: string,
  fared: { outcome: 'sent' | 'mailed' | 'dropped'; activity: string | null; at: Instant },
): Promise<void> => {
  await sql`update waymark.sent_card set activity_id = ${fared.activity}, outcome = ${fared.outcome}, done_at = ${fared.at}::timestamptz
             where organisation_id = ${organisation} and conversation_id = ${chat} and card_id = ${card}`.execute(tx);
  if (fared.outcome !== 'sent') return;
  await sql`update waymark.conversation set last_sent_at = ${fared.at}::timestamptz
             where organisation_id = ${organisation} and conversation_id = ${chat}`.execute(tx);
};

/** Milliseconds to wait so that two messages into one chat lie a second apart; Teams takes seven in one second a chat. */
export const waitBeforeNext = async (tx: Transaction, organisation: string, chat: string, now: Instant): Promise<number> => {
  const { rows } = await sql<{ wait: number }>`
    select greatest(0, ceil(extract(epoch from last_sent_at + interval '1 second' - ${now}::timestamptz) * 1000))::int as wait
      from waymark.conversation where organisation_id = ${organisation} and conversation_id = ${chat}`.execute(tx);
  return Math.min(rows[0]?.wait ?? 0, 1000);
};

/** The moment so many seconds later. */
export const secondsLater = async (tx: Transaction, now: Instant, seconds: number): Promise<Instant> => {
  const { rows } = await sql<{ later: Instant }>`select ${now}::timestamptz + make_interval(secs => ${seconds}) as later`.execute(tx);
  return rows[0]?.later ?? now;
};

/** The case that a meeting is about; null where the meeting is gone. */
export const caseOfMeeting = async (tx: Transaction, organisation: string, meeting: string): Promise<string | null> => {
  const { rows } = await sql<{ caseRef: string | null }>`
    select p.case_ref as "caseRef" from waymark.meeting m
      join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id
     where m.organisation_id = ${organisation} and m.id = ${meeting}`.execute(tx);
  return rows[0]?.caseRef ?? null;
};

/** The case that a request for contributions is about; null where the request is gone. */
export const caseOfRequest = async (tx: Transaction, organisation: string, request: string): Promise<string | null> => {
  const { rows } = await sql<{ caseRef: string | null }>`
    select p.case_ref as "caseRef" from waymark.contribution_request r
      join waymark.pupil p on p.organisation_id = r.organisation_id and p.id = r.pupil_id
     where r.organisation_id = ${organisation} and r.id = ${request}`.execute(tx);
  return rows[0]?.caseRef ?? null;
};

/**
 * Notes a card that stands in a chat: one that the queue sent keeps its row, an answer gets one of its own, named after the message. With
 * `answers` it is noted in the same statement that this message has its answer.
 */
export const noteStandingCard = async (
  tx: Transaction,
  organisation: string,
  card: { chat: string; activity: string; mentions: readonly string[]; at: Instant; answers: string | null },
): Promise<void> => {
  const { chat, activity, mentions, at, answers } = card;
  const settled = answers === null ? sql`` : sql`, settled as (${settlingTurn(organisation, chat, answers)})`;
  await sql`/* prepared */
    with changed as (
      update waymark.sent_card set mentions = (select array_agg(distinct m) from unnest(mentions || ${[...mentions]}::text[]) m), stubbed_at = null
       where organisation_id = ${organisation} and conversation_id = ${chat} and activity_id = ${activity} returning 1)${settled}
    insert into waymark.sent_card (organisation_id, conversation_id, card_id, activity_id, mentions, sent_at, done_at, outcome)
    select ${organisation}::uuid, ${chat}, ${`answer:${activity}`}, ${activity}, ${[...mentions]}::text[], ${at}::timestamptz, ${at}::timestamptz, 'sent'
     where not exists (select from changed)
    on conflict do nothing`.execute(tx);
};
