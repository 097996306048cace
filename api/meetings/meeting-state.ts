import type { Instant } from '#domain/calendar/day.ts';
import type { MeetingRecord } from '#domain/meetings/record.ts';
import type { MeetingRow } from './meeting-records.ts';

const EVER = '1970-01-01T00:00:00.000Z' as Instant;

/** The row of a meeting as the domain knows meetings: by what its state allows. */
export function meetingState(row: MeetingRow): MeetingRecord {
  switch (row.state) {
    case 'being-booked':
      return { state: row.state, startsAt: row.startsAt ?? EVER, transaction: row.transaction ?? '' };
    case 'booked':
      return { state: row.state, startsAt: row.startsAt ?? EVER };
    case 'running':
      return {
        state: row.state,
        startedAt: row.startedAt ?? EVER,
        items: row.agenda.length,
        currentItem: row.currentItem ?? 0,
        offRecordSince: row.offRecordSince,
      };
    case 'held':
      return { state: row.state, startedAt: row.startedAt ?? EVER, finishedAt: row.finishedAt ?? EVER, minutes: row.minutesName };
    case 'reported':
      return { state: row.state, startedAt: row.startedAt ?? EVER, finishedAt: row.finishedAt ?? EVER, minutes: row.minutesName ?? '' };
    default:
      return { state: row.state };
  }
}
