import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** One arrival of a message, by the ids that Teams gave chat and message; `by` is an id of this arrival alone. */
export type Arrival = { readonly chat: string; readonly activity: string; readonly by: string };

/** How a message stands that has just arrived: nobody has it yet, somebody is answering it, or it has its answer. */
export type TurnState = 'mine' | 'under-way' | 'answered';

/** A turn that has no answer after so many seconds is taken over; Teams itself waits fifteen. */
const GIVEN = 8;

const LATE = sql`t.answered_at is null and t.begun_at < clock_timestamp() - make_interval(secs => ${GIVEN})`;
/** Whoever has a turn and asks for it again goes on having it. */
const KEPT = sql`t.answered_at is null and t.begun_by = excluded.begun_by`;

/** Columns that tell how a turn stands for this arrival, as {@link turnState} reads them. */
export type TurnRow = { readonly mine: boolean | null; readonly answered: boolean | null };

/**
 * Takes a turn where nobody has it, or whoever had it has not answered in time: the statement, with {@link TurnRow} for its row; none where
 * `speakers` has none.
 */
export const takingTurn = (
  organisation: string,
  { chat, activity, by }: Arrival,
  speakers: RawBuilder<unknown> = sql`(select 1)`,
) => sql<TurnRow>`
    insert into waymark.bot_turn as t (organisation_id, conversation_id, activity_id, begun_by)
    select ${organisation}::uuid, ${chat}, ${activity}, ${by} from ${speakers} speaker
    on conflict (organisation_id, conversation_id, activity_id) do update
      set begun_by = case when ${LATE} then excluded.begun_by else t.begun_by end,
          begun_at = case when ${LATE} or ${KEPT} then excluded.begun_at else t.begun_at end
    returning begun_by = ${by} as mine, answered_at is not null as answered`;

export const turnState = (row: TurnRow | undefined): TurnState => {
  if (row?.answered) return 'answered';
  return row?.mine ? 'mine' : 'under-way';
};

/** Takes a turn of a chat that is remembered already. */
export const beginTurn = async (tx: Transaction, organisation: string, arrival: Arrival): Promise<TurnState> => {
  const { rows } = await takingTurn(organisation, arrival).execute(tx);
  return turnState(rows[0]);
};

/** Writes that a turn has its answer: the statement, which may ride in another. */
export const settlingTurn = (organisation: string, chat: string, activity: string) => sql`
    update waymark.bot_turn set answered_at = clock_timestamp()
     where organisation_id = ${organisation} and conversation_id = ${chat} and activity_id = ${activity}`;

/** Teams sends nothing again after a day. */
export const forgetTurns = async (tx: Transaction, organisation: string): Promise<void> => {
  await sql`delete from waymark.bot_turn where organisation_id = ${organisation} and begun_at < clock_timestamp() - interval '1 day'`.execute(
    tx,
  );
};
