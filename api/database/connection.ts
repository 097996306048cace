import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Scope } from '#domain/access/actor.ts';
import type { Database } from '../parts.ts';
import { typesAsText } from './column-types.ts';
import { type HouseFigures, houseFigures } from './figures.ts';
import { explainLoss } from './loss.ts';
import { preparing } from './prepared.ts';

/** Rows are typed where they are read (`sql<Row>` in records files), so no table is named here. */
export type Tables = Record<never, never>;
export type Transaction = KyselyTransaction<Tables>;

/** Where the record is, how many connections this process may hold, and how long a person is made to wait. */
export type DatabaseOptions = {
  /** `postgres://…`; TLS as `sslmode` and `sslrootcert` in it say. */
  readonly url: string;
  readonly connections?: number;
  /** Longest time one statement may run, in milliseconds. */
  readonly statementLimit?: number;
  /** Longest wait for a connection, in milliseconds. */
  readonly connectLimit?: number;
  /** By how many seconds the service's clock runs ahead of the machine's; the queue is told (migration 0120). */
  readonly clockAhead?: number;
  /** Hears of connections lost while idle. Nothing has to be done about them: the pool opens another. */
  readonly onLoss?: (fault: Error) => void;
};

/** The record as the server holds it: what deeds see, and what only the house itself may ask. */
export type OpenDatabase = Database & {
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Ids of all organisations; for the queue, which works through them one by one. */
  organisations(): Promise<readonly string[]>;
  /** How much waits in the queue and how old it is, over all organisations. */
  figures(): Promise<HouseFigures>;
};

const STATEMENT_LIMIT = 10_000;
/** So much longer than the server's own limit a person waits for a server that has fallen silent. */
const SILENCE = 3_000;

/** Options of every pool that speaks to the record: UTC, limits, and a name in the server's list of connections. */
export const poolOptions = (options: DatabaseOptions): pg.PoolConfig => ({
  connectionString: options.url,
  max: options.connections ?? 10,
  connectionTimeoutMillis: options.connectLimit ?? 3_000,
  statement_timeout: options.statementLimit ?? STATEMENT_LIMIT,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
  application_name: 'waymark',
  options: `-c timezone=UTC${options.clockAhead ? ` -c app.clock_ahead=${options.clockAhead}` : ''}`,
});

/**
 * Opens the record. Each `within` is one transaction as the role `waymark_app`, which owns nothing and cannot step over row level
 * security, with the scope's organisation set for that transaction alone. A lost, refused or overdue connection becomes a Refusal of
 * kind `elsewhere-unwell`; everything else is thrown as it is.
 */
export const openDatabase = (options: DatabaseOptions): OpenDatabase => {
  // The server ends a statement that takes too long; where the server itself says nothing any more, this does.
  const silence = (options.statementLimit ?? STATEMENT_LIMIT) + SILENCE;
  const pool = new pg.Pool({ ...poolOptions(options), query_timeout: silence, types: typesAsText });
  const heard = (fault: Error): void => options.onLoss?.(fault);
  pool.on('error', heard);
  // A connection that breaks between two statements of a deed speaks up by itself; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', heard));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });

  const within = <T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    explainLoss(() =>
      kysely.transaction().execute(async (tx) => {
        await sql`/* opening */ select set_config('role', 'waymark_app', true), set_config('app.organisation', ${scope.organisation}, true)`.execute(
          tx,
        );
        return work(tx);
      }),
    );

  const organisations = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ id: string }>`select organisation_id as id from waymark.organisation order by 1`.execute(kysely);
    return rows.map((row) => row.id);
  };

  return {
    within,
    ping: () => explainLoss(async () => void (await sql`select 1`.execute(kysely))),
    organisations: () => explainLoss(organisations),
    figures: () => explainLoss(() => houseFigures(kysely)),
    close: () => kysely.destroy(),
  };
};
