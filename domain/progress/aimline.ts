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

/** How a score stands to the line: what was expected, rounded as a reader takes it, how far apart the two are, and on which side the score is. */
export type Stands = { readonly aim: number; readonly apart: number; readonly side: 'above' | 'below' | 'on' };

/** A score counted in a few whole points is hidden by rounding: within one of them it is still told on which side of the line it lies. */
const SHORT = 10;
const SAME = 0.05;

/**
 * A score held to the line in a week. What is counted in whole points is said in whole points (`2 below`, never `0.1 below`), anything else to
 * one place; on a scale under ten points `apart` may be 0 with a side, for a score just beside the line.
 */
export const standsTo = (line: Aimline, week: number, score: number): Stands => {
  const exact = aimAt(line, week);
  const whole = [line.baseline, line.goal, score].every(Number.isInteger);
  const aim = whole ? Math.round(exact) : Math.round(exact * 10) / 10;
  const apart = Math.round(Math.abs(score - aim) * 10) / 10;
  if (apart > 0) return { aim, apart, side: score > aim ? 'above' : 'below' };
  const beside = Math.abs(line.goal - line.baseline) < SHORT && Math.abs(score - exact) >= SAME;
  return { aim, apart, side: beside ? (score > exact ? 'above' : 'below') : 'on' };
};
