import { type Day, daysBetween } from '#domain/calendar/day.ts';

/** One reading: weeks since the start (not the number of the reading: missed weeks count) and its score. */
export type Point = { readonly week: number; readonly score: number };

/** From a baseline in week 0 to a goal in week `weeks`. */
export type Aimline = { readonly baseline: number; readonly goal: number; readonly weeks: number };

/** Weeks from the start of the line to a day, as a fraction. */
export const weeksFrom = (start: Day, on: Day): number => daysBetween(start, on) / 7;

/** Readings by date on the line's own axis, in order of time. */
export const pointsFrom = (start: Day, readings: readonly { readonly on: Day; readonly value: number }[]): readonly Point[] =>
  readings.map(({ on, value }) => ({ week: weeksFrom(start, on), score: value })).sort((one, other) => one.week - other.week);

/** Points a week that are needed to reach the goal; null where the line has no length. */
export const requiredRate = ({ baseline, goal, weeks }: Aimline): number | null => (weeks > 0 ? (goal - baseline) / weeks : null);

/** What the line expects in a week. */
export const aimAt = (line: Aimline, week: number): number => line.baseline + ((line.goal - line.baseline) * week) / line.weeks;
