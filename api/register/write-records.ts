import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Tables an import writes, with the columns it may set and their types. Identifiers come from here alone. */
const TABLES = {
  pupil: {
    school_id: 'uuid',
    pupil_number: 'text',
    external_id: 'text',
    case_ref: 'text',
    given_name: 'text',
    surname: 'text',
    known_as: 'text',
    birthday: 'date',
    sex: 'text',
    year_group: 'smallint',
    class_name: 'text',
    home_language: 'text',
    stage: 'text',
    stage_since: 'date',
    key_worker_id: 'uuid',
    attendance_percent: 'numeric',
    attendance_as_of: 'date',
  },
  need: { pupil_id: 'uuid', rank: 'smallint', code: 'text', description: 'text', source: 'text', from_day: 'date', to_day: 'date' },
  profile_line: { pupil_id: 'uuid', kind: 'text', rank: 'smallint', words: 'text', said_by: 'text', on_day: 'date' },
  case_event: { pupil_id: 'uuid', kind: 'text', on_day: 'date', party: 'text', details: 'jsonb', recorded_by: 'uuid' },
  removal: { pupil_id: 'uuid', kind: 'text', from_day: 'date', to_day: 'date', days: 'numeric', why: 'text', source: 'text' },
  part_time: {
    pupil_id: 'uuid',
    from_day: 'date',
    to_day: 'date',
    hours_a_week: 'numeric',
    review_on: 'date',
    why: 'text',
    source: 'text',
  },
} as const;

export type WrittenTable = keyof typeof TABLES;
export type Columns = Readonly<Record<string, string | number | null>>;

/** One row that an import makes or changes; `before` and `after` hold the columns it sets. */
export type RowWrite = {
  readonly table: WrittenTable;
  readonly id: string;
  readonly pupil: string;
  readonly deed: 'made' | 'changed';
  readonly before: Columns;
  readonly after: Columns;
};

/** Whose hand an import is, when, and what it is called where a history gives its reason. */
export type Hand = { readonly by: string; readonly at: Instant; readonly reason: string };

/** Tables whose rows are entries of the record: each change is an edition with its author. */
export const EDITED: ReadonlySet<WrittenTable> = new Set(['need', 'profile_line', 'removal', 'part_time']);

/** The order in which rows can be written; undoing goes the other way. */
export const ORDER: readonly WrittenTable[] = ['pupil', 'need', 'profile_line', 'case_event', 'removal', 'part_time'];
const AT_ONCE = 1_000;

export const columnsOf = (table: WrittenTable): readonly (readonly [name: string, type: string])[] => Object.entries(TABLES[table]);
export const nameOf = (table: WrittenTable): RawBuilder<unknown> => sql`waymark.${sql.ref(table)}`;
export const valueIn = (from: string, column: string, type: string): RawBuilder<unknown> =>
  sql`(${sql.ref(from)}->>${column})::${sql.raw(type)}`;

const inLots = async <T>(rows: readonly T[], work: (lot: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += AT_ONCE) await work(rows.slice(at, at + AT_ONCE));
};

/** Writes the rows of an import, table by table, many at once. */
export const writeRows = async (tx: Transaction, organisation: string, writes: readonly RowWrite[], hand: Hand): Promise<void> => {
  for (const table of ORDER) {
    const own = writes.filter((one) => one.table === table);
    await inLots(
      own.filter(({ deed }) => deed === 'made'),
      (lot) => insertRows(tx, organisation, table, lot, hand),
    );
    await inLots(
      own.filter(({ deed }) => deed === 'changed'),
      (lot) => updateRows(tx, organisation, table, lot, hand),
    );
  }
};

const insertRows = (tx: Transaction, organisation: string, table: WrittenTable, rows: readonly RowWrite[], { by, at }: Hand) => {
  const columns = columnsOf(table);
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  const values = sql.join(columns.map(([name, type]) => valueIn('one.after', name, type)));
  const [signed, hand] = EDITED.has(table)
    ? [sql`, made_by, made_at, changed_by, changed_at`, sql`, ${by}::uuid, ${at}::timestamptz, ${by}::uuid, ${at}::timestamptz`]
    : [sql``, sql``];
  return sql`insert into ${nameOf(table)} (organisation_id, id, ${names}${signed})
    select ${organisation}::uuid, one.id, ${values}${hand} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, after jsonb)`.execute(
    tx,
  );
};

