import type { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { typesAsText } from './column-types.ts';
import { type DatabaseOptions, poolOptions, type Tables, type Transaction } from './connection.ts';

/**
 * One connection as the owner of the record, above the walls and without limits of time: for work on all of it. Where the work fails the
 * connection is broken off, for the server may be in the middle of sending a table.
 */
export const asOwner = async <T>(options: DatabaseOptions, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    ...poolOptions(options),
    types: typesAsText,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const done = await work(client);
    await client.end();
    return done;
  } catch (fault) {
    // node-postgres has no word for this: its `end` waits until the server has said all it wants to say.
    (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream.destroy();
    throw fault;
  }
};

/** Kysely on a connection that somebody else opened and closes. */
export const kyselyOn = (client: pg.Client): Kysely<Tables> => {
  const connection = { query: client.query.bind(client), release: () => undefined };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => connection as never, end: async () => undefined } }),
  });
};

/** The transaction that is open on a connection, for records functions that want one. */
export const openTransaction = (client: pg.Client): Transaction => kyselyOn(client) as unknown as Transaction;
