import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** The text of one item for one school year. */
export type StoredItem = {
  readonly year: number;
  readonly item: string;
  readonly words: string;
  readonly version: number;
  readonly confirmedOn: Day;
  readonly by: string;
};

/** An item as an edition printed it. */
export type PrintedItem = { readonly item: string; readonly title: string; readonly words: string };

/** A report as it was published. */
export type StoredEdition = {
  readonly id: string;
  readonly year: number;
  readonly on: Day;
  readonly at: Instant;
  readonly by: string;
  readonly items: readonly PrintedItem[];
};

/** A school’s name; undefined where there is none. */
export const schoolNamed = async (tx: Transaction, organisation: string, school: string): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string }>`
    select name from waymark.school where organisation_id = ${organisation} and id = ${school}::uuid`.execute(tx);
  return rows[0]?.name;
};

/** The newest text of each item up to a school year. */
export const itemsUpTo = async (tx: Transaction, organisation: string, school: string, year: number): Promise<StoredItem[]> => {
  const { rows } = await sql<StoredItem>`
    select distinct on (i.item) i.year, i.item, i.words, i.version, i.confirmed_on as "confirmedOn", w.given_name || ' ' || w.surname as by
      from waymark.report_item i
      join waymark.person w on w.organisation_id = i.organisation_id and w.id = i.changed_by
     where i.organisation_id = ${organisation} and i.school_id = ${school}::uuid and i.year <= ${year}
     order by i.item, i.year desc`.execute(tx);
  return rows;
};

/** School years for which something was written. */
export const yearsWritten = async (tx: Transaction, organisation: string, school: string): Promise<number[]> => {
  const { rows } = await sql<{ year: number }>`
    select distinct year from waymark.report_item where organisation_id = ${organisation} and school_id = ${school}::uuid
     order by year desc`.execute(tx);
  return rows.map(({ year }) => year);
};

type ItemToKeep = {
  readonly school: string;
  readonly year: number;
  readonly item: string;
  readonly words: string;
  readonly on: Day;
  readonly by: string;
  readonly at: Instant;
};

/** Keeps an item’s text as somebody saw it; false where somebody else kept another since. */
export const keepItem = async (tx: Transaction, organisation: string, kept: ItemToKeep, version: number): Promise<boolean> => {
  const { school, year, item, words, on, by, at } = kept;
  const { rows } = await sql`
    insert into waymark.report_item as i (organisation_id, school_id, year, item, words, confirmed_on, changed_by, changed_at)
    select ${organisation}, ${school}::uuid, ${year}, ${item}, ${words}, ${on}::date, ${by}::uuid, ${at}::timestamptz
     where ${version} = 0 or exists (select from waymark.report_item x
       where x.organisation_id = ${organisation} and x.school_id = ${school}::uuid and x.year = ${year} and x.item = ${item})
    on conflict (organisation_id, school_id, year, item) do update
      set words = excluded.words, confirmed_on = excluded.confirmed_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
          version = i.version + 1
      where i.version = ${version}
    returning 1`.execute(tx);
  return rows.length === 1;
};

/** Every edition of a school, the newest first. */
export const editionsOf = async (tx: Transaction, organisation: string, school: string): Promise<StoredEdition[]> => {
  const { rows } = await sql<StoredEdition>`
    select e.id, e.year, e.published_on as "on", e.published_at as at, w.given_name || ' ' || w.surname as by, e.items
      from waymark.report_edition e
      join waymark.person w on w.organisation_id = e.organisation_id and w.id = e.published_by
     where e.organisation_id = ${organisation} and e.school_id = ${school}::uuid
     order by e.published_at desc, e.id`.execute(tx);
  return rows;
};

type EditionToKeep = Omit<StoredEdition, 'by'> & { readonly school: string; readonly by: string };

/** Keeps an edition; none is ever changed. */
export const keepEdition = async (tx: Transaction, organisation: string, edition: EditionToKeep): Promise<void> => {
  const { id, school, year, on, at, by, items } = edition;
  await sql`
    insert into waymark.report_edition (organisation_id, id, school_id, year, published_on, published_by, published_at, items)
    values (${organisation}, ${id}::uuid, ${school}::uuid, ${year}, ${on}::date, ${by}::uuid, ${at}::timestamptz, ${JSON.stringify(items)}::jsonb)`.execute(
    tx,
  );
};
