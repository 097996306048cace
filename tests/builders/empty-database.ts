import pg from 'pg';
import { asAdmin, dropped, withOther } from '#tests/clone.ts';

/** A database that nothing stands in yet. */
export type EmptyDatabase = {
  readonly url: string;
  sql<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** Makes a database in the cluster of the tests; `where` is added to the statement (a tablespace). */
export const anEmptyDatabase = async (where = ''): Promise<EmptyDatabase> => {
  const cluster = process.env.WAYMARK_TEST_POSTGRES ?? '';
  const name = `empty_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdmin(cluster, `create database ${name} template template0 ${where}`);
  const url = withOther(cluster, name);
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on('error', () => undefined);
  return {
    url,
    sql: async (text, values = []) => (await owner.query(text, [...values])).rows,
    drop: async () => {
      await owner.end();
      await dropped(cluster, name);
    },
  };
};
