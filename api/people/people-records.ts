import { sql } from 'kysely';
import type { Me } from '#contract/people.ts';
import type { Actor, Role } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A person as the door needs them: id, name, time zone, the schools they belong to and the roles granted to them today. */
export type SignedIn = {
  readonly person: string;
  readonly name: string;
  readonly timeZone: string;
  readonly grants: readonly { readonly school: string; readonly role: Role }[];
  readonly schools: readonly string[];
};

/** The actor's own page: person, organisation, schools. Undefined where the person has gone. */
export const personAndHouse = async (
  tx: Transaction,
  actor: Actor,
): Promise<Pick<Me, 'person' | 'organisation' | 'schools'> | undefined> => {
  const { rows } = await sql<Pick<Me, 'person' | 'organisation' | 'schools'>>`
    select
      json_build_object('id', person.id, 'name', person.given_name || ' ' || person.surname, 'givenName', person.given_name,
                        'jobTitle', person.job_title) as person,
      json_build_object('id', organisation.organisation_id, 'name', organisation.name, 'jurisdiction', organisation.jurisdiction,
                        'timeZone', organisation.time_zone) as organisation,
      coalesce((select json_agg(json_build_object('id', school.id, 'name', school.name) order by school.name)
                  from waymark.school school
                 where school.organisation_id = organisation.organisation_id and school.id = any(${actor.scope.schools}::uuid[])), '[]') as schools
    from waymark.person person
    join waymark.organisation organisation on organisation.organisation_id = person.organisation_id
    where person.organisation_id = ${actor.scope.organisation} and person.id = ${actor.person}::uuid`.execute(tx);
  return rows[0];
};

/**
 * The person of an Entra account with what is granted to them today, in the organisation's own zone; no row for an account that nobody has
 * entered, or whose person has left: from the day of leaving on there is no way in. The statement, which may ride in another.
 */
export const findingPerson = (organisation: string, account: string, now: Instant, groups: readonly string[] = []) => sql<SignedIn>`
    select
      person.id as person, person.given_name || ' ' || person.surname as name, organisation.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('school', held.school_id, 'role', held.role)) from (
                 select g.school_id, g.role from waymark.role_grant g
                 where g.organisation_id = person.organisation_id and g.person_id = person.id
                   and g.from_day <= (${now}::timestamptz at time zone organisation.time_zone)::date and (g.to_day is null or g.to_day >= (${now}::timestamptz at time zone organisation.time_zone)::date)
                 union
                 select s.id, m.role from waymark.role_group m
                   join waymark.school s on s.organisation_id = m.organisation_id and (m.school_id is null or m.school_id = s.id)
                  where m.organisation_id = person.organisation_id and m.group_id = any(${groups}::uuid[])) held), '[]') as grants,
      array(select school.id::text from waymark.school school where school.organisation_id = person.organisation_id) as schools
    from waymark.person person
    join waymark.organisation organisation on organisation.organisation_id = person.organisation_id
    where person.organisation_id = ${organisation} and person.entra_id = ${account}::uuid
      and (person.left_on is null or person.left_on > (${now}::timestamptz at time zone organisation.time_zone)::date)`;

/** The person of an account, as {@link findingPerson} finds them. */
export const personOfAccount = async (tx: Transaction, ...which: Parameters<typeof findingPerson>): Promise<SignedIn | undefined> => {
  const { rows } = await sql<SignedIn>`/* prepared */ ${findingPerson(...which)}`.execute(tx);
  return rows[0];
};
