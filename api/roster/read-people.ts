import type { PeopleCollection } from '#domain/roster/graph-things.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type Reading, readCollection } from './read-collection.ts';
import { dropUntold, forgetCollections, heldThere, keepStanding, keepTold, memberlessClasses, presentIn } from './sync-records.ts';

const A_BATCH = 20;
const REFUSED =
  'Microsoft 365 does not let Waymark read people and classes: the permission EduRoster.Read.All is missing. Nothing was changed. Your administrator sees the step in Settings, Permissions.';

/** Asks classes one by one who is in them, and keeps it. `whole`: whoever is not told of is there no longer. */
const askClasses = async (parts: Parts, { organisation, asked }: Reading, classes: readonly string[], whole: boolean): Promise<void> => {
  if (classes.length === 0) return;
  const told = await parts.graph.people.membersOf(classes);
  for (let lot = 0; lot < classes.length; lot += A_BATCH) await asked();
  const round = parts.ids.next();
  await parts.database.within({ organisation, schools: [] }, async (tx) => {
    await keepTold(tx, organisation, 'memberships', round, told);
    if (whole) await dropUntold(tx, organisation, 'memberships', round);
    if (whole)
      await keepStanding(
        tx,
        organisation,
        'memberships',
        { deltaLink: null, nextLink: null, round: null, whole: true, finished: true },
        parts.clock.now(),
      );
  });
};

/** Who is in which class: by the changes of their groups, or class by class where those may not be read. */
const readMemberships = async (parts: Parts, reading: Reading): Promise<string[]> => {
  const { organisation } = reading;
  const scope = { organisation, schools: [] };
  if ((await readCollection(parts, reading, 'memberships')) === 'read') {
    await askClasses(parts, reading, await parts.database.within(scope, (tx) => memberlessClasses(tx, organisation)), false);
    return [];
  }
  const classes = await parts.database.within(scope, (tx) => presentIn(tx, organisation, 'classes'));
  await askClasses(parts, reading, classes, true);
  return classes.length > 0
    ? ['Waymark may not read the changes of groups (GroupMember.Read.All), so every class was asked for its members one by one.']
    : [];
};

/** Which school everybody is in; there is nothing to ask where there is only one. */
const readPlaces = async (parts: Parts, reading: Reading): Promise<PeopleCollection[]> => {
  const schools = await parts.database.within({ organisation: reading.organisation, schools: [] }, (tx) =>
    presentIn(tx, reading.organisation, 'schools'),
  );
  if (schools.length < 2) return [];
  const collections = schools.flatMap((school): PeopleCollection[] => [`places:${school}`, `class-places:${school}`]);
  for (const collection of collections)
    if ((await readCollection(parts, reading, collection)) === 'not-allowed') throw new Refusal('not-allowed', REFUSED);
  return collections;
};

const EMPTY =
  'Microsoft 365 holds no pupils and no classes of this organisation: School Data Sync has not run here. Bring class-list.csv and timetable.csv instead (Settings, Import).';

/**
 * Reads all collections, one request each where nothing changed. Answers what a person should know of it besides. Nothing of it is in the
 * record yet.
 */
export const readPeople = async (parts: Parts, reading: Reading): Promise<string[]> => {
  for (const collection of ['schools', 'classes', 'people'] as const)
    if ((await readCollection(parts, reading, collection)) === 'not-allowed') throw new Refusal('not-allowed', REFUSED);
  const notes = await readMemberships(parts, reading);
  const places = await readPlaces(parts, reading);
  if ((await readCollection(parts, reading, 'accounts')) === 'not-allowed')
    notes.push(
      'Waymark may not read accounts (User.Read.All), so a colleague whose account was blocked keeps their place here until somebody closes it.',
    );
  const scope = { organisation: reading.organisation, schools: [] };
  const held = await parts.database.within(scope, async (tx) => {
    await forgetCollections(tx, reading.organisation, ['schools', 'classes', 'people', 'memberships', 'accounts', ...places]);
    return heldThere(tx, reading.organisation);
  });
  return held.pupils + held.classes === 0 ? [...notes, EMPTY] : notes;
};
