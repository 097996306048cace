import type { Goal } from '#contract/pupils.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { aimAt, weeksFrom } from '#domain/progress/aimline.ts';

/** The straight line from baseline to target, where the goal has all four of its ends. */
export type Aim = { readonly from: Day; readonly to: Day; readonly baseline: number; readonly target: number };

/** The line of a goal, or null where a date or a number is missing and no line can be drawn. */
export const aimOf = ({ baseline, baselineOn, target, targetOn }: Goal): Aim | null =>
  baseline === null || target === null || !baselineOn || !targetOn || daysBetween(baselineOn, targetOn) <= 0
    ? null
    : { from: baselineOn, to: targetOn, baseline, target };

/** What the line expects on a day, as a whole number. */
export const expectedOn = (aim: Aim, on: Day): number =>
  Math.round(aimAt({ baseline: aim.baseline, goal: aim.target, weeks: weeksFrom(aim.from, aim.to) }, weeksFrom(aim.from, on)));

/** `6 above`, `2 below`, `on the line`: where a score stands to what was expected. */
export const differenceWords = (value: number, expected: number): string => {
  const difference = Math.round((value - expected) * 10) / 10;
  if (difference === 0) return 'on the line';
  return difference > 0 ? `${difference} above` : `${-difference} below`;
};
