import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '#api/database/connection.ts';

/** A database of one's own, cloned from the migrated one. */
export type Clone = {
  readonly url: string;
  readonly database: OpenDatabase;
  /** Runs SQL as the owner of the tables, who stands above the walls: for what a test must see or spoil behind the record's back. */
  sql<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** The same cluster, another database. */
export const withOther = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Runs one statement beside the databases of the tests. */
export const asAdmin = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: withOther(url, 'template1') });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

/** Drops a database. PostgreSQL's own housekeeping may be inside for a moment and cannot be sent away by this role: it is waited for. */
export const dropped = async (template: string, name: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await asAdmin(template, `drop database if exists ${name} with (force)`);
      return;
    } catch (fault) {
      if (tries === 20) throw fault;
      await wait(250);
    }
  }
};

/** Clones the database at `template`; nobody may be connected to it. The clone bears a name of its own. */
export const cloneOf = async (template: string): Promise<Clone> => {
  const name = `world_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdmin(template, `create database ${name} template ${new URL(template).pathname.slice(1)}`);
  const url = withOther(template, name);
  const database = openDatabase({ url, connections: 6 });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  // The cluster may end before an idle connection is closed; nobody waits for that one.
  owner.on('error', () => undefined);
  return {
    url,
    database,
    sql: async (text, values = []) => (await owner.query(text, [...values])).rows,
    drop: async () => {
      await Promise.all([database.close(), owner.end()]);
      await dropped(template, name);
    },
  };
};
