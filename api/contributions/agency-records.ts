import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import { nameParts } from '#domain/roster/display-name.ts';
import { enterPerson, enterUnreached } from '../access/team-records.ts';
import type { Transaction } from '../database/connection.ts';

/**
 * The person behind an entry of the list of agencies. Somebody known by the same address is taken; else they are entered as a person from
 * outside, who may open nothing. The entry names them from then on, as an edition by whoever asked. Undefined where it has no name.
 */
export const personOfAgency = async (
  tx: Transaction,
  organisation: string,
  agency: string,
  { fresh, by, at }: { readonly fresh: string; readonly by: string; readonly at: Instant },
): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string; professional: string; email: string | null; role: string | null }>`
    select name, professional, email, role from waymark.agency
     where organisation_id = ${organisation} and id = ${agency}::uuid and professional is not null for no key update`.execute(tx);
  const [found] = rows;
  if (!found) return undefined;
  const { givenName, surname } = nameParts(found.professional);
  const outside = { id: fresh, givenName, surname, jobTitle: found.role ?? 'Professional', employer: found.name };
  const person = found.email
    ? await enterPerson(tx, organisation, { ...outside, email: found.email })
    : await enterUnreached(tx, organisation, outside);
  await sql`update waymark.agency set person_id = ${person}::uuid, version = version + 1, deed = 'changed', changed_by = ${by}::uuid, changed_at = ${at}::timestamptz,
                   reason = 'Asked for a contribution'
             where organisation_id = ${organisation} and id = ${agency}::uuid`.execute(tx);
  return person;
};
