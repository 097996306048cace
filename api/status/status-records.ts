import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import { minutesBetween } from '#domain/calendar/wall-clock.ts';
import type { StatusFacts } from '#domain/status/status.ts';
import type { Transaction } from '../database/connection.ts';
import { NOBODY } from '../people/command-line-actor.ts';

type Row = {
  state: 'done' | 'held' | 'failed' | null;
  finished: Instant | null;
  counted: Instant | null;
  backup: Instant | null;
  clock_off: number;
};

const hours = (from: Instant, to: Instant): number => Math.max(0, minutesBetween(from, to) / 60);

/**
 * When people were last read and dates last counted, and how far this machine’s clock and the record’s are apart. The record’s clock is
 * taken as the queue takes it, ahead by what the connection says.
 */
export const lastDone = async (
  tx: Transaction,
  organisation: string,
  now: Instant,
): Promise<Pick<StatusFacts, 'people' | 'countedHoursAgo' | 'backupDaysAgo' | 'clockOff'>> => {
  const { rows } = await sql<Row>`
    select run.state, run.finished_at as finished, house.clocks_counted_at as counted,
           (select max(at) from waymark.audit_entry where organisation_id = house.organisation_id and actor = ${NOBODY} and deed = 'take-backup') as backup,
           extract(epoch from clock_timestamp() - ${now}::timestamptz)::double precision
             + coalesce(nullif(current_setting('app.clock_ahead', true), ''), '0')::double precision as clock_off
      from waymark.organisation house
      left join lateral (
        select state, finished_at from waymark.sync_run
         where organisation_id = house.organisation_id and finished_at is not null order by started_at desc limit 1
      ) run on true
     where house.organisation_id = ${organisation}`.execute(tx);
  const [row] = rows;
  return {
    people: row?.state && row.finished ? { state: row.state, hoursAgo: hours(row.finished, now) } : null,
    countedHoursAgo: row?.counted ? hours(row.counted, now) : null,
    backupDaysAgo: row?.backup ? hours(row.backup, now) / 24 : null,
    clockOff: row?.clock_off ?? 0,
  };
};
