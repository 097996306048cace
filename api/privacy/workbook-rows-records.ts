import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/**
 * Rows of workbooks that were read and not imported yet, as far as they name this pupil by number, case, or name and surname. They belong to
 * nobody until they are imported, so no key leads to them. Answers how many are deleted.
 */
export const forgetWorkbookRows = async (tx: Transaction, organisation: string, pupil: string): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from waymark.register_row r using waymark.pupil p
     where r.organisation_id = ${organisation} and p.organisation_id = r.organisation_id and p.id = ${pupil}::uuid
       and (exists (select from unnest(array[p.pupil_number, p.external_id, p.case_ref]) own where own <> '' and position(lower(own) in lower(r.cells::text)) > 0)
         or (position(lower(p.surname) in lower(r.cells::text)) > 0
             and exists (select from unnest(array[p.given_name, p.known_as]) own where own <> '' and position(lower(own) in lower(r.cells::text)) > 0)))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
};
