import { sql } from 'kysely';
import type { AskedMembership } from '#domain/access/membership.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A place on a pupil's team as it lies in the record; whoever has left the school has left the team with it. */
export type StoredMembership = {
  readonly id: string;
  readonly pupil: string;
  readonly person: string;
  readonly name: string;
  readonly employer: string | null;
  readonly relation: AskedMembership['relation'];
  readonly words: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly shared: readonly string[];
};

const MEMBERSHIP = sql`
  select member.id, member.pupil_id as pupil, member.person_id as person, person.given_name || ' ' || person.surname as name, person.employer,
         member.relation, member.role_words as words, member.from_day as "from", least(member.to_day, person.left_on - 1) as "to",
         array(select document_id::text from waymark.shared_document s where s.organisation_id = member.organisation_id
                and s.pupil_id = member.pupil_id and s.person_id = member.person_id) as shared
    from waymark.team_member member
    join waymark.person person on person.organisation_id = member.organisation_id and person.id = member.person_id`;

/** Everyone who is, was or will be on the pupil's team, those of today first. */
export const teamOf = async (tx: Transaction, organisation: string, pupil: string, today: Day): Promise<readonly StoredMembership[]> => {
  const { rows } = await sql<StoredMembership>`${MEMBERSHIP}
   where member.organisation_id = ${organisation} and member.pupil_id = ${pupil}
   order by coalesce(least(member.to_day, person.left_on - 1) >= ${today}::date, true) desc, person.employer nulls first, person.surname, member.from_day desc`.execute(
    tx,
  );
  return rows;
};

/** One place on a team; undefined where there is none. */
export const membershipOf = async (tx: Transaction, organisation: string, id: string): Promise<StoredMembership | undefined> => {
  const { rows } = await sql<StoredMembership>`${MEMBERSHIP} where member.organisation_id = ${organisation} and member.id = ${id}`.execute(
    tx,
  );
  return rows[0];
};

/** Somebody who may be put on a team; undefined where there is no such person or they have left. */
export const personForTeam = async (
  tx: Transaction,
  organisation: string,
  id: string,
  today: Day,
): Promise<{ readonly name: string; readonly employer: string | null } | undefined> => {
  const { rows } = await sql<{ name: string; employer: string | null }>`
    select given_name || ' ' || surname as name, employer from waymark.person
     where organisation_id = ${organisation} and id = ${id} and (left_on is null or left_on > ${today}::date)`.execute(tx);
  return rows[0];
};

/** Enters somebody from outside; somebody known by the same address is taken instead. Answers the person's id. */
export const enterPerson = async (
  tx: Transaction,
  organisation: string,
  person: { id: string; givenName: string; surname: string; email: string; jobTitle: string; employer: string },
): Promise<string> => {
  const known = await sql<{ id: string }>`
    select id from waymark.person where organisation_id = ${organisation} and lower(email) = lower(${person.email}) and employer is not null limit 1`.execute(
    tx,
  );
  if (known.rows[0]) return known.rows[0].id;
  await sql`
    insert into waymark.person (organisation_id, id, given_name, surname, email, job_title, employer)
    values (${organisation}, ${person.id}, ${person.givenName}, ${person.surname}, ${person.email}, ${person.jobTitle}, ${person.employer})`.execute(
    tx,
  );
  return person.id;
};

type Unreached = { id: string; givenName: string; surname: string; jobTitle: string; employer: string };

/**
 * Somebody from outside without an e-mail address. One of the same name at the same employer who has no address either is the same person;
 * one who has an address is not taken for them.
 */
export const enterUnreached = async (tx: Transaction, organisation: string, person: Unreached): Promise<string> => {
  const { id, givenName, surname, jobTitle, employer } = person;
  const known = await sql<{ id: string }>`
    select id from waymark.person
     where organisation_id = ${organisation} and given_name = ${givenName} and surname = ${surname} and employer = ${employer}
       and email is null and entra_id is null and left_on is null order by id limit 1`.execute(tx);
  if (known.rows[0]) return known.rows[0].id;
  await sql`
    insert into waymark.person (organisation_id, id, given_name, surname, job_title, employer)
    values (${organisation}, ${id}, ${givenName}, ${surname}, ${jobTitle}, ${employer})`.execute(tx);
  return id;
};

export type MembershipToSave = Omit<AskedMembership, 'outside'> & {
  readonly id: string;
  readonly pupil: string;
  readonly person: string;
  readonly words: string | null;
};

/** Whether the person holds the same place on some day of these already. */
export const overlaps = async (
  tx: Transaction,
  organisation: string,
  { id, pupil, person, relation, from, to }: Omit<MembershipToSave, 'words'>,
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from waymark.team_member
     where organisation_id = ${organisation} and pupil_id = ${pupil} and person_id = ${person} and relation = ${relation} and id <> ${id}
       and from_day <= coalesce(${to}::date, 'infinity') and coalesce(to_day, 'infinity') >= ${from}::date and coalesce(to_day, 'infinity') >= from_day`.execute(
    tx,
  );
  return rows.length > 0;
};

/** Adds a place on a team; the same one sent again changes nothing. */
export const saveMembership = async (tx: Transaction, organisation: string, place: MembershipToSave): Promise<void> => {
  await sql`
    insert into waymark.team_member (organisation_id, id, pupil_id, person_id, relation, role_words, from_day, to_day)
    values (${organisation}, ${place.id}, ${place.pupil}, ${place.person}, ${place.relation}, ${place.words}, ${place.from}, ${place.to})
    on conflict (organisation_id, id) do nothing`.execute(tx);
};

/** Other dates or words for a place. */
export const changeMembershipRow = async (
  tx: Transaction,
  organisation: string,
  { id, from, to, words }: Pick<MembershipToSave, 'id' | 'from' | 'to' | 'words'>,
): Promise<void> => {
  await sql`
    update waymark.team_member set from_day = ${from}, to_day = ${to}, role_words = ${words}
     where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** Documents of a pupil among these. */
export const documentsAmong = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from waymark.document where organisation_id = ${organisation} and pupil_id = ${pupil} and id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

/** From now on these documents of the pupil are shown to the person, and no others. */
export const setShared = async (
  tx: Transaction,
  organisation: string,
  { pupil, person, documents, by }: { pupil: string; person: string; documents: readonly string[]; by: string },
): Promise<void> => {
  await sql`
    delete from waymark.shared_document
     where organisation_id = ${organisation} and pupil_id = ${pupil} and person_id = ${person} and not document_id = any(${documents}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into waymark.shared_document (organisation_id, pupil_id, person_id, document_id, shared_by)
    select ${organisation}, ${pupil}, ${person}, id, ${by} from unnest(${documents}::uuid[]) as id on conflict do nothing`.execute(tx);
};
