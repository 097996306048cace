import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/**
 * Does a piece of work once for a request, however often it is sent: a second time the first answer comes back and nothing is written. Two
 * of the same request at the same moment wait for one another.
 */
export const once = async <Answer>(
  tx: Transaction,
  organisation: string,
  deed: string,
  request: string,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organisation} ${request}`}, 0))`.execute(tx);
  const { rows } = await sql<{ answer: Answer }>`
    select answer from waymark.deed_done where organisation_id = ${organisation} and request_id = ${request}::uuid and deed = ${deed}`.execute(
    tx,
  );
  if (rows[0]) return rows[0].answer;
  const answer = await work();
  await sql`
    insert into waymark.deed_done (organisation_id, request_id, deed, answer)
    values (${organisation}, ${request}, ${deed}, ${JSON.stringify(answer)}::jsonb)`.execute(tx);
  return answer;
};
