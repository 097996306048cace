import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

type Asked = {
  readonly id: string;
  readonly pupil: string;
  readonly askedOf: string;
  readonly contact: string | null;
  readonly person: string | null;
  readonly kind: 'parent-view' | 'teacher-view' | 'advice';
  readonly forWhat: string | null;
  readonly on: Day;
  readonly due: Day | null;
};

/** The contribution that is asked for: one that is open with the same person is taken, else a new one is written. Answers its id. */
export const askContribution = async (tx: Transaction, organisation: string, asked: Asked): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    update waymark.contribution set contact_id = ${asked.contact}::uuid, person_id = ${asked.person}::uuid, due_on = coalesce(${asked.due}::date, due_on),
           asked_on = coalesce(asked_on, ${asked.on}::date), for_what = coalesce(for_what, ${asked.forWhat})
     where organisation_id = ${organisation} and id = (
       select id from waymark.contribution
        where organisation_id = ${organisation} and pupil_id = ${asked.pupil} and kind = ${asked.kind} and received_on is null
          and (contact_id = ${asked.contact}::uuid or person_id = ${asked.person}::uuid or asked_of = ${asked.askedOf})
          and (for_what is null or ${asked.forWhat}::text is null or for_what = ${asked.forWhat})
        order by asked_on desc nulls last, id limit 1)
    returning id`.execute(tx);
  if (rows[0]) return rows[0].id;
  await sql`
    insert into waymark.contribution (organisation_id, id, pupil_id, asked_of, contact_id, person_id, kind, for_what, asked_on, due_on)
    values (${organisation}, ${asked.id}, ${asked.pupil}, ${asked.askedOf}, ${asked.contact}, ${asked.person}, ${asked.kind}, ${asked.forWhat}, ${asked.on}, ${asked.due})`.execute(
    tx,
  );
  return asked.id;
};

/** What was given, and when; undefined where there is no such contribution. */
export const contributionOf = async (
  tx: Transaction,
  organisation: string,
  id: string,
): Promise<{ readonly forWhat: string | null; readonly words: string | null; readonly receivedOn: Day | null } | undefined> => {
  const { rows } = await sql<{ forWhat: string | null; words: string | null; receivedOn: Day | null }>`
    select for_what as "forWhat", words, received_on as "receivedOn" from waymark.contribution where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
  return rows[0];
};

/** Puts down what was given, in the giver's own words; given again, the newer words stand. */
export const receiveContribution = async (tx: Transaction, organisation: string, id: string, words: string, on: Day): Promise<void> => {
  await sql`update waymark.contribution set words = ${words}, received_on = ${on} where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
};

/** The newest view that was asked of this contact; undefined where none was. */
export const newestView = async (tx: Transaction, organisation: string, pupil: string, contact: string): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select id from waymark.contribution
     where organisation_id = ${organisation} and pupil_id = ${pupil} and contact_id = ${contact} and kind = 'parent-view'
     order by asked_on desc nulls last, id limit 1`.execute(tx);
  return rows[0]?.id;
};