/** A further edition of an entry, by the hand that wrote it; of the pupil's own row only its number and time. */
export const editionBy = (table: WrittenTable, deed: 'changed' | 'undone', { by, at, reason }: Hand): RawBuilder<unknown> => {
  if (table === 'pupil') return sql`, version = t.version + 1, changed_at = now()`;
  if (!EDITED.has(table)) return sql``;
  return sql`, version = t.version + 1, changed_at = ${at}::timestamptz, changed_by = ${by}::uuid, deed = ${deed}, reason = ${reason}`;
};

const updateRows = (tx: Transaction, organisation: string, table: WrittenTable, rows: readonly RowWrite[], hand: Hand) => {
  const sets = columnsOf(table).map(
    ([name, type]) =>
      sql`${sql.ref(name)} = case when one.after ? ${name}::text then ${valueIn('one.after', name, type)} else ${sql.ref(`t.${name}`)} end`,
  );
  return sql`update ${nameOf(table)} t set ${sql.join(sets)}${editionBy(table, 'changed', hand)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, after jsonb)
    where t.organisation_id = ${organisation} and t.id = one.id`.execute(tx);
};

/** Keeps what an import was and every row it wrote, so that it can be undone as a whole. */
export const keepImport = async (
  tx: Transaction,
  organisation: string,
  one: { id: string; name: string; counts: object; by: string; at: Instant },
  writes: readonly RowWrite[],
  rejected: readonly object[],
): Promise<void> => {
  await sql`insert into waymark.register_import (organisation_id, id, number, name, counts, imported_by, imported_at)
    values (${organisation}, ${one.id}, (select coalesce(max(number), 0) + 1 from waymark.register_import where organisation_id = ${organisation}), ${one.name}, ${JSON.stringify(one.counts)}::jsonb, ${one.by}, ${one.at})`.execute(
    tx,
  );
  await inLots(
    writes.map((write, number) => ({ ...write, number })),
    (lot) =>
      sql`insert into waymark.register_write (organisation_id, import_id, number, table_name, row_id, pupil_id, deed, before, after)
      select ${organisation}, ${one.id}, number, "table", id, pupil, deed, before, after from jsonb_to_recordset(${JSON.stringify(lot)}::jsonb)
        as w(number integer, "table" text, id uuid, pupil uuid, deed text, before jsonb, after jsonb)`.execute(tx),
  );
  await inLots(
    rejected.map((row, number) => ({ number, row })),
    (lot) =>
      sql`insert into waymark.register_rejection (organisation_id, import_id, number, row)
      select ${organisation}, ${one.id}, number, "row" from jsonb_to_recordset(${JSON.stringify(lot)}::jsonb) as r(number integer, "row" jsonb)`.execute(
        tx,
      ),
  );
};

export type KeptImport = {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly by: string;
  readonly counts: { fresh: number; changed: number; rejected: number };
  readonly undoneAt: Instant | null;
  readonly last: boolean;
};

/** Imports of the last year, newest first. `last`: no later one that stands came after it, so it can be undone. */
export const importsOf = async (tx: Transaction, organisation: string): Promise<readonly KeptImport[]> => {
  const { rows } = await sql<KeptImport>`
    select i.id, i.name, i.imported_at as at, coalesce(p.given_name || ' ' || p.surname, 'Someone') as by, i.counts, i.undone_at as "undoneAt",
           not exists (select from waymark.register_import later where later.organisation_id = i.organisation_id
                          and later.number > i.number and later.undone_at is null) as last
      from waymark.register_import i left join waymark.person p on p.organisation_id = i.organisation_id and p.id = i.imported_by
     where i.organisation_id = ${organisation} order by i.number desc limit 20`.execute(tx);
  return rows;
};

export const markUndone = async (tx: Transaction, organisation: string, id: string, by: string, at: Instant): Promise<void> => {
  await sql`update waymark.register_import set undone_by = ${by}, undone_at = ${at} where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
};

/** Pupils an import wrote of. */
export const pupilsOfImport = async (tx: Transaction, organisation: string, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ pupil: string }>`
    select distinct w.pupil_id as pupil from waymark.register_write w where w.organisation_id = ${organisation} and w.import_id = ${id}`.execute(
    tx,
  );
  return rows.map(({ pupil }) => pupil);
};

/** The number of the last case; held until the transaction ends, so that no two imports give one reference twice. */
export const lastCaseNumber = async (tx: Transaction, organisation: string): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('case numbers ' || ${organisation}, 0))`.execute(tx);
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(substring(case_ref from '[0-9]+$')::int), 0) as number from waymark.pupil where organisation_id = ${organisation}`.execute(
    tx,
  );
  return rows[0]?.number ?? 0;
};
