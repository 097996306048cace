import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { spoilsConnection } from './loss.ts';

/** A statement that begins with this comment is planned once a connection and not each time: for the few that stand behind every request. */
const MARK = '/* prepared */';

/** The statement that opens a transaction's walls begins with this comment, its values being plain texts. It travels together with `begin`. */
const OPENING = '/* opening */';

const BEGUN = { command: 'BEGIN', rowCount: 0, rows: [] };

const names = new Map<string, string>();

/** PostgreSQL knows a prepared statement by name, and one name must always mean the same text. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = `waymark_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
};

/** A statement with its values written into it, because PostgreSQL takes several statements at once only without values. */
const inlined = (text: string, values: readonly unknown[]): string =>
  text.replace(/\$(\d+)/g, (_, place: string) => pg.escapeLiteral(String(values[Number(place) - 1])));

type Ask = (text: string, values: unknown[]) => Promise<unknown>;

/** Holds `begin` back until the next statement: where that opens the walls, both cross the wire at once, and a request waits once less. */
const joiningBegin = (ask: Ask, askPlain: (text: string) => Promise<unknown>): Ask => {
  let begun = false;
  return async (text, values) => {
    if (text === 'begin') {
      begun = true;
      return BEGUN;
    }
    if (!begun) return ask(text, values);
    begun = false;
    if (text.startsWith(OPENING)) {
      await askPlain(`begin; ${inlined(text, values)}`);
      return BEGUN;
    }
    await askPlain('begin');
    return ask(text, values);
  };
};

/** A deed that asks PostgreSQL for more time for its own transaction is given as much here, and a little longer. */
const MORE_TIME = /^\s*set local statement_timeout = '(\d+)min'/;

/** Asks on one connection until its other end falls silent, or turns out not to be the machine that may write; from then on only refuses. */
const asking = (client: pg.PoolClient) => {
  let spoilt: Error | undefined;
  let longer: { query_timeout?: number } = {};
  const ask: Ask = async (text, values) => {
    // Each further question, the rollback among them, would wait as long again.
    if (spoilt) throw spoilt;
    const minutes = MORE_TIME.exec(text)?.[1];
    if (minutes) longer = { query_timeout: Number(minutes) * 60_000 + 3_000 };
    try {
      return await client.query({ text, values, ...(text.startsWith(MARK) ? { name: nameOf(text) } : {}), ...longer });
    } catch (fault) {
      if (spoilsConnection(fault)) spoilt = fault as Error;
      throw fault;
    }
  };
  return { ask, release: () => client.release(spoilt !== undefined) };
};

/**
 * The pool as Kysely sees it: marked statements are prepared under a name, all others go through as they are. A connection that is spoilt
 * is not handed out again: the next one is opened anew, and finds the host that the record has moved to.
 */
export const preparing = (pool: pg.Pool): PostgresPool => ({
  connect: async () => {
    const { ask, release } = asking(await pool.connect());
    // node-postgres takes either form; Kysely's own type for this one function knows a cursor as well, which nobody opens here.
    const query = joiningBegin(ask, (text) => ask(text, [])) as unknown as PostgresPoolClient['query'];
    return { query, release };
  },
  end: () => pool.end(),
});
