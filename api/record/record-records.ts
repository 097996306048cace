import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import type { Kept } from './tables.ts';

/** An entry as its row lies in the record, in JSON: the columns of its kind, and who made and changed it when. */
export type StoredEntry = {
  readonly id: string;
  readonly pupil_id: string;
  readonly version: number;
  readonly made_at: string;
  readonly made_by: string | null;
  readonly changed_at: string;
  readonly changed_by: string | null;
  readonly deed: 'made' | 'changed' | 'undone' | 'amended' | 'withdrawn' | 'restored';
  readonly reason: string | null;
  readonly amended: { readonly at: string; readonly by: string; readonly reason: string } | null;
  readonly [column: string]: unknown;
};

/** Which rows of a shared table are of the kind. */
const ofKind = ({ fixed, without }: Kept, row: string): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...Object.entries(fixed).map(([column, value]) => sql`${sql.ref(`${row}.${column}`)} = ${value}`),
      ...Object.entries(without).map(([column, value]) => sql`${sql.ref(`${row}.${column}`)} <> ${value}`),
    ],
    sql` and `,
  );

const tableOf = ({ table }: Kept) => sql.table(`waymark.${table}`);

/** The entries of a kind of one pupil, as they stand. */
export const entriesOf = async (tx: Transaction, organisation: string, pupil: string, kept: Kept): Promise<readonly StoredEntry[]> => {
  const { rows } = await sql<{ row: StoredEntry }>`
    select to_jsonb(t) as row from ${tableOf(kept)} t
     where t.organisation_id = ${organisation} and t.pupil_id = ${pupil}::uuid and ${ofKind(kept, 't')}
     order by t.made_at, t.id`.execute(tx);
  return rows.map(({ row }) => row);
};

/** One entry as it stands, held until the transaction ends; undefined where there is none, or it was taken out. */
export const entryOf = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  kept: Kept,
  entry: string,
): Promise<StoredEntry | undefined> => {
  const { rows } = await sql<{ row: StoredEntry }>`
    select to_jsonb(t) as row from ${tableOf(kept)} t
     where t.organisation_id = ${organisation} and t.pupil_id = ${pupil}::uuid and t.id = ${entry}::uuid and ${ofKind(kept, 't')}
       for no key update`.execute(tx);
  return rows[0]?.row;
};

/** Editions that were replaced, and the last one of an entry that was taken out; the oldest first. */
export const editionsOf = async (tx: Transaction, organisation: string, pupil: string, kept: Kept, entry: string) => {
  const { rows } = await sql<{ row: StoredEntry }>`
    select e.row from waymark.record_edition e
     where e.organisation_id = ${organisation} and e.source = ${kept.table} and e.entry_id = ${entry}::uuid and e.pupil_id = ${pupil}::uuid
     order by e.version`.execute(tx);
  return rows.map(({ row }) => row).filter((row) => isOfKind(kept, row));
};

/** The last editions of entries of a kind that were taken out and not put back. */
export const withdrawnOf = async (tx: Transaction, organisation: string, pupil: string, kept: Kept): Promise<readonly StoredEntry[]> => {
  const { rows } = await sql<{ row: StoredEntry }>`
    select distinct on (e.entry_id) e.row from waymark.record_edition e
     where e.organisation_id = ${organisation} and e.pupil_id = ${pupil}::uuid and e.source = ${kept.table}
       and not exists (select from ${tableOf(kept)} t where t.organisation_id = e.organisation_id and t.id = e.entry_id)
     order by e.entry_id, e.version desc`.execute(tx);
  return rows.map(({ row }) => row).filter((row) => isOfKind(kept, row));
};

const isOfKind = ({ fixed, without }: Kept, row: StoredEntry): boolean =>
  Object.entries(fixed).every(([column, value]) => row[column] === value) &&
  Object.entries(without).every(([column, value]) => row[column] !== value);

/** Who wrote, and when. */
export type Writing = { readonly by: string; readonly at: Instant };

/** Writes a row whose columns are those of its JSON; false where a row of this id is there already. */
const insertRow = async (tx: Transaction, kept: Kept, row: Readonly<Record<string, unknown>>): Promise<boolean> => {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  const { rows } = await sql`
    insert into ${tableOf(kept)} (${columns})
    select ${columns} from jsonb_populate_record(null::${tableOf(kept)}, ${JSON.stringify(row)}::jsonb)
    on conflict (organisation_id, id) do nothing returning id`.execute(tx);
  return rows.length > 0;
};

