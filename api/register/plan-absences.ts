import { createHash } from 'node:crypto';
import type { Entry } from '#domain/register/entry.ts';
import type { FieldName } from '#domain/register/fields.ts';
import type { Transaction } from '../database/connection.ts';
import { partTimeOf, removalsOf } from './known-records.ts';
import type { PlannedRow } from './plan-import.ts';
import type { Columns, RowWrite } from './write-records.ts';

type Meant = { readonly entry: Entry; readonly pupil: string | null; readonly caseRef: string | null };

/** Which fact becomes which column, of removals and of part-time timetables. */
const REMOVAL = { from: 'from_day', to: 'to_day', removal: 'kind', days: 'days', reason: 'why' } as const;
const PART_TIME = { from: 'from_day', to: 'to_day', hoursAWeek: 'hours_a_week', reviewOn: 'review_on', reason: 'why' } as const;

/** The same removal or timetable always has the same id, so that the same sheet again makes no doubles. */
const idFrom = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const asColumns = (facts: Entry['facts'], names: Readonly<Partial<Record<FieldName, string>>>): Columns =>
  Object.fromEntries(
    Object.entries(names).flatMap(([field, column]) => {
      const fact = facts[field as FieldName];
      return fact === undefined || typeof fact === 'object' ? [] : [[column, fact]];
    }),
  );

/** Two half days make a school day. */
const withDays = (facts: Entry['facts']): Entry['facts'] =>
  facts.days === undefined && typeof facts.sessions === 'number' ? { ...facts, days: facts.sessions / 2 } : facts;

/** Removals and part-time timetables beside those the record has: known by pupil, first day and kind. */
export const planAbsences = async (tx: Transaction, organisation: string, rows: readonly Meant[]): Promise<readonly PlannedRow[]> => {
  const pupils = rows.flatMap(({ pupil }) => pupil ?? []);
  if (pupils.length === 0) return [];
  const removals = (await removalsOf(tx, organisation, pupils)).map(({ id, pupil, kind, from, to, days, reason }) => ({
    id,
    pupil,
    kind,
    from_day: from,
    to_day: to,
    days,
    why: reason,
  }));
  const partTime = (await partTimeOf(tx, organisation, pupils)).map(({ id, pupil, from, to, hoursAWeek, reviewOn, reason }) => ({
    id,
    pupil,
    from_day: from,
    to_day: to,
    hours_a_week: hoursAWeek,
    review_on: reviewOn,
    why: reason,
  }));
  return rows.flatMap(({ entry, pupil, caseRef }) => {
    if (!pupil) return [];
    const suspension = entry.kind === 'suspensions';
    const after: Columns = suspension
      ? { kind: 'suspension', ...asColumns(withDays(entry.facts), REMOVAL) }
      : asColumns(entry.facts, PART_TIME);
    const table = suspension ? ('removal' as const) : ('part_time' as const);
    const list: readonly (Columns & { id: string; pupil: string })[] = suspension ? removals : partTime;
    const known = list.find((one) => one.pupil === pupil && one.from_day === after.from_day && (!suspension || one.kind === after.kind));
    return [plannedOf(entry, pupil, caseRef, known, after, table, organisation)];
  });
};

const plannedOf = (
  entry: Entry,
  pupil: string,
  caseRef: string | null,
  known: (Columns & { readonly id: string }) | undefined,
  after: Columns,
  table: 'removal' | 'part_time',
  organisation: string,
): PlannedRow => {
  const base = { entry, pupil, caseRef, known: null, changes: [] };
  if (!known) {
    const id = idFrom(organisation, table, pupil, String(after.from_day), String(after.kind ?? ''));
    const write: RowWrite = { table, id, pupil, deed: 'made', before: {}, after: { pupil_id: pupil, ...after, source: 'Imported' } };
    return { ...base, questions: entry.questions, writes: [write], outcome: 'fresh' };
  }
  const changed = Object.entries(after).filter(([name, value]) => known[name] !== value);
  if (changed.length === 0) return { ...base, questions: [], writes: [], outcome: 'unchanged' };
  const before = Object.fromEntries(changed.map(([name]) => [name, known[name] ?? null]));
  const write: RowWrite = { table, id: known.id, pupil, deed: 'changed', before, after: Object.fromEntries(changed) };
  return { ...base, questions: entry.questions, writes: [write], outcome: 'changed' };
};
