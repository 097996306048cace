import { sql } from 'kysely';
import type { TableFact } from '#domain/privacy/papers/paper.ts';
import type { Transaction } from '../database/connection.ts';

/** Every table of the record, as the database itself describes it: about a pupil by its keys, and whether it points at staff. */
export const tablesOf = async (tx: Transaction): Promise<readonly TableFact[]> => {
  const { rows } = await sql<TableFact>`
    select held.relname::text as name,
           exists (select from waymark.pupil_table about where about.name = held.relname) as pupil,
           held.relname = 'person' or exists (
             select from pg_constraint tie where tie.contype = 'f' and tie.conrelid = held.oid and tie.confrelid = 'waymark.person'::regclass
           ) or exists (
             select from pg_attribute own where own.attrelid = held.oid and own.attname in ('by_person', 'actor', 'person_id') and not own.attisdropped
           ) as staff
      from pg_class held join pg_namespace house on house.oid = held.relnamespace
     where house.nspname = 'waymark' and held.relkind = 'r'
     order by 1`.execute(tx);
  return rows;
};

/** The organisation’s own name, as it stands in papers. */
export const organisationNamed = async (tx: Transaction, organisation: string): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select name from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return rows[0]?.name ?? '';
};