/** Adds an entry. False where there is one of this id already. */
export const insertEntry = (
  tx: Transaction,
  organisation: string,
  kept: Kept,
  entry: { readonly id: string; readonly pupil: string; readonly row: Readonly<Record<string, unknown>> } & Writing,
): Promise<boolean> => {
  const { id, pupil, row, by, at } = entry;
  const written = { made_at: at, made_by: by, changed_at: at, changed_by: by };
  const logged = kept.table === 'log_entry' ? { at, by_person: by } : {};
  return insertRow(tx, kept, { organisation_id: organisation, id, pupil_id: pupil, ...row, ...written, ...logged });
};

/** Puts an entry back as its last edition was, one version on. */
export const putBack = (tx: Transaction, kept: Kept, last: StoredEntry, { by, at, reason }: Writing & { reason: string | null }) =>
  insertRow(tx, kept, { ...last, version: last.version + 1, deed: 'restored', reason, changed_at: at, changed_by: by });

export type EntryChange = Writing & {
  readonly id: string;
  /** The version that the writer saw: nothing is written where the entry has moved on. */
  readonly version: number;
  readonly row: Readonly<Record<string, unknown>>;
  readonly deed: StoredEntry['deed'];
  readonly reason: string | null;
  readonly amended: StoredEntry['amended'];
};

/** Changes an entry that is still of the version the writer saw. False where it is not. */
export const updateEntry = async (tx: Transaction, organisation: string, kept: Kept, change: EntryChange): Promise<boolean> => {
  const { id, version, row, by, at, deed, reason, amended } = change;
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  const { rows } = await sql`
    update ${tableOf(kept)} t
       set (${columns}) = (select ${columns} from jsonb_populate_record(null::${tableOf(kept)}, ${JSON.stringify(row)}::jsonb)),
           version = t.version + 1, changed_at = ${at}::timestamptz, changed_by = ${by}::uuid, deed = ${deed}, reason = ${reason},
           amended = ${amended === null ? null : JSON.stringify(amended)}::jsonb
     where t.organisation_id = ${organisation} and t.id = ${id}::uuid and t.version = ${version} and ${ofKind(kept, 't')} returning t.id`.execute(
    tx,
  );
  return rows.length > 0;
};

/** Takes an entry out of its table; what it said stays among the editions. */
export const removeEntry = async (tx: Transaction, organisation: string, kept: Kept, id: string): Promise<void> => {
  await sql`delete from ${tableOf(kept)} t where t.organisation_id = ${organisation} and t.id = ${id}::uuid`.execute(tx);
};

/** The place after the last of a ranked list. */
export const nextRank = async (tx: Transaction, organisation: string, pupil: string, kept: Kept): Promise<number> => {
  const { rows } = await sql<{ rank: number }>`
    select least(coalesce(max(t.rank), 0) + 1, 99)::int as rank from ${tableOf(kept)} t
     where t.organisation_id = ${organisation} and t.pupil_id = ${pupil}::uuid`.execute(tx);
  return rows[0]?.rank ?? 1;
};

/** Whether scores of a goal stand in the record: a goal with scores is not taken out. */
export const hasScores = async (tx: Transaction, organisation: string, goal: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from waymark.measurement where organisation_id = ${organisation} and goal_id = ${goal}::uuid limit 1`.execute(tx);
  return rows.length > 0;
};

/** Says of a provision line when it was last given, after a session was recorded, corrected or taken out that said it was on `was`. */
export const noteLastSession = async (tx: Transaction, organisation: string, line: string, was: string | null): Promise<void> => {
  await sql`
    update waymark.provision_line l set last_session_on = s.last
      from (select max(on_day) filter (where state = 'delivered') as last from waymark.session
             where organisation_id = ${organisation} and line_id = ${line}::uuid) s
     where l.organisation_id = ${organisation} and l.id = ${line}::uuid and l.last_session_on is distinct from s.last
       and (s.last > l.last_session_on or l.last_session_on is null or l.last_session_on = ${was}::date)`.execute(tx);
};

/** The moment a contribution that has come in is counted from, for what changed since somebody last looked. */
export const noteReceived = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.contribution set recorded_at = ${at}::timestamptz where organisation_id = ${organisation} and id = ${id}::uuid`.execute(
    tx,
  );
};
