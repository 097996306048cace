import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { PeopleCollection, Told } from '#domain/roster/graph-things.ts';
import type { Transaction } from '../database/connection.ts';

/** Where the reading of one collection stands; see migration 0065. */
export type Standing = {
  readonly deltaLink: string | null;
  readonly nextLink: string | null;
  readonly round: string | null;
  readonly whole: boolean;
  readonly finished: boolean;
};

const ANEW: Standing = { deltaLink: null, nextLink: null, round: null, whole: true, finished: false };

/** How far a collection has been read; from the beginning where it never was. */
export const standingOf = async (tx: Transaction, organisation: string, collection: PeopleCollection): Promise<Standing> => {
  const { rows } =
    await sql<Standing>`select delta_link as "deltaLink", next_link as "nextLink", round, whole, finished from waymark.sync_collection
     where organisation_id = ${organisation} and collection = ${collection}`.execute(tx);
  return rows[0] ?? ANEW;
};

/** Keeps how far a collection has been read. */
export const keepStanding = async (
  tx: Transaction,
  organisation: string,
  collection: PeopleCollection,
  { deltaLink, nextLink, round, whole, finished }: Standing,
  now: Instant,
): Promise<void> => {
  await sql`insert into waymark.sync_collection (organisation_id, collection, delta_link, next_link, round, whole, finished, read_at)
    values (${organisation}, ${collection}, ${deltaLink}, ${nextLink}, ${round}, ${whole}, ${finished}, ${now})
    on conflict (organisation_id, collection) do update set delta_link = excluded.delta_link, next_link = excluded.next_link, round = excluded.round,
      whole = excluded.whole, finished = excluded.finished, read_at = excluded.read_at`.execute(tx);
};

/** A new run reads every collection again. */
export const unfinishAll = async (tx: Transaction, organisation: string): Promise<void> => {
  await sql`update waymark.sync_collection set finished = false where organisation_id = ${organisation} and finished`.execute(tx);
};

/** Microsoft 365 has no longer a place of its own for people of these schools. */
export const forgetCollections = async (tx: Transaction, organisation: string, kept: readonly string[]): Promise<void> => {
  await sql`delete from waymark.sync_collection where organisation_id = ${organisation} and not collection = any(${[...kept]}::text[])`.execute(
    tx,
  );
};

/**
 * Keeps what a page told. What differs from what was told before waits for the record. Of all groups only those that are classes are kept;
 * somebody who is no pupil or teacher any longer counts as gone.
 */
export const keepTold = async (
  tx: Transaction,
  organisation: string,
  collection: PeopleCollection,
  round: string,
  told: readonly Told[],
): Promise<void> => {
  const rows = told.map((one) => ('gone' in one ? { id: one.gone, thing: null } : { id: one.thing.id, thing: one.thing }));
  const latest = [...new Map(rows.map((row) => [row.id, row])).values()];
  const known = sql`select id, thing from jsonb_to_recordset(${JSON.stringify(latest)}::jsonb) as one(id text, thing jsonb)`;
  const mine =
    collection === 'memberships'
      ? sql`where thing is null or exists (select from waymark.sync_thing c where c.organisation_id = ${organisation} and c.collection = 'classes' and c.id = told.thing->>'class')`
      : sql``;
  await sql`with told as (${known}), wanted as (select * from told ${mine})
    insert into waymark.sync_thing as kept (organisation_id, collection, id, thing, round, gone, waiting)
    select ${organisation}::uuid, ${collection}, id, thing, ${round}::uuid, false, true from wanted where thing is not null
    on conflict (organisation_id, collection, id) do update
      set round = excluded.round,
          waiting = kept.waiting or kept.gone or kept.thing is distinct from excluded.thing,
          gone = excluded.thing->>'role' = 'other' and kept.thing->>'role' <> 'other' is true,
          thing = case when excluded.thing->>'role' = 'other' and kept.thing->>'role' <> 'other' then kept.thing else excluded.thing end`.execute(
    tx,
  );
  const gone = latest.filter(({ thing }) => thing === null).map(({ id }) => id);
  if (gone.length === 0) return;
  await sql`update waymark.sync_thing set gone = true, waiting = true, round = ${round}::uuid
     where organisation_id = ${organisation} and collection = ${collection} and id = any(${gone}::text[]) and not gone`.execute(tx);
};

/** A whole round has ended: what it did not tell of is there no longer. */
export const dropUntold = async (tx: Transaction, organisation: string, collection: PeopleCollection, round: string): Promise<void> => {
  await sql`update waymark.sync_thing set gone = true, waiting = true
     where organisation_id = ${organisation} and collection = ${collection} and round is distinct from ${round}::uuid and not gone`.execute(
    tx,
  );
};

/** Ids of a collection that are there. */
export const presentIn = async (tx: Transaction, organisation: string, collection: PeopleCollection): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select id from waymark.sync_thing
     where organisation_id = ${organisation} and collection = ${collection} and not gone order by id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** Classes told of for the first time of which no member is known: their group may have been told of before they were classes. */
export const memberlessClasses = async (tx: Transaction, organisation: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select c.id from waymark.sync_thing c
     where c.organisation_id = ${organisation} and c.collection = 'classes' and c.waiting and not c.gone
       and not exists (select from waymark.roster_link l where l.organisation_id = ${organisation} and l.source = 'graph' and l.kind = 'class' and l.key = c.id)
       and not c.id = any(array(select distinct m.thing->>'class' from waymark.sync_thing m
                                where m.organisation_id = ${organisation} and m.collection = 'memberships' and m.thing is not null))
     order by c.id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** How many people and classes Microsoft 365 holds. */
export const heldThere = async (
  tx: Transaction,
  organisation: string,
): Promise<{ readonly schools: number; readonly pupils: number; readonly classes: number }> => {
  const { rows } = await sql<{ schools: number; pupils: number; classes: number }>`
    select count(*) filter (where collection = 'schools')::int as schools, count(*) filter (where thing->>'role' = 'pupil')::int as pupils,
           count(*) filter (where collection = 'classes')::int as classes
      from waymark.sync_thing where organisation_id = ${organisation} and not gone`.execute(tx);
  return rows[0] ?? { schools: 0, pupils: 0, classes: 0 };
};
