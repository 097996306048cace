import { sql } from 'kysely';
import type { GraphThing } from '#domain/roster/graph-things.ts';
import type { Transaction } from '../database/connection.ts';

export type KeptThing = { readonly collection: string; readonly id: string; readonly thing: GraphThing; readonly gone: boolean };

const things = (organisation: string) =>
  sql`select collection, id, thing, gone from waymark.sync_thing where organisation_id = ${organisation} and thing is not null`;

const ofCollection = async (
  tx: Transaction,
  organisation: string,
  collection: string,
  ids: ReadonlySet<string>,
): Promise<readonly KeptThing[]> =>
  ids.size === 0
    ? []
    : (await sql<KeptThing>`${things(organisation)} and collection = ${collection} and id = any(${[...ids]}::text[])`.execute(tx)).rows;

/** Memberships that wait themselves, and those of people and classes that do: somebody who comes back comes back into their classes. */
const membershipsOf = async (
  tx: Transaction,
  organisation: string,
  people: ReadonlySet<string>,
  classes: ReadonlySet<string>,
): Promise<readonly KeptThing[]> =>
  (
    await sql<KeptThing>`${things(organisation)} and collection = 'memberships'
       and (waiting or thing->>'person' = any(${[...people]}::text[]) or thing->>'class' = any(${[...classes]}::text[]))`.execute(tx)
  ).rows;

/** What waits for the record, with everything that it needs to be understood: the people and classes of a membership, the classes of a person. */
export const waitingThings = async (tx: Transaction, organisation: string): Promise<readonly KeptThing[]> => {
  const { rows: waits } = await sql<KeptThing>`${things(organisation)} and waiting`.execute(tx);
  if (waits.length === 0) return [];
  const meant = (kind: string, placed: string): Set<string> =>
    new Set(
      waits.flatMap(({ collection, id, thing }) =>
        collection === kind ? id : collection.startsWith(placed) && thing.kind === 'place' ? thing.of : [],
      ),
    );
  const [people, classes] = [meant('people', 'places:'), meant('classes', 'class-places:')];
  const members = await membershipsOf(tx, organisation, people, classes);
  for (const { thing } of members) {
    if (thing.kind !== 'member') continue;
    people.add(thing.person);
    classes.add(thing.class);
  }
  return [
    ...(await sql<KeptThing>`${things(organisation)} and collection = 'schools'`.execute(tx)).rows,
    ...(await ofCollection(tx, organisation, 'classes', classes)),
    ...(await ofCollection(tx, organisation, 'people', people)),
    ...members,
    ...waits.filter(({ collection }) => collection === 'accounts'),
  ];
};

/**
 * Which school each person and class is in, where Microsoft 365 keeps several. Somebody who is in two stays in the one where the record has
 * them while that is one of the two; else it is the one whose id comes first, so that every night says the same.
 */
export const placesOf = async (tx: Transaction, organisation: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ of: string; school: string }>`
    select distinct on (t.thing->>'of') t.thing->>'of' as of, t.thing->>'school' as school from waymark.sync_thing t
      left join waymark.roster_link school on school.organisation_id = t.organisation_id and school.source = 'graph' and school.kind = 'school'
       and school.key = t.thing->>'school'
      left join waymark.roster_link own on own.organisation_id = t.organisation_id and own.source = 'graph' and own.kind = 'pupil' and own.key = t.thing->>'of'
      left join waymark.pupil pupil on pupil.organisation_id = t.organisation_id and pupil.id = own.record_id
     where t.organisation_id = ${organisation} and (t.collection like 'places:%' or t.collection like 'class-places:%') and not t.gone
     order by t.thing->>'of', coalesce(pupil.school_id = school.record_id, false) desc, t.thing->>'school'`.execute(tx);
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
