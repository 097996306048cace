import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Whether these pupils have an event of that kind on that day already. */
export const eventsKnown = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ pupil: string; kind: string; on: Day }>`
    select pupil_id as pupil, kind, on_day as "on" from waymark.case_event
     where organisation_id = ${organisation} and pupil_id = any(${pupils as string[]}::uuid[]) and withdrawn_at is null`.execute(tx);
  return new Set(rows.map(({ pupil, kind, on }) => `${pupil} ${kind} ${on}`));
};
