import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** Those of the family who are asked to a meeting and must not be left out of it: who must not be reached is not among them. */
export const familyOfMeeting = async (
  tx: Transaction,
  organisation: string,
  meeting: string,
): Promise<readonly { readonly id: string; readonly contact: string; readonly name: string; readonly nameWords: string }[]> => {
  const { rows } = await sql<{ id: string; contact: string; name: string; nameWords: string }>`
    select a.id, c.id as contact, a.name,
           c.given_name || ' ' || c.surname || ', ' || c.relation as "nameWords"
      from waymark.meeting_person a
      join waymark.contact c on c.organisation_id = a.organisation_id and c.id = a.contact_id and c.restriction is null
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} order by a.rank, a.id`.execute(tx);
  return rows;
};
