import { sql } from 'kysely';
import type { FeedKind } from '#contract/activity-feed.ts';
import type { Transaction } from '../database/connection.ts';

/** The kinds of notices that a person has turned off. */
export const kindsOff = async (tx: Transaction, organisation: string, person: string): Promise<readonly FeedKind[]> => {
  const { rows } = await sql<{ kind: FeedKind }>`
    select kind from waymark.feed_notice_off where organisation_id = ${organisation} and person_id = ${person}`.execute(tx);
  return rows.map(({ kind }) => kind);
};

/** Turns exactly these kinds off for a person. */
export const turnOff = async (tx: Transaction, organisation: string, person: string, kinds: readonly FeedKind[]): Promise<void> => {
  await sql`delete from waymark.feed_notice_off where organisation_id = ${organisation} and person_id = ${person}`.execute(tx);
  await sql`insert into waymark.feed_notice_off (organisation_id, person_id, kind)
            select ${organisation}, ${person}, unnest(${[...kinds]}::text[])`.execute(tx);
};
