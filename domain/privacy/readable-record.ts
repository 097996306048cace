import { isDay } from '#domain/calendar/day.ts';
import { asInstant, localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { readable } from './holdings.ts';
import type { Json } from './record-text.ts';
import { TAKEN_OUT } from './third-parties.ts';

export type RecordRow = { readonly [column: string]: Json };

/** One entry as a person reads it: what it is about, its facts by name, and who wrote it when. */
export type ReadableEntry = {
  readonly lead: string | null;
  readonly facts: readonly (readonly [label: string, words: string])[];
  readonly written: string | null;
};

/** A part of the record: a table where every entry is short and says the same things, else entry by entry. */
export type ReadablePart =
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'entries'; readonly entries: readonly ReadableEntry[] };

/** What an entry is about, the first of these that it has. */
const LEADS = ['words', 'what', 'title', 'name', 'instrument', 'purpose', 'for_what'];
/** What a reader looks for first; the other facts follow as they stand in the record. */
const FIRST = ['given_name', 'surname', 'known_as', 'relation', 'kind', 'on_day', 'from_day', 'to_day', 'state', 'stage', 'area', 'value'];
/** When an entry belongs, the first of these that it has. */
const DAYS = ['on_day', 'on', 'raised_on', 'asked_on', 'received_on', 'filed_on', 'from_day', 'due_on', 'made_at', 'recorded_at'];
/** How an entry is kept: it stands in the files for machines, and what of it concerns people is said in one line below the entry. */
const KEEPING = new Set([
  ...['id', 'pupil_id', 'deed', 'version', 'rank', 'called', 'found_by', 'counted_at', 'trigger_id'],
  ...['made_at', 'made_by', 'changed_at', 'changed_by', 'recorded_at', 'recorded_by', 'created_at'],
]);
const LABELS: Readonly<Record<string, string>> = {
  by_person: 'By',
  by_words: 'By',
  sd: 'Standard deviation',
  raw: 'Raw score',
  raw_most: 'Highest raw score possible',
  standard: 'Standard score',
  external_id: 'Number in the school’s system',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:\+00:00|Z)$/;
const CODE = /^[a-z]+(?:-[a-z]+)+$/;
const MOST_COLUMNS = 6;
const SHORT = 70;

/** How values are put into words: the reader's zone, and what the entries that others point at are about. */
type Reading = { readonly zone: Zone; readonly leads: ReadonlyMap<string, string> };

const labelOf = (column: string): string => LABELS[column] ?? readable(column);
const spaced = (key: string): string => key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const textWords = (text: string, { zone, leads }: Reading): string => {
  if (UUID.test(text)) return leads.get(text.toLowerCase()) ?? '';
  if (isDay(text)) return dayWordsWithYear(text);
  if (INSTANT.test(text)) {
    const { day, time } = localTimeOf(asInstant(text), zone);
    return `${dayWordsWithYear(day)}, ${time}`;
  }
  return CODE.test(text) ? text.replaceAll('-', ' ') : text;
};

const wordsOf = (value: Json | undefined, reading: Reading): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return textWords(value, reading);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const parts = Array.isArray(value)
    ? value.map((one: Json) => wordsOf(one, reading))
    : Object.entries(value).map(([key, one]) => {
        const words = wordsOf(one as Json, reading);
        return words && `${readable(spaced(key))}: ${words}`;
      });
  return parts.filter(Boolean).join('; ');
};

const leadColumnOf = (row: RecordRow): string | undefined => LEADS.find((column) => typeof row[column] === 'string' && row[column] !== '');

/** What each entry is about, by its id, so that one that points at it can name it: a progress point its goal, a session its provision. */
export const leadsOf = (rows: readonly RecordRow[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap((row) => {
      const column = leadColumnOf(row);
      return column && typeof row.id === 'string' ? [[row.id.toLowerCase(), String(row[column])] as const] : [];
    }),
  );

const place = (column: string): number => (FIRST.includes(column) ? FIRST.indexOf(column) : FIRST.length);

const columnsOf = (row: RecordRow, reading: Reading): string[] =>
  Object.keys(row)
    .filter((column) => !KEEPING.has(column) && wordsOf(row[column], reading) !== '')
    .sort((one, other) => place(one) - place(other));

/** `Written by Ruth Okafor, Mon 15 Jan 2024; last changed by Sian Morgan, Tue 3 Nov 2026`. */
const writtenWords = (row: RecordRow, reading: Reading): string | null => {
  const said = (by: Json | undefined, at: Json | undefined): string =>
    [by, at]
      .map((value) => wordsOf(value, reading))
      .filter((words) => words !== '' && words !== TAKEN_OUT)
      .join(', ');
  const written = said(row.made_by ?? row.recorded_by, row.made_at ?? row.recorded_at ?? row.created_at);
  const changed = typeof row.version === 'number' && row.version > 1 ? said(row.changed_by, row.changed_at) : '';
  return [written && `Written by ${written}`, changed && `last changed by ${changed}`].filter(Boolean).join('; ') || null;
};

const entryOf = (row: RecordRow, reading: Reading): ReadableEntry => {
  const leadColumn = leadColumnOf(row);
  const columns = columnsOf(row, reading).filter((column) => column !== leadColumn);
  const gone = columns.filter((column) => row[column] === TAKEN_OUT);
  const facts = columns
    .filter((column) => row[column] !== TAKEN_OUT)
    .map((column) => [labelOf(column), wordsOf(row[column], reading)] as const);
  const taken = gone.length ? [['Taken out', gone.map(labelOf).join(', ')] as const] : [];
  return { lead: leadColumn ? wordsOf(row[leadColumn], reading) : null, facts: [...facts, ...taken], written: writtenWords(row, reading) };
};

const dayOf = (row: RecordRow): string => String(row[DAYS.find((column) => row[column]) ?? ''] ?? '');
const rankOf = ({ rank }: RecordRow): number => (typeof rank === 'number' ? rank : 0);
const inOrder = (rows: readonly RecordRow[]): RecordRow[] =>
  [...rows].sort((one, other) => dayOf(one).slice(0, 10).localeCompare(dayOf(other).slice(0, 10)) || rankOf(one) - rankOf(other));

/**
 * A part of the record in an intelligible form, as a right of access asks for: in the order of its days, dates in words, and how the
 * entries are kept left to the files for machines. `leads` are those of all parts together.
 */
export const readablePart = (rows: readonly RecordRow[], reading: Reading): ReadablePart => {
  const ordered = inOrder(rows);
  const columns = [...new Set(ordered.flatMap((row) => columnsOf(row, reading)))].sort((one, other) => place(one) - place(other));
  const cells = ordered.map((row) => columns.map((column) => wordsOf(row[column], reading)));
  const short = cells.every((row) => row.every((words) => words.length <= SHORT));
  if (ordered.length > 1 && columns.length > 0 && columns.length <= MOST_COLUMNS && short)
    return { kind: 'table', columns: columns.map(labelOf), rows: cells };
  return {
    kind: 'entries',
    entries: ordered.map((row) => entryOf(row, reading)).filter(({ lead, facts }) => lead !== null || facts.length > 0),
  };
};
