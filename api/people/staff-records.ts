import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Somebody of the school's own staff who works here on that day, with their name; undefined for others. */
export const workingHere = async (
  tx: Transaction,
  organisation: string,
  person: string,
  today: Day,
): Promise<{ readonly name: string } | undefined> => {
  const { rows } = await sql<{ name: string }>`
    select given_name || ' ' || surname as name from waymark.person
     where organisation_id = ${organisation} and id = ${person} and employer is null and (left_on is null or left_on > ${today}::date)`.execute(
    tx,
  );
  return rows[0];
};
