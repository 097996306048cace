import { sql } from 'kysely';
import { addYears, type Day } from '#domain/calendar/day.ts';
import { birthdayAt } from '#domain/calendar/school-year.ts';
import type { Excusal, Member, Seat } from '#domain/meetings/team.ts';
import type { Transaction } from '../database/connection.ts';

/** A member with the id under which the meeting knows them. */
export type StoredMember = Member & { readonly id: string };

/** Who fills places at a meeting; a place that nobody is named for is listed as such. */
export const membersOf = async (tx: Transaction, organisation: string, meeting: string): Promise<StoredMember[]> => {
  const { rows } = await sql<StoredMember>`
    select id, name, role_words as words, coalesce(part, 'school') as part, coalesce(key, '') not like 'part/%' as named, seats, reply, attended,
           excusal
      from waymark.meeting_person asked
     where organisation_id = ${organisation} and meeting_id = ${meeting}
       and (attended is not null or not exists (select 1 from waymark.contact c
             where c.organisation_id = asked.organisation_id and c.id = asked.contact_id and c.restriction is not null))
     order by rank, name, id`.execute(tx);
  return rows;
};

/** The learner’s birthday. */
export const birthdayOf = async (tx: Transaction, organisation: string, pupil: string): Promise<Day | null> => {
  const { rows } = await sql<{ birthday: Day | null }>`
    select birthday from waymark.pupil where organisation_id = ${organisation} and id = ${pupil}::uuid`.execute(tx);
  return rows[0]?.birthday ?? null;
};

/** Whether transition is discussed at a meeting of that day: the plan made there lasts a year and may reach the 16th birthday. */
export const discussesTransition = (birthday: Day | null, on: Day): boolean =>
  birthday !== null && birthdayAt(birthday, 16) <= addYears(on, 1);

type MemberChange = {
  readonly person: string;
  readonly seats?: readonly Seat[] | undefined;
  readonly excusal?: Excusal | null | undefined;
};

/** Writes what was said of somebody’s place; false where the meeting has no such person. */
export const saveMember = async (
  tx: Transaction,
  organisation: string,
  meeting: string,
  { person, seats, excusal }: MemberChange,
): Promise<boolean> => {
  const { rows } = await sql`
    update waymark.meeting_person
       set seats = ${seats === undefined ? sql`seats` : sql`${[...seats]}::text[]`},
           excusal = ${excusal === undefined ? sql`excusal` : excusal === null ? sql`null` : sql`${JSON.stringify(excusal)}::jsonb`}
     where organisation_id = ${organisation} and meeting_id = ${meeting} and id = ${person}::uuid
     returning id`.execute(tx);
  return rows.length === 1;
};
