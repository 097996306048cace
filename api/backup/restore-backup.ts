import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DatabaseOptions } from '../database/connection.ts';
import { MIGRATION_LOCK, migrateRecord, migrationsIn, prepareHouse, schemaPool } from '../database/migrate.ts';
import { asOwner, kyselyOn } from '../database/owner.ts';
import { Refusal } from '../refusal.ts';
import { type Beginning, damaged, type Ending, type Tally, tallying } from './archive.ts';
import {
  beginRestore,
  fillingOf,
  freeJobs,
  levelOf,
  occupancyOf,
  setCounters,
  type Table,
  tablesOf,
  withoutRules,
} from './backup-records.ts';
import type { BackupKey } from './keys.ts';
import { noteOn } from './note-in-trail.ts';
import { type OpenBackup, type TakeIn, takenByNewer, withBackup } from './open-backup.ts';
import { auditOf, tallyOf } from './record-text.ts';

/** Which Waymark restores, when, and where its migrations lie. */
export type Restoring = { readonly waymark: string; readonly now: string; readonly migrations?: string };

/** What was restored. */
export type Restored = { readonly head: Beginning; readonly end: Ending };

/** A record is never written over, not even an empty one: two records cannot become one, and nobody shall lose one by a slip. */
const refuseOccupied = async (client: pg.Client): Promise<void> => {
  const { opened, organisations } = await occupancyOf(client);
  if (!opened) return;
  const what =
    organisations === 0
      ? 'Waymark has been started on it'
      : `it holds the record of ${organisations === 1 ? 'an organisation' : `${organisations} organisations`}`;
  throw new Refusal('not-ready', `The database is not empty: ${what}. Restore into a new one.`);
};

/** Brings the empty schema to where it stood when the backup was taken; later migrations then run on the rows, as they would have. */
const schemaOf = async (client: pg.Client, head: Beginning, { waymark, migrations: folder }: Restoring): Promise<void> => {
  const known = await migrationsIn(folder);
  if (head.migrations.some((name) => !known[name])) throw takenByNewer(head.waymark, waymark);
  await migrateRecord(kyselyOn(client), Object.fromEntries(head.migrations.map((name) => [name, known[name]!])), true);
  if (head.queue > (await levelOf(client)).queue) throw takenByNewer(head.waymark, waymark);
};

const sameColumns = (one: Table, other: Table): boolean => [...one.columns].sort().join() === [...other.columns].sort().join();

/** The tables of the backup must be those that its migrations make: anything else was not taken by Waymark. */
const holdTables = async (client: pg.Client, head: Beginning): Promise<void> => {
  const made = await tablesOf(client);
  const strange = head.tables.filter(
    (table) => !made.some((one) => one.schema === table.schema && one.name === table.name && sameColumns(one, table)),
  );
  const missing = made.length - head.tables.length + strange.length;
  if (strange.length > 0 || missing !== 0)
    throw new Refusal('not-valid', 'The backup does not have the tables of the version that took it. Nothing was restored.');
};

const filling =
  (client: pg.Client): TakeIn =>
  async (table, rows) => {
    const tally = tallying();
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        tally.add(chunk);
        yield chunk;
      }
    };
    await pipeline(rows, counted, client.query(copyFrom(fillingOf(table))));
    return tally.result();
  };

/** Reads everything back: what stands in the database must be what stood there when the backup was taken. */
const holdRows = async (client: pg.Client, head: Beginning, tallies: readonly Tally[]): Promise<void> => {
  for (const [place, table] of head.tables.entries()) {
    const found = await tallyOf(client, table);
    if (found.rows !== tallies[place]?.rows || found.sha256 !== tallies[place]?.sha256)
      throw new Refusal('not-valid', `The table ${table.name} came out differently from what was taken. Nothing was restored.`);
  }
};

const holdAudit = async (client: pg.Client, { audit }: Ending): Promise<void> => {
  const found = await auditOf(client);
  if (JSON.stringify(found) !== JSON.stringify(audit))
    throw new Refusal('not-valid', 'The audit trail does not come out as it was when the backup was taken. Nothing was restored.');
};

const fillFrom = async (client: pg.Client, backup: OpenBackup, restoring: Restoring): Promise<Restored> => {
  const { head } = backup;
  await beginRestore(client);
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await refuseOccupied(client);
  await schemaOf(client, head, restoring);
  await holdTables(client, head);
  const putBack = await withoutRules(client, head.tables);
  const { tallies, end } = await backup.tables(filling(client));
  await putBack();
  await setCounters(client, end.counters);
  await holdRows(client, head, tallies);
  await holdAudit(client, end);
  await freeJobs(client);
  await noteOn(client, 'restore-backup', restoring.now, { takenAt: head.takenAt, rows: end.rows });
  await client.query('commit');
  return { head, end };
};

const FULL = '53100';
const BROKEN = /^(22|23)/;

/** What PostgreSQL found wrong while rows arrived, in words. */
const refusalOf = (fault: unknown): unknown => {
  const { code = '' } = fault as { code?: string };
  if (code === FULL) return new Refusal('elsewhere-unwell', 'The disk of the database is full. Nothing was restored.');
  // Rows that a key or a type refuses were not written by Waymark: the digest would have told, had they been read to their end.
  return BROKEN.test(code) ? damaged() : fault;
};

/** The role and the queue's own schema, which are no part of a record and stay where a restore fails. */
const prepare = async (options: DatabaseOptions): Promise<void> => {
  const pool = schemaPool(options);
  try {
    await prepareHouse(pool);
  } finally {
    await pool.end();
  }
};

/**
 * Puts a backup into an empty database, altogether or not at all: the schema of the version that took it, every row, then everything is
 * read back and held to the backup's digests, and the audit trail to what it said of itself. Rejects with a Refusal where the backup does
 * not open (see `withBackup`), or the database is not empty or full.
 */
export const restoreBackup = (options: DatabaseOptions, file: string, key: BackupKey, restoring: Restoring): Promise<Restored> =>
  withBackup(file, key, restoring.waymark, async (backup) => {
    await asOwner(options, refuseOccupied);
    await prepare(options);
    return asOwner(options, (client) => fillFrom(client, backup, restoring)).catch((fault) => {
      throw refusalOf(fault);
    });
  });
