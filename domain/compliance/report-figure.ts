import { type Day, daysBetween } from '#domain/calendar/day.ts';
import type { Mark, WatchedClock } from './watched-clock.ts';

/** A clock of the year with all that the report says of it. */
export type ReportClock = WatchedClock & {
  readonly caseRef: string | null;
  readonly rule: string;
  readonly ruleTitle: string;
  readonly citation: string;
  /** The day of the event that started it. */
  readonly on: Day;
  readonly ownerWords: string | null;
  readonly reason: string | null;
};

/** A row of the report, by the number under which figures refer to it. */
export type ReportRow = ReportClock & { readonly number: number; readonly mark: Mark; readonly late: number };

/** `part` of `of`, or a count alone, or a number of days; `rows` are those it was counted from. */
export type Figure = {
  readonly id: string;
  readonly words: string;
  readonly part: number | null;
  readonly of: number | null;
  readonly median: number | null;
  readonly rows: readonly number[];
};

/** The middle of some numbers; of an even count the mean of the middle two; null of none. */
export const medianOf = (numbers: readonly number[]): number | null => {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/**
 * Days from what started a clock to what met it; none for a date that is counted back from a day to come, as an invitation is from its
 * meeting.
 */
export const daysTaken = ({ on, due, metOn }: ReportRow): number[] => (metOn && on <= due ? [daysBetween(on, metOn)] : []);

/** A rate over rows: those met on time of all, with the median of the days they took, and the rows themselves. */
export const rateOf = (id: string, words: string, rows: readonly ReportRow[]): Figure => ({
  id,
  words,
  part: rows.filter(({ mark }) => mark === 'met').length,
  of: rows.length,
  median: medianOf(rows.flatMap(daysTaken)),
  rows: rows.map(({ number }) => number),
});
