import type { Field, KindName, RecordKind, Value, Values } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';

/**
 * Where entries of a kind are kept. `columns` names those that are not called as the field is; `fixed` are values every entry of the kind
 * has in a table that it shares, and `without` those that belong to the other kind of it.
 */
type Table = {
  readonly table: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly fixed?: Readonly<Record<string, string>>;
  readonly without?: Readonly<Record<string, string>>;
};

const TABLES: { readonly [K in KindName]: Table } = {
  concern: { table: 'concern' },
  referral: { table: 'referral', columns: { to: 'to_whom' } },
  screening: { table: 'screening' },
  assessment: { table: 'assessment' },
  contribution: { table: 'contribution', columns: { sort: 'kind' } },
  need: { table: 'need', columns: { words: 'description' } },
  'profile-line': { table: 'profile_line', columns: { sort: 'kind' } },
  goal: { table: 'goal' },
  'provision-line': { table: 'provision_line' },
  accommodation: { table: 'accommodation' },
  'lesson-observation': { table: 'lesson_observation', columns: { next: 'next_step' } },
  'exam-arrangement': { table: 'exam_arrangement' },
  'exam-evidence': { table: 'exam_evidence', columns: { use: 'how_used' } },
  'exam-score': { table: 'exam_score' },
  'exam-notice': { table: 'exam_notice' },
  session: { table: 'session' },
  intervention: {
    table: 'intervention',
    columns: { group: 'group_name', entry: 'entry_score', exit: 'exit_score', error: 'standard_error', next: 'next_step' },
  },
  contact: { table: 'contact', columns: { responsibility: 'parental_responsibility', interpreter: 'needs_interpreter' } },
  consent: { table: 'consent' },
  'log-entry': { table: 'log_entry', columns: { sort: 'kind' }, without: { kind: 'restricted-note' } },
  agency: { table: 'agency' },
  'outside-referral': { table: 'outside_referral', columns: { to: 'to_whom' } },
  removal: { table: 'removal', columns: { sort: 'kind' } },
  'part-time': { table: 'part_time' },
  'restricted-note': { table: 'log_entry', fixed: { kind: 'restricted-note' } },
  'document-note': { table: 'document_note' },
};

/** Fields that name something else in the record; their columns end in `_id`. */
const NAMING = new Set(['person', 'contact', 'goal', 'need', 'provision-line', 'document', 'agency', 'intervention']);

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The column of a field. Words that SQL keeps for itself get `_day` after them: a field called `on`, `from` or `to` is one. */
const columnOf = (columns: Readonly<Record<string, string>>, { key, type }: Field): string =>
  columns[key] ??
  (NAMING.has(type) ? `${snake(key)}_id` : type === 'day' && ['on', 'from', 'to'].includes(key) ? `${key}_day` : snake(key));

/** A kind with its table: the only source of identifiers that go into SQL. */
export type Kept = {
  readonly kind: RecordKind;
  readonly table: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly fixed: Readonly<Record<string, string>>;
  readonly without: Readonly<Record<string, string>>;
};

const keptIn = (kind: RecordKind): Kept => {
  const { table, columns = {}, fixed = {}, without = {} } = TABLES[kind.name];
  return { kind, table, fixed, without, columns: new Map(kind.fields.map((field) => [field.key, columnOf(columns, field)])) };
};

const KEPT = Object.fromEntries(Object.values(KINDS).map((kind) => [kind.name, keptIn(kind)])) as { readonly [K in KindName]: Kept };

/** Where a kind is kept. */
export const keptAs = (kind: KindName): Kept => KEPT[kind];

/** Money of two tables stands in pounds, as the plans read it. */
const IN_POUNDS = new Set(['yearly_cost']);

/** A row as JSON, made of values. */
export const rowOf = ({ kind, columns, fixed }: Kept, values: Values): Readonly<Record<string, Value>> => ({
  ...fixed,
  ...Object.fromEntries(
    kind.fields.map(({ key }) => {
      const [column, value] = [columns.get(key)!, values[key] ?? null];
      return [column, IN_POUNDS.has(column) && typeof value === 'number' ? (value / 100).toFixed(2) : value];
    }),
  ),
});

/** The values of a row as JSON. */
export const valuesOf = ({ kind, columns }: Kept, row: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    kind.fields.map(({ key }) => {
      const column = columns.get(key)!;
      const value = (row[column] ?? null) as Value;
      return [key, IN_POUNDS.has(column) && typeof value === 'number' ? Math.round(value * 100) : value];
    }),
  );
