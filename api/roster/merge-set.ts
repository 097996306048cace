import type { Rejection } from '#contract/roster.ts';
import type { Transaction } from '../database/connection.ts';
import {
  type Merge,
  type Merged,
  mergeCases,
  mergeClasses,
  mergeEnrolments,
  mergeGuardians,
  mergePupils,
  mergeRegister,
  mergeSchools,
  mergeStaff,
  placePeople,
} from './roster-merge-records.ts';
import { indexStage, takeContradictions, takeDangling, takeDoubles } from './roster-records.ts';

/** Compares the staged facts with one another and takes off what cannot stand, in the order in which one fault causes the next. */
export const refuseUnsound = async (tx: Transaction): Promise<Rejection[]> => {
  await indexStage(tx);
  const doubles = await takeDoubles(tx);
  const dangling = await takeDangling(tx);
  const contradictions = await takeContradictions(tx);
  const unplaced = await placePeople(tx);
  return [...doubles, ...dangling, ...contradictions, ...unplaced];
};

/** Writes what is left on the stage into the record. Answers what was new or changed, by file. */
export const mergeSet = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const merged: Merged[] = [];
  // Each step finds what the one before has written: schools, then people, then what ties them together.
  for (const step of [mergeSchools, mergeStaff, mergePupils, mergeGuardians, mergeClasses, mergeEnrolments, mergeRegister])
    merged.push(...(await step(tx, merge)));
  await mergeCases(tx, merge);
  return merged;
};
