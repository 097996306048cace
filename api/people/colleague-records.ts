import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A person of the organisation who has not left, as lists of staff show them. */
export type StoredColleague = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly employer: string | null;
};

/** Everyone of the organisation who has not left on that day, by surname; auditors and administrators without casework are left out. */
export const colleaguesOn = async (tx: Transaction, actor: Actor, today: Day): Promise<readonly StoredColleague[]> => {
  const { rows } = await sql<StoredColleague>`
    select person.id, person.given_name || ' ' || person.surname as name, person.job_title as "jobTitle", person.employer
      from waymark.person person
     where person.organisation_id = ${actor.scope.organisation}
       and (person.left_on is null or person.left_on >= ${today}::date)
       and (person.employer is not null
            or exists (select from waymark.role_grant g
                        where g.organisation_id = person.organisation_id and g.person_id = person.id
                          and g.role not in ('administrator', 'auditor')
                          and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date)))
     order by person.surname, person.given_name, person.id`.execute(tx);
  return rows;
};
