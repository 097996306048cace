import { createHash } from 'node:crypto';
import type { RegisterReading, RegisterSheet } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { cellText, columnLetters, type SheetRow } from '#domain/register/cell.ts';
import { type ColumnMap, FIELD_NAMES, FIELDS, type FieldName, fieldTitle, type SheetKind } from '#domain/register/fields.ts';
import { type GuessedSheet, guessSheet, plainHeading } from '#domain/register/guess-columns.ts';
import type { Transaction } from '../database/connection.ts';
import { nationWhere, schoolsOf } from './known-records.ts';
import { columnsChosen, type Reading, rowsAfter } from './reading-records.ts';

const LOOKED_AT = 60;
const TOP = 12;

/** One text that stands for a sheet's headings, whatever their case and signs. */
export const headingsKey = (headings: readonly string[]): string =>
  createHash('sha256').update(headings.map(plainHeading).join('|').replace(/\|+$/, '')).digest('hex');

export const headingsOf = (row: SheetRow | undefined): readonly string[] => (row?.cells ?? []).map((cell) => cellText(cell));

type Chosen = { readonly kind: SheetKind; readonly map: ColumnMap };

/** A reading as a person looks at it: each sheet with its guessed or remembered columns and the first values below them. */
export const showReading = async (
  tx: Transaction,
  actor: Actor,
  reading: Reading,
  link: { readonly id: string; readonly since: Instant } | null,
): Promise<RegisterReading> => {
  const { organisation } = actor.scope;
  const nation = await nationWhere(tx, organisation);
  const looked = await Promise.all(
    reading.sheets.map(async (sheet, index) => {
      const rows = await rowsAfter(tx, organisation, reading.id, index, 0, LOOKED_AT);
      const guess = guessSheet(sheet.name, rows, nation);
      return { sheet, index, rows, guess, key: headingsKey(headingsOf(rows.find(({ number }) => number === guess.headerRow))) };
    }),
  );
  const chosen = await columnsChosen(
    tx,
    organisation,
    looked.map(({ key }) => key),
  );
  const sheets = looked.map(({ sheet, index, rows, guess, key }) => sheetShown(sheet, index, rows, guess, chosen.get(key)));
  return {
    reading: reading.id,
    name: reading.name,
    kind: reading.kind,
    notices: [...reading.notices],
    sheets,
    fields: FIELD_NAMES.map((name) => ({ name, title: fieldTitle(name, nation), kinds: [...FIELDS[name].kinds] })),
    schools: [...(await schoolsOf(tx, actor))],
    link,
  };
};

const sheetShown = (
  sheet: Reading['sheets'][number],
  index: number,
  rows: readonly SheetRow[],
  guess: GuessedSheet,
  chosen: Chosen | undefined,
): RegisterSheet => {
  const fieldAt = new Map(Object.entries(chosen?.map ?? {}).map(([field, column]) => [column, field as FieldName]));
  const columns = guess.columns.map((column) => ({
    ...column,
    letters: columnLetters(column.index),
    samples: [...column.samples],
    ...(chosen
      ? { field: fieldAt.get(column.index) ?? null, by: fieldAt.has(column.index) ? ('remembered' as const) : null, system: null }
      : {}),
  }));
  return {
    index,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows,
    kind: chosen?.kind ?? guess.kind,
    headerRow: guess.headerRow,
    top: rows.slice(0, TOP).map((row) => ({ row: row.number, words: wordsOf(row) })),
    columns,
    remembered: chosen !== undefined,
    take: !sheet.hidden && columns.filter(({ field }) => field !== null).length >= 2,
  };
};

const LONGEST_ROW = 120;

/** A row’s values in one line; one that is cut says so, at the end of a word. */
const wordsOf = ({ cells }: SheetRow): string => {
  const words = cells
    .map((cell) => cellText(cell).trim())
    .filter(Boolean)
    .join(' · ');
  return words.length > LONGEST_ROW ? `${words.slice(0, LONGEST_ROW).replace(/\s+\S*$/, '')} …` : words;
};
