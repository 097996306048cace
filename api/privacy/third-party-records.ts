import { sql } from 'kysely';
import type { ThirdParty } from '#domain/privacy/third-parties.ts';
import type { Transaction } from '../database/connection.ts';

/** Everyone who could be named in a pupil’s record: contacts, colleagues and outside professionals, other pupils of the school. */
export const everyoneNear = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly ThirdParty[]> => {
  const { rows } = await sql<ThirdParty>`
    select id, 'family' as kind, given_name as "givenName", surname,
           array_remove(array[email, phone], null) as also from waymark.contact where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid
    union all
    select id, 'colleague', given_name, surname, array_remove(array[email], null) from waymark.person where organisation_id = ${organisation}
    union all
    select other.id, 'pupil', other.given_name, other.surname, '{}' from waymark.pupil other
     where other.organisation_id = ${organisation} and other.id <> ${pupil}::uuid
       and other.school_id = (select school_id from waymark.pupil p where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid)`.execute(
    tx,
  );
  return rows;
};
