import { sql } from 'kysely';
import type { Role } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

export type StoredGrant = {
  readonly person: string;
  readonly name: string;
  readonly words: string;
  readonly school: string;
  readonly schoolName: string;
  readonly role: Role;
  readonly from: Day;
  readonly to: Day | null;
};

/** Roles that hold today or are to come, of people who have not left, by role and surname. */
export const grantsOf = async (tx: Transaction, organisation: string, today: Day): Promise<readonly StoredGrant[]> => {
  const { rows } = await sql<StoredGrant>`
    select g.person_id as person, p.given_name || ' ' || p.surname as name, coalesce(p.job_title, '') as words, g.school_id as school, s.name as "schoolName",
           g.role, g.from_day as "from", g.to_day as "to"
      from waymark.role_grant g
      join waymark.person p on p.organisation_id = g.organisation_id and p.id = g.person_id and (p.left_on is null or p.left_on > ${today}::date)
      join waymark.school s on s.organisation_id = g.organisation_id and s.id = g.school_id
     where g.organisation_id = ${organisation} and (g.to_day is null or g.to_day >= ${today}::date)
     order by array_position(array['coordinator','leader','administrator','auditor','specialist','teacher','assistant'], g.role), p.surname, p.given_name`.execute(
    tx,
  );
  return rows;
};

export type StoredGroup = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly role: Role;
  readonly school: string | null;
  readonly schoolName: string | null;
};

/** Groups of the directory that give a role. */
export const groupsOf = async (tx: Transaction, organisation: string): Promise<readonly StoredGroup[]> => {
  const { rows } = await sql<StoredGroup>`
    select g.id, g.group_id as "group", g.name, g.role, g.school_id as school, s.name as "schoolName" from waymark.role_group g
      left join waymark.school s on s.organisation_id = g.organisation_id and s.id = g.school_id
     where g.organisation_id = ${organisation} order by g.name, g.role`.execute(tx);
  return rows;
};

/** People who can be given a role: those who work here or have an account, and have not left. */
export const peopleForRoles = async (
  tx: Transaction,
  organisation: string,
  today: Day,
): Promise<readonly { readonly id: string; readonly name: string; readonly words: string }[]> => {
  const { rows } = await sql<{ id: string; name: string; words: string }>`
    select id, given_name || ' ' || surname as name, coalesce(job_title, '') as words from waymark.person
     where organisation_id = ${organisation} and (left_on is null or left_on > ${today}::date) order by surname, given_name, id`.execute(
    tx,
  );
  return rows;
};

export const schoolsOf = async (
  tx: Transaction,
  organisation: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from waymark.school where organisation_id = ${organisation} order by name`.execute(tx);
  return rows;
};

/** Gives a role from–to; one that was held before takes the new days. */
export const saveGrant = async (
  tx: Transaction,
  organisation: string,
  grant: Pick<StoredGrant, 'person' | 'school' | 'role' | 'from' | 'to'>,
): Promise<void> => {
  await sql`
    insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day, to_day)
    values (${organisation}, ${grant.person}, ${grant.school}, ${grant.role}, ${grant.from}, ${grant.to})
    on conflict (organisation_id, person_id, school_id, role) do update set from_day = excluded.from_day, to_day = excluded.to_day`.execute(
    tx,
  );
};

/** Ends a role; the last day on which it held is given. */
export const endGrant = async (
  tx: Transaction,
  organisation: string,
  grant: Pick<StoredGrant, 'person' | 'school' | 'role'>,
  last: Day,
): Promise<void> => {
  await sql`update waymark.role_grant set to_day = ${last}
             where organisation_id = ${organisation} and person_id = ${grant.person} and school_id = ${grant.school} and role = ${grant.role}`.execute(
    tx,
  );
};

/** Adds a group; the same again changes nothing. */
export const saveGroup = async (
  tx: Transaction,
  organisation: string,
  group: Omit<StoredGroup, 'schoolName'> & { readonly by: string },
): Promise<void> => {
  await sql`
    insert into waymark.role_group (organisation_id, id, group_id, name, role, school_id, added_by)
    values (${organisation}, ${group.id}, ${group.group}, ${group.name}, ${group.role}, ${group.school}, ${group.by}) on conflict do nothing`.execute(
    tx,
  );
};

export const dropGroup = async (tx: Transaction, organisation: string, id: string): Promise<void> => {
  await sql`delete from waymark.role_group where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};
