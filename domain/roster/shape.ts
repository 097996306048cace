import type { Day } from '#domain/calendar/day.ts';
import { Fields } from './fields.ts';
import type { ReadRow, StagedFact } from './staged.ts';

/** One file of a set: the columns it must have, those it may have, and how a row is read. */
export type RosterFile = {
  readonly name: string;
  readonly required: boolean;
  readonly columns: readonly string[];
  /** Facts of a row. Faults are collected in `fields`; facts of a row with faults are not used. */
  readonly read: (fields: Fields, today: Day) => readonly StagedFact[];
};

/** A set of files that belong together. `id` is the name used on the wire. */
export type RosterShapeRules = {
  readonly id: 'sds-v2.1' | 'oneroster-1.1' | 'edfi-special-education' | 'class-lists';
  readonly words: string;
  readonly files: readonly RosterFile[];
  /** Files by whose presence the set is recognised. */
  readonly knownBy: readonly string[];
  /** Any one of them is a set. */
  readonly oneIsEnough?: true;
  /** Its rows name the same people and classes again and again; only what contradicts itself is worth a word. */
  readonly saysTwice?: true;
};

/** Reads one row by its file's rules: all its facts, or all its faults. */
export const readRow = (file: RosterFile, row: Readonly<Record<string, string>>, today: Day): ReadRow => {
  const fields = new Fields(row);
  const facts = file.read(fields, today);
  return fields.faults.length > 0 ? { faults: fields.faults } : { facts };
};

/** Columns a file must have and has not. */
export const missingColumns = (file: RosterFile, header: readonly string[]): string[] =>
  file.columns.filter((column) => !header.includes(column));
