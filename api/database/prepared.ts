import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A statement that begins with this comment is planned once a connection and not each time: for the few that stand behind every request. */
const MARK = '/* prepared */';

const names = new Map<string, string>();

/** PostgreSQL knows a prepared statement by name, and one name must always mean the same text. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = `waymark_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
};

/** The pool as Kysely sees it: marked statements are prepared under a name, all others go through as they are. */
export const preparing = (pool: pg.Pool): PostgresPool => ({
  connect: async () => {
    const client = await pool.connect();
    // node-postgres takes either form; Kysely's own type for this one function knows a cursor as well, which nobody opens here.
    const query = ((text: string, values: unknown[]) =>
      client.query(
        text.startsWith(MARK) ? { name: nameOf(text), text, values } : { text, values },
      )) as unknown as PostgresPoolClient['query'];
    return { query, release: () => client.release() };
  },
  end: () => pool.end(),
});
