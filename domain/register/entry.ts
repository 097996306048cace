import type { FieldName, SheetKind } from './fields.ts';

/** A fact as the record keeps it: text, a number, lines; null where the sheet says outright that it is not known. */
export type Fact = string | number | readonly string[] | null;
export type Facts = Readonly<Partial<Record<FieldName, Fact>>>;

/** Where a row stands: the sheet, counted from 0, and the row's number as the spreadsheet shows it. */
export type RowPlace = { readonly sheet: number; readonly row: number };

/** A row that could be read. What the sheet leaves empty is not in `facts`: an empty cell says nothing and takes nothing away. */
export type Entry = RowPlace & {
  readonly kind: SheetKind;
  readonly name: string;
  readonly facts: Facts;
  /** What a person should look at though the row is taken. */
  readonly questions: readonly string[];
};

/** Why a cell was not taken. `column` is counted from 0; null where the row as a whole is meant. */
export type Fault = {
  readonly column: number | null;
  readonly field: FieldName | null;
  readonly says: string;
  readonly why: string;
  readonly suggestion?: string;
};

/** A row that could not be read: all its faults at once. */
export type RefusedRow = RowPlace & { readonly name: string; readonly faults: readonly Fault[] };

/** What a person typed in the place of a cell. Without `row` it stands for every cell of the column that says the same. */
export type Repair = {
  readonly sheet: number;
  readonly column: number;
  readonly row?: number | undefined;
  readonly says: string;
  readonly value: string;
};
