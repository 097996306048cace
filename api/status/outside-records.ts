import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import { type Heard, OUTCOMES, type Outcome, type OutsidePart, outsideParts } from '#domain/status/outside.ts';
import type { Transaction } from '../database/connection.ts';

/** Calls of one part in one minute, by how they ended; `took` is what the answered ones took together. */
export type OutsideMinute = {
  readonly part: OutsidePart;
  readonly minute: Instant;
  readonly calls: Readonly<Record<Outcome, number>>;
  readonly took: number;
  readonly lastOk: Instant | null;
  readonly lastBad: Instant | null;
};

/** Adds to the ring: to the minute's own row, or in the place of the same minute an hour ago. */
export const addMinutesHeard = async (tx: Transaction, organisation: string, minutes: readonly OutsideMinute[]): Promise<void> => {
  const rows = minutes.map(({ calls, took, lastOk, lastBad, ...rest }) => ({
    ...rest,
    ...calls,
    took: Math.round(took),
    last_ok: lastOk,
    last_bad: lastBad,
  }));
  await sql`
    insert into waymark.outside_minute as kept (organisation_id, part, place, minute, ok, refused, throttled, unwell, silent, took, last_ok, last_bad)
    select ${organisation}::uuid, part, extract(minute from minute), minute, ok, refused, throttled, unwell, silent, took, last_ok, last_bad
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as heard
           (part text, minute timestamptz, ok integer, refused integer, throttled integer, unwell integer, silent integer, took bigint,
            last_ok timestamptz, last_bad timestamptz)
     where exists (select from waymark.organisation where organisation_id = ${organisation}::uuid)
     order by part, minute
    on conflict (organisation_id, part, place) do update set
      minute = excluded.minute,
      ok = excluded.ok + case when kept.minute = excluded.minute then kept.ok else 0 end,
      refused = excluded.refused + case when kept.minute = excluded.minute then kept.refused else 0 end,
      throttled = excluded.throttled + case when kept.minute = excluded.minute then kept.throttled else 0 end,
      unwell = excluded.unwell + case when kept.minute = excluded.minute then kept.unwell else 0 end,
      silent = excluded.silent + case when kept.minute = excluded.minute then kept.silent else 0 end,
      took = excluded.took + case when kept.minute = excluded.minute then kept.took else 0 end,
      last_ok = greatest(excluded.last_ok, case when kept.minute = excluded.minute then kept.last_ok end),
      last_bad = greatest(excluded.last_bad, case when kept.minute = excluded.minute then kept.last_bad end)
    where kept.minute <= excluded.minute`.execute(tx);
};

/** So far back the status looks: what is older says nothing of now. */
const MINUTES = 15;

type Row = Record<Outcome, number> & { part: OutsidePart; took: number; ended: Heard['ended'] };

/** What was heard from each part in the last quarter of an hour, by all processes; a part that was not asked has no calls. */
export const heardLately = async (tx: Transaction, organisation: string, now: Instant): Promise<readonly Heard[]> => {
  const { rows } = await sql<Row>`
    select part, sum(ok)::integer as ok, sum(refused)::integer as refused, sum(throttled)::integer as throttled,
           sum(unwell)::integer as unwell, sum(silent)::integer as silent, sum(took)::bigint as took,
           case when max(last_bad) > coalesce(max(last_ok), '-infinity') then 'badly' else 'well' end as ended
      from waymark.outside_minute
     where organisation_id = ${organisation} and minute > ${now}::timestamptz - make_interval(mins => ${MINUTES}) and minute <= ${now}::timestamptz
     group by part`.execute(tx);
  return outsideParts.map((part) => {
    const row = rows.find((one) => one.part === part);
    const calls = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, row?.[outcome] ?? 0])) as Record<Outcome, number>;
    const took = row && row.ok > 0 ? row.took / row.ok : null;
    return { part, calls, took, ended: row?.ended ?? null };
  });
};
