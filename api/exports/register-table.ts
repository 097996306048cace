import { isDay } from '#domain/calendar/day.ts';
import type { Fact } from '#domain/register/entry.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from '#domain/register/fields.ts';
import { stageCell } from '#domain/register/values.ts';
import type { KnownFacts } from '../register/known-records.ts';
import type { Table, TableCell } from './table.ts';

/** Every fact of a register that a workbook can bring in again, in the order in which a person reads them. */
const COLUMNS: readonly FieldName[] = FIELD_NAMES.filter(
  (field) => field !== 'fullName' && (FIELDS[field].kinds as readonly string[]).includes('register'),
);

const WIDTHS: Readonly<Partial<Record<FieldName, number>>> = {
  surname: 20,
  givenName: 18,
  knownAs: 14,
  pupilNumber: 18,
  externalId: 16,
  primaryWords: 30,
  keyWorker: 20,
  strengths: 40,
  difficulties: 40,
  strategies: 40,
};

const cellOf = (field: FieldName, fact: Fact, nation: string, staff: ReadonlyMap<string, string>): TableCell => {
  if (fact === null) return null;
  if (field === 'keyWorker') return staff.get(String(fact)) ?? null;
  if (field === 'stage') return stageCell(fact as Parameters<typeof stageCell>[0], nation);
  if (field === 'yearGroup' && fact === 0) return nation === 'idea' ? 'K' : 'R';
  if (typeof fact === 'object') return fact.join('\n');
  return typeof fact === 'string' && FIELDS[field].shape === 'day' && isDay(fact) ? { day: fact } : fact;
};

/** The register as a table: what was brought in goes out again under headings that the import knows. */
export const registerTable = (rows: readonly KnownFacts[], nation: string, staff: ReadonlyMap<string, string>): Table => ({
  title: 'Register',
  columns: COLUMNS.map((field) => ({ title: FIELDS[field].title, width: WIDTHS[field] ?? Math.max(10, FIELDS[field].title.length + 2) })),
  rows: rows.map(({ facts }) => COLUMNS.map((field) => cellOf(field, facts[field] ?? null, nation, staff))),
});
