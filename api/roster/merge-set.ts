import type { Rejection } from '#contract/roster.ts';
import type { Transaction } from '../database/connection.ts';
import { countAnew, type Merge, matchClasses, matchPeople, matchSchools, placePeople, type Source } from './match-records.ts';
import { mergeCases, mergeRegister } from './merge-cases-records.ts';
import { mergeClasses, mergeEnrolments, mergeLessons } from './merge-classes-records.ts';
import { mergeGuardians } from './merge-family-records.ts';
import { type Merged, mergeAccounts, mergePupils, mergeSchools, mergeStaff } from './merge-people-records.ts';
import { indexStage, takeContradictions, takeDangling, takeDoubles } from './roster-records.ts';

/** Compares the staged facts with one another and takes off what cannot stand, in the order in which one fault causes the next. */
export const refuseUnsound = async (tx: Transaction, source: Source, saysTwice = false): Promise<Rejection[]> => {
  await indexStage(tx);
  const doubles = await takeDoubles(tx, saysTwice);
  const dangling = await takeDangling(tx);
  const contradictions = await takeContradictions(tx);
  const unplaced = await placePeople(tx, source);
  return [...doubles, ...dangling, ...contradictions, ...unplaced];
};

/** From so many new people and classes on it pays to have the tables counted before anything is tied to them. */
const MANY = 300;

/** Writes what is left on the stage into the record. Answers what was new or changed, by file. */
export const mergeSet = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const merged: Merged[] = [];
  await matchSchools(tx, merge);
  merged.push(...(await mergeSchools(tx, merge)));
  await matchPeople(tx, merge);
  await matchClasses(tx, merge);
  // Each step finds what the one before has written: people, then what ties them together.
  for (const step of [mergeStaff, mergePupils, mergeGuardians, mergeClasses]) merged.push(...(await step(tx, merge)));
  if (merged.reduce((sum, { fresh }) => sum + fresh, 0) >= MANY) await countAnew(tx);
  for (const step of [mergeEnrolments, mergeLessons, mergeRegister]) merged.push(...(await step(tx, merge)));
  if (merge.source === 'graph') await mergeAccounts(tx, merge);
  await mergeCases(tx, merge);
  return merged;
};
