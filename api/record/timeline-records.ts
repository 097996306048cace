import { sql } from 'kysely';
import type { KindName } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';
import type { StoredEntry } from './record-records.ts';
import type { Kept } from './tables.ts';

/** An entry of one of several kinds, with the name of whoever wrote it. */
export type EntryOfKind = { readonly kind: KindName; readonly row: StoredEntry; readonly by: string | null };

/** The entries of several kinds in one read. */
export const entriesOfKinds = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  kinds: readonly Kept[],
): Promise<readonly EntryOfKind[]> => {
  if (kinds.length === 0) return [];
  const each = kinds.map(
    ({ kind, table }) => sql`
      select ${kind.name} as kind, to_jsonb(t) as row, t.made_by from ${sql.table(`waymark.${table}`)} t
       where t.organisation_id = ${organisation} and t.pupil_id = ${pupil}::uuid`,
  );
  const { rows } = await sql<EntryOfKind>`
    select e.kind, e.row, w.given_name || ' ' || w.surname as by
      from (${sql.join(each, sql` union all `)}) e
      left join waymark.person w on w.organisation_id = ${organisation} and w.id = e.made_by`.execute(tx);
  return rows;
};
