import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A pupil's name for an answer, and whether they are still on roll. */
export const pupilNamed = async (tx: Transaction, organisation: string, pupil: string) => {
  const { rows } = await sql<{ name: string; caseRef: string | null; leftOn: Day | null }>`
    select coalesce(known_as, given_name) || ' ' || surname as name, case_ref as "caseRef", left_on as "leftOn" from waymark.pupil
     where organisation_id = ${organisation} and id = ${pupil}::uuid`.execute(tx);
  return rows[0];
};

/** A contact of this pupil; undefined where it is another's. */
export const contactNamed = async (tx: Transaction, organisation: string, pupil: string, contact: string) => {
  const { rows } = await sql<{ name: string; restricted: boolean }>`
    select given_name || ' ' || surname as name, restriction is not null as restricted from waymark.contact
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and id = ${contact}::uuid`.execute(tx);
  return rows[0];
};

export type EntryToAdd = {
  readonly id: string;
  readonly pupil: string;
  readonly kind: string;
  readonly on: Day;
  readonly at: Instant;
  readonly words: string;
  readonly contact: string | null;
  readonly minutes: number | null;
  readonly promise: string | null;
  readonly promiseDue: Day | null;
  readonly by: string;
};

/** Adds a line to the log. */
export const addEntry = async (tx: Transaction, organisation: string, entry: EntryToAdd) => {
  await sql`
    insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, at, words, contact_id, minutes, promise, promise_due, by_person,
                                   made_at, made_by, changed_at, changed_by)
    values (${organisation}, ${entry.id}, ${entry.pupil}, ${entry.kind}, ${entry.on}, ${entry.at}::timestamptz, ${entry.words}, ${entry.contact}, ${entry.minutes},
            ${entry.promise}, ${entry.promiseDue}, ${entry.by}, ${entry.at}::timestamptz, ${entry.by}, ${entry.at}::timestamptz, ${entry.by})`.execute(
    tx,
  );
};
