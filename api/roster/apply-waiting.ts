import { type Around, factsOf } from '#domain/roster/graph-facts.ts';
import type { StagedFact } from '#domain/roster/staged.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { type Merge, waiting } from './match-records.ts';
import { schoolMeant } from './merge-cases-records.ts';
import { mergeSet, refuseUnsound } from './merge-set.ts';
import { grantWherePlaced } from './place-roles-records.ts';
import { openStage, stage } from './roster-records.ts';
import { type ChangeCount, countNoticed, keepChanges, knownToGraph } from './sync-run-records.ts';
import { type KeptThing, nothingWaits, placesOf, waitingThings } from './waiting-records.ts';

/** What came into the record: counts by kind and what happened, who waits for a person, and who belongs to no school. */
export type Applied = { readonly counts: readonly ChangeCount[]; readonly doubtful: number; readonly homeless: number };

/** So many would leave at once that somebody should look first. */
export class TooManyLeave extends Error {
  override readonly name = 'TooManyLeave';
  readonly pupils: number;
  readonly staff: number;
  constructor(pupils: number, staff: number) {
    super('too many leave at once');
    this.pupils = pupils;
    this.staff = staff;
  }
}

const A_FEW = 10;
const A_FIFTH = 0.2;
const AT_ONCE = 2_000;

const tooMany = (leaving: number, known: number): boolean => leaving > A_FEW && leaving > known * A_FIFTH;

const leavingOf = (counts: readonly ChangeCount[], kind: string): number =>
  counts.find((one) => one.kind === kind && one.what === 'left')?.count ?? 0;

const several = (things: readonly KeptThing[]): boolean => things.filter(({ thing, gone }) => thing.kind === 'school' && !gone).length > 1;

/** The only school is everybody's; where there are several, each belongs where Microsoft 365 puts them. */
const aroundOf = (things: readonly KeptThing[], places: ReadonlyMap<string, string>): Around => {
  const schools = things.flatMap(({ thing, gone }) => (thing.kind === 'school' && !gone ? thing.id : []));
  const only = schools.length === 1 ? (schools[0] ?? null) : null;
  const over = new Set(things.flatMap(({ thing, gone }) => (thing.kind === 'class' && gone ? thing.id : [])));
  const roles = new Map(things.flatMap(({ thing }) => (thing.kind === 'person' ? [[thing.id, thing.role] as const] : [])));
  return { schoolOf: (id) => only ?? places.get(id) ?? null, roleOf: (person) => roles.get(person) ?? null, isOver: (id) => over.has(id) };
};

/** Pupils whom no school claims, where it cannot be told which is meant, stay out until one does. */
const withoutSchool = (things: readonly KeptThing[], around: Around, meant: string | null): ReadonlySet<string> =>
  meant !== null
    ? new Set()
    : new Set(
        things.flatMap(({ thing, gone }) =>
          thing.kind === 'person' && thing.role === 'pupil' && !gone && around.schoolOf(thing.id) === null ? thing.id : [],
        ),
      );

const stageAll = async (tx: Transaction, things: readonly KeptThing[], around: Around, homeless: ReadonlySet<string>): Promise<void> => {
  let lot: { file: string; line: number; fact: StagedFact }[] = [];
  for (const { collection, thing, gone } of things) {
    if (homeless.has(thing.id)) continue;
    for (const fact of factsOf({ thing, gone }, around)) lot.push({ file: collection, line: 0, fact });
    if (lot.length < AT_ONCE) continue;
    await stage(tx, lot);
    lot = [];
  }
  if (lot.length > 0) await stage(tx, lot);
};

/**
 * Brings into the record all that was told by Microsoft 365 and is not in it yet, in the caller's transaction: all of it or nothing. Throws
 * `TooManyLeave` where more than a fifth of pupils or staff would be closed at once, unless that is wished.
 */
export const applyWaiting = async (
  tx: Transaction,
  parts: Pick<Parts, 'clock'>,
  house: { readonly organisation: string; readonly timeZone: string; readonly run: string; readonly closeMany: boolean },
): Promise<Applied> => {
  const { organisation } = house;
  await openStage(tx);
  const things = await waitingThings(tx, organisation);
  if (things.length === 0) return { counts: [], doubtful: 0, homeless: 0 };
  const before = await knownToGraph(tx, organisation);
  const around = aroundOf(things, await placesOf(tx, organisation));
  const merge: Merge = {
    organisation,
    today: parts.clock.today(house.timeZone),
    now: parts.clock.now(),
    source: 'graph',
    // where there are several schools nobody is put into one by guessing
    defaultSchool: several(things) ? null : await schoolMeant(tx, organisation, undefined),
  };
  const homeless = withoutSchool(things, around, merge.defaultSchool);
  await stageAll(tx, things, around, homeless);
  await refuseUnsound(tx, 'graph');
  await mergeSet(tx, merge);
  if (several(things)) await grantWherePlaced(tx, merge);
  const counts = await countNoticed(tx);
  const [pupils, staff] = [leavingOf(counts, 'pupil'), leavingOf(counts, 'person')];
  if (!house.closeMany && (tooMany(pupils, before.pupil) || tooMany(staff, before.person))) throw new TooManyLeave(pupils, staff);
  await keepChanges(tx, organisation, house.run);
  await nothingWaits(tx, organisation, [...homeless]);
  if (counts.some(({ kind }) => kind === 'pupil')) await enqueue(tx, 'recount-clocks', { organisation }, { key: 'recount-all' });
  return { counts, doubtful: await waiting(tx), homeless: homeless.size };
};
