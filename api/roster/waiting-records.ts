import { sql } from 'kysely';
import type { GraphThing } from '#domain/roster/graph-things.ts';
import type { Transaction } from '../database/connection.ts';

export type KeptThing = { readonly collection: string; readonly id: string; readonly thing: GraphThing; readonly gone: boolean };

/** What waits for the record, with everything that it needs to be understood: the people and classes of a membership, the classes of a person. */
export const waitingThings = async (tx: Transaction, organisation: string): Promise<readonly KeptThing[]> => {
  const own = sql`organisation_id = ${organisation} and thing is not null`;
  const { rows } = await sql<KeptThing>`
    with waits as (select collection, id, thing from waymark.sync_thing where ${own} and waiting),
    meant as (
      select 'people' as collection, thing->>'of' as id from waits where collection like 'places:%'
      union select 'classes', thing->>'of' from waits where collection like 'class-places:%'
      union select collection, id from waits where collection in ('people', 'classes', 'accounts', 'memberships')
    ), moved as (
      select 'memberships' as collection, m.id from waymark.sync_thing m where m.${own} and m.collection = 'memberships'
         and (m.thing->>'person' in (select id from meant where collection = 'people') or m.thing->>'class' in (select id from meant where collection = 'classes'))
      union select collection, id from meant where collection = 'memberships'
    ), needed as (
      select collection, id from meant union select collection, id from moved
      union select 'people', m.thing->>'person' from waymark.sync_thing m join moved using (id) where m.${own} and m.collection = 'memberships'
      union select 'classes', m.thing->>'class' from waymark.sync_thing m join moved using (id) where m.${own} and m.collection = 'memberships'
    )
    select t.collection, t.id, t.thing, t.gone from waymark.sync_thing t join needed n on n.collection = t.collection and n.id = t.id where t.${own}
    union all select collection, id, thing, gone from waymark.sync_thing where ${own} and collection = 'schools' and exists (select from waits)`.execute(
    tx,
  );
  return rows;
};

/** Which school each person and class is in, where Microsoft 365 keeps several. */
export const placesOf = async (tx: Transaction, organisation: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ of: string; school: string }>`
    select distinct on (thing->>'of') thing->>'of' as of, thing->>'school' as school from waymark.sync_thing
     where organisation_id = ${organisation} and (collection like 'places:%' or collection like 'class-places:%') and not gone
     order by thing->>'of', id`.execute(tx);
  return new Map(rows.map(({ of, school }) => [of, school]));
};

/** All that waited has come into the record, but for those of whom it cannot be told where they belong. */
export const nothingWaits = async (tx: Transaction, organisation: string, still: readonly string[]): Promise<void> => {
  await sql`update waymark.sync_thing set waiting = false where organisation_id = ${organisation} and waiting and not id = any(${[...still]}::text[])`.execute(
    tx,
  );
};

/** A person of Microsoft 365 whom somebody has told apart from others comes into the record again. */
export const waitAgain = async (tx: Transaction, organisation: string, id: string): Promise<void> => {
  await sql`update waymark.sync_thing set waiting = true where organisation_id = ${organisation} and collection = 'people' and id = ${id}`.execute(
    tx,
  );
};
