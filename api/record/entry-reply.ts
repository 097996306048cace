import type { Entry, Mark } from '#contract/record.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { besideScore } from '#domain/record/beside-score.ts';
import type { Notice, Values } from '#domain/record/kind.ts';
import type { Standing } from '../access/access-records.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Transaction } from '../database/connection.ts';
import { type AboutPupil, namedThings } from './about-records.ts';
import { type Around, aroundEntries } from './around-entries.ts';
import type { StoredEntry } from './record-records.ts';
import { type Kept, valuesOf } from './tables.ts';

/** Who reads, about whom, and how they stand to the pupil. */
export type Reader = {
  readonly actor: Actor;
  readonly pupil: string;
  readonly about: AboutPupil;
  readonly standing: Standing;
  readonly today: Day;
};

/** Whose hand an entry is; a line of the old log knows it under another name. */
export const writerOf = (row: StoredEntry): string | null => row.made_by ?? (row.by_person as string | null | undefined) ?? null;

/** Whether this reader may know what an entry says: a restricted note is read by its writer and by those it is open to. */
export const mayRead = (kept: Kept, row: StoredEntry, { actor }: Reader): boolean =>
  kept.kind.name !== 'restricted-note' ||
  writerOf(row) === actor.person ||
  ((row.open_to as readonly string[] | null | undefined) ?? []).includes(actor.person);

/** Whether this reader may change an entry at all. */
export const mayWrite = (kept: Kept, row: StoredEntry, { actor, standing }: Reader): boolean => {
  const { name, write, writeOthers } = kept.kind;
  const own = writerOf(row) === actor.person;
  if (name === 'restricted-note' && !own) return false;
  const may = (deed: typeof write) => mayDo(deed, standing.roles, standing.relations);
  return may(write) && (own || !writeOthers || may(writeOthers));
};

/** Entries as they are shown to this reader; the names of all that they speak of are read at once. */
export const entryReplies = async (
  tx: Transaction,
  kept: Kept,
  rows: readonly StoredEntry[],
  reader: Reader,
  state: 'standing' | 'withdrawn' = 'standing',
): Promise<Entry[]> => {
  const named = await namesIn(tx, kept, rows, reader);
  const around = await aroundEntries(tx, kept, reader);
  return rows.map((row) => replyOf(kept, row, reader, { named, around }, state));
};

/** Names by id: of the people who wrote (a contribution that came by link may be the family's own hand), and of whatever the fields name. */
export const namesIn = async (
  tx: Transaction,
  kept: Kept,
  rows: readonly StoredEntry[],
  { actor, pupil, today }: Reader,
): Promise<ReadonlyMap<string, string>> => {
  const { organisation } = actor.scope;
  const wanted = new Map<Parameters<typeof namedThings>[3], Set<string>>();
  const want = (type: Parameters<typeof namedThings>[3], id: unknown) => {
    if (typeof id === 'string') wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
  };
  const hands = kept.kind.name === 'contribution' ? (['person', 'contact'] as const) : (['person'] as const);
  for (const row of rows) {
    for (const id of [writerOf(row), row.changed_by, row.amended?.by]) for (const type of hands) want(type, id);
    for (const { key, type } of kept.kind.fields) if (isNaming(type)) for (const id of [row[kept.columns.get(key)!]].flat()) want(type, id);
  }
  const found = await Promise.all([...wanted].map(([type, ids]) => namedThings(tx, organisation, pupil, type, [...ids], today)));
  return new Map(found.flat().map(({ id, name }) => [id, name]));
};

const NAMING = ['person', 'people', 'contact', 'goal', 'need', 'provision-line', 'document', 'agency', 'intervention'] as const;
export const isNaming = (type: string): type is (typeof NAMING)[number] => NAMING.includes(type as (typeof NAMING)[number]);

const replyOf = (
  kept: Kept,
  row: StoredEntry,
  reader: Reader,
  { named, around }: { readonly named: ReadonlyMap<string, string>; readonly around: Around },
  state: 'standing' | 'withdrawn',
): Entry => {
  const { kind } = kept;
  const whole = valuesOf(kept, row);
  const open = mayRead(kept, row, reader);
  const values: Values = open ? whole : closedValues(whole);
  const finished = open && (kind.finishes?.when(values) ?? false);
  const ids = Object.values(values)
    .flat()
    .filter((one): one is string => typeof one === 'string' && named.has(one));
  const byName = (id: string | null | undefined): string | null => (id ? (named.get(id) ?? null) : null);
  const changed: Mark = { at: instantText(row.changed_at)!, by: byName(row.changed_by), reason: row.reason };
  return {
    id: row.id,
    version: row.version,
    values,
    madeOn: dayIn(reader.actor.timeZone, instantText(row.made_at)!),
    madeBy: open ? byName(writerOf(row)) : null,
    changedAt: changed.at,
    changedBy: open ? changed.by : null,
    finished,
    amended: open && row.amended ? { at: instantText(row.amended.at)!, by: byName(row.amended.by), reason: row.amended.reason } : null,
    withdrawn: state === 'withdrawn' ? (open ? changed : { at: changed.at, by: null, reason: null }) : null,
    line: open ? kind.line(values, reader.about.nation) : 'A restricted note exists',
    notices: open ? [...noticesOf(kept, values, reader), ...around(row, values)] : [],
    names: Object.fromEntries(ids.map((id) => [id, named.get(id)!])),
    can: deedsWith(kept, row, reader, finished, state),
    moved: [],
  };
};

/** Of a note that is closed to the reader only its day and the role of its writer are shown. */
const closedValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, key === 'on' || key === 'byWords' ? value : null]));

const noticesOf = (kept: Kept, values: Values, { about }: Reader): Notice[] => [
  ...(kept.kind.notices?.(values) ?? []),
  ...(kept.kind.name === 'screening' || kept.kind.name === 'assessment' ? besideScore(values, about) : []),
];

const deedsWith = (kept: Kept, row: StoredEntry, reader: Reader, finished: boolean, state: 'standing' | 'withdrawn'): Entry['can'] => {
  if (reader.about.leftOn || !mayWrite(kept, row, reader)) return [];
  if (state === 'withdrawn') return ['restore'];
  return [finished ? 'amend' : 'change', ...(row.version > 1 ? ['undo' as const] : []), 'withdraw'];
};
