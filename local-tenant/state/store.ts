/** Tables of plain JSON values in memory, every change of which goes through the journal. */
import { type Change, openJournal } from './journal.ts';

export type Table<Row> = {
  get(key: string): Row | undefined;
  put(key: string, row: Row): Row;
  remove(key: string): void;
  all(): Row[];
  readonly size: number;
};

export type Store = {
  table<Row>(name: string): Table<Row>;
  /** Names of the tables that begin so and hold anything. */
  tablesNamed(prefix: string): string[];
  /** A number that only grows, also over restarts: the order of changes behind delta links and ETags. */
  nextSequence(): number;
  readonly sequence: number;
  /** Resolves once every change so far is safe on disk. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

const COMPACT_AFTER = 2_000;

export const openStore = async (folder: string): Promise<Store> => {
  const journal = await openJournal(folder);
  const tables = new Map<string, Map<string, unknown>>();
  for (const change of journal.recovered) apply(tables, change);
  const clock = tableOf(tables, 'sequence');
  let sequence = Number(clock.get('last') ?? 0);
  if (journal.length() > COMPACT_AFTER) await journal.compact(everythingIn(tables));

  const write = (change: Change) => {
    apply(tables, change);
    journal.append([change]);
  };

  return {
    table: <Row>(name: string) => openTable<Row>(tableOf(tables, name), name, write),
    tablesNamed: (prefix) => [...tables].filter(([name, rows]) => name.startsWith(prefix) && rows.size > 0).map(([name]) => name),
    nextSequence() {
      sequence += 1;
      write(['sequence', 'last', sequence]);
      return sequence;
    },
    get sequence() {
      return sequence;
    },
    settled: () => journal.settled(),
    close: () => journal.close(),
  };
};

const openTable = <Row>(rows: Map<string, unknown>, name: string, write: (change: Change) => void): Table<Row> => ({
  // The journal holds only what typed tables put there, so a row read back has the table's type.
  get: (key) => rows.get(key) as Row | undefined,
  put(key, row) {
    write([name, key, row]);
    return row;
  },
  remove(key) {
    if (rows.has(key)) write([name, key, null]);
  },
  all: () => [...rows.values()] as Row[],
  get size() {
    return rows.size;
  },
});

const tableOf = (tables: Map<string, Map<string, unknown>>, name: string) => {
  const known = tables.get(name);
  if (known) return known;
  const fresh = new Map<string, unknown>();
  tables.set(name, fresh);
  return fresh;
};

const apply = (tables: Map<string, Map<string, unknown>>, [table, key, value]: Change) => {
  const rows = tableOf(tables, table);
  if (value === null) rows.delete(key);
  else rows.set(key, value);
};

function* everythingIn(tables: Map<string, Map<string, unknown>>): Iterable<Change> {
  for (const [name, rows] of tables) for (const [key, value] of rows) yield [name, key, value];
}
