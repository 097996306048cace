import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A view as it is stored; `words` may hold words that the list no longer knows. */
export type StoredView = {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  readonly shared: boolean;
  readonly by: string;
};

const columns = sql`v.id, v.owner_id as owner, v.name, v.words, v.shared, p.given_name || ' ' || p.surname as by`;
const people = sql`join waymark.person p on p.organisation_id = v.organisation_id and p.id = v.changed_by`;

/** One's own views and those that are shared, by name. */
export const viewsFor = async (tx: Transaction, organisation: string, person: string): Promise<readonly StoredView[]> =>
  (
    await sql<StoredView>`
      select ${columns} from waymark.caseload_view v ${people}
       where v.organisation_id = ${organisation} and (v.shared or v.owner_id = ${person})
       order by lower(v.name), v.id`.execute(tx)
  ).rows;

/** A view that this person may open, held until the transaction ends. */
export const viewToChange = async (tx: Transaction, organisation: string, person: string, view: string): Promise<StoredView | undefined> =>
  (
    await sql<StoredView>`
      select ${columns} from waymark.caseload_view v ${people}
       where v.organisation_id = ${organisation} and v.id = ${view}::uuid and (v.shared or v.owner_id = ${person})
         for update of v`.execute(tx)
  ).rows[0];

export type ViewToKeep = Pick<StoredView, 'id' | 'owner' | 'name' | 'words' | 'shared'> & {
  readonly changedBy: string;
  readonly at: Instant;
};

/** Writes a view, new or changed; whoever writes last is kept. */
export const keepView = async (tx: Transaction, organisation: string, view: ViewToKeep): Promise<void> => {
  await sql`
    insert into waymark.caseload_view (organisation_id, id, owner_id, name, words, shared, changed_by, changed_at)
    values (${organisation}, ${view.id}, ${view.owner}, ${view.name}, ${JSON.stringify(view.words)}::jsonb, ${view.shared}, ${view.changedBy}, ${view.at})
    on conflict (organisation_id, id) do update
      set name = excluded.name, words = excluded.words, shared = excluded.shared, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    tx,
  );
};

/** Takes a view away. */
export const dropView = async (tx: Transaction, organisation: string, view: string): Promise<void> => {
  await sql`delete from waymark.caseload_view where organisation_id = ${organisation} and id = ${view}::uuid`.execute(tx);
};

/** How many views a person has: a list of hundreds is no list. */
export const viewsOwned = async (tx: Transaction, organisation: string, person: string): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(*)::int as count from waymark.caseload_view where organisation_id = ${organisation} and owner_id = ${person}`.execute(tx)
  ).rows[0]!.count;
