import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
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
  /** Who asks, and when: its author in the history. */
  readonly by: string;
  readonly at: Instant;
};

/** The contribution that is asked for: one that is open with the same person is taken, else a new one is written. Answers its id. */
export const askContribution = async (tx: Transaction, organisation: string, asked: Asked): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    update waymark.contribution set contact_id = ${asked.contact}::uuid, person_id = ${asked.person}::uuid, due_on = coalesce(${asked.due}::date, due_on),
           asked_on = coalesce(asked_on, ${asked.on}::date), for_what = coalesce(for_what, ${asked.forWhat}),
           version = version + 1, changed_at = ${asked.at}::timestamptz, changed_by = ${asked.by}, deed = 'changed', reason = null
     where organisation_id = ${organisation} and id = (
       select id from waymark.contribution
        where organisation_id = ${organisation} and pupil_id = ${asked.pupil} and kind = ${asked.kind} and received_on is null
          and not exists (select from waymark.contribution_asked a where a.organisation_id = contribution.organisation_id and a.contribution_id = contribution.id)
          and (contact_id = ${asked.contact}::uuid or person_id = ${asked.person}::uuid or asked_of = ${asked.askedOf})
          and (for_what is null or ${asked.forWhat}::text is null or for_what = ${asked.forWhat})
        order by asked_on desc nulls last, id limit 1)
    returning id`.execute(tx);
  if (rows[0]) return rows[0].id;
  await sql`
    insert into waymark.contribution (organisation_id, id, pupil_id, asked_of, contact_id, person_id, kind, for_what, asked_on, due_on,
                                      made_at, made_by, changed_at, changed_by)
    values (${organisation}, ${asked.id}, ${asked.pupil}, ${asked.askedOf}, ${asked.contact}, ${asked.person}, ${asked.kind}, ${asked.forWhat}, ${asked.on}, ${asked.due},
            ${asked.at}::timestamptz, ${asked.by}, ${asked.at}::timestamptz, ${asked.by})`.execute(tx);
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

/** Who gave a contribution, a person of the record or one of the family, and when. */
export type Giving = { readonly by: string; readonly at: Instant; readonly on: Day };

/**
 * Puts down what was given, in the giver's own words, as an edition of theirs; given again, the newer words stand and the earlier ones stay
 * in the history. The day on which it first came stays.
 */
export const receiveContribution = async (
  tx: Transaction,
  organisation: string,
  id: string,
  words: string,
  { by, at, on }: Giving,
): Promise<void> => {
  await sql`
    update waymark.contribution
       set words = ${words}, recorded_at = case when received_on is null then ${at}::timestamptz else recorded_at end,
           received_on = coalesce(received_on, ${on}::date), version = version + 1, changed_at = ${at}::timestamptz, changed_by = ${by}::uuid,
           deed = 'changed', reason = null
     where organisation_id = ${organisation} and id = ${id} and words is distinct from ${words}`.execute(tx);
};

/** The newest view that was asked of this contact as a whole, not by a request's questions; undefined where none was. */
export const newestView = async (tx: Transaction, organisation: string, pupil: string, contact: string): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select id from waymark.contribution
     where organisation_id = ${organisation} and pupil_id = ${pupil} and contact_id = ${contact} and kind = 'parent-view'
       and not exists (select from waymark.contribution_asked a where a.organisation_id = contribution.organisation_id and a.contribution_id = contribution.id)
     order by asked_on desc nulls last, id limit 1`.execute(tx);
  return rows[0]?.id;
};
