import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';
import type { Merge } from './match-records.ts';

/**
 * Teachers whom Microsoft 365 puts into a school where they have never held a role teach there from today: somebody with two schools has both.
 * A role that Settings has ended is not given again.
 */
export const grantWherePlaced = async (tx: Transaction, { organisation, today }: Merge): Promise<void> => {
  await sql`
    insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day)
    select distinct ${organisation}::uuid, one.id, school.id, 'teacher', ${today}::date
      from placed p
      join matched one on one.kind = 'person' and one.key = p.key and one.how in ('linked', 'same', 'new')
      join waymark.sync_thing place on place.organisation_id = ${organisation} and place.collection like 'places:%' and not place.gone
       and place.thing->>'of' = p.key
      join matched school on school.kind = 'school' and school.key = place.thing->>'school' and school.how in ('linked', 'same', 'new')
     where p.role = 'teacher' and not p.closed
       and not exists (select from waymark.role_grant g where g.organisation_id = ${organisation} and g.person_id = one.id and g.school_id = school.id)`.execute(
    tx,
  );
};
