import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { auditVerdict } from '../audit/verify-audit.ts';
import { openTransaction } from '../database/owner.ts';
import { BEGINS, type Beginning, COUNTS, ENDS, type Ending, FORMAT, LAST_ROW, type Tally, tallying } from './archive.ts';
import {
  beginSnapshot,
  countersOf,
  fillingOf,
  levelOf,
  organisationsOf,
  readingOf,
  serverVersion,
  type Table,
  tablesOf,
} from './backup-records.ts';

/** Which Waymark takes a backup, and when. */
export type Taking = { readonly waymark: string; readonly takenAt: string };

const line = (words: string): Buffer => Buffer.from(`${words}\n`);

/** What a table holds now, as a backup would count it. */
export const tallyOf = async (client: pg.Client, table: Table): Promise<Tally> => {
  const tally = tallying();
  for await (const chunk of client.query(copyTo(await readingOf(client, table)))) tally.add(chunk);
  return tally.result();
};

async function* tableText(client: pg.Client, table: Table): AsyncGenerator<Buffer, Tally> {
  const tally = tallying();
  yield line(`${fillingOf(table)};`);
  for await (const chunk of client.query(copyTo(await readingOf(client, table)))) {
    tally.add(chunk);
    yield chunk;
  }
  const counted = tally.result();
  yield line(LAST_ROW);
  yield line(`${COUNTS}${JSON.stringify(counted)}`);
  return counted;
}

/** What each organisation's audit trail says of itself. */
export const auditOf = async (client: pg.Client): Promise<Ending['audit']> => {
  const said: Ending['audit'] = [];
  for (const organisation of await organisationsOf(client)) {
    const { sound, words } = await auditVerdict(openTransaction(client), organisation);
    said.push({ organisation, sound, words });
  }
  return said;
};

/**
 * The whole record as one text, as it stood at one moment, table by table in a form that `psql` reads too. Never holds more than a piece of
 * it. Answers how it began and ended.
 */
export async function* recordText(client: pg.Client, taking: Taking): AsyncGenerator<Buffer, { head: Beginning; end: Ending }> {
  await beginSnapshot(client);
  const tables = await tablesOf(client);
  const { migrations, queue } = await levelOf(client);
  const head: Beginning = {
    format: FORMAT,
    ...taking,
    postgres: await serverVersion(client),
    migrations: [...migrations],
    queue,
    tables: tables.map((table) => ({ ...table, columns: [...table.columns] })),
  };
  yield line(`${BEGINS}${JSON.stringify(head)}`);
  let rows = 0;
  for (const table of tables) rows += (yield* tableText(client, table)).rows;
  const end: Ending = { tables: tables.length, rows, counters: [...(await countersOf(client))], audit: await auditOf(client) };
  yield line(`${ENDS}${JSON.stringify(end)}`);
  await client.query('commit');
  return { head, end };
}
