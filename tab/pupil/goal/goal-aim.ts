import type { Goal } from '#contract/pupils.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { type Stands, standsTo, weeksFrom } from '#domain/progress/aimline.ts';

/** The straight line from baseline to target, where the goal has all four of its ends. */
export type Aim = { readonly from: Day; readonly to: Day; readonly baseline: number; readonly target: number };

/** The line of a goal, or null where a date or a number is missing and no line can be drawn. */
export const aimOf = ({ baseline, baselineOn, target, targetOn }: Goal): Aim | null =>
  baseline === null || target === null || !baselineOn || !targetOn || daysBetween(baselineOn, targetOn) <= 0
    ? null
    : { from: baselineOn, to: targetOn, baseline, target };

/** What the line expects on a day, and where a score of that day stands to it. */
export const standingOn = (aim: Aim, on: Day, value: number): Stands =>
  standsTo({ baseline: aim.baseline, goal: aim.target, weeks: weeksFrom(aim.from, aim.to) }, weeksFrom(aim.from, on), value);

/** `6 above`, `2 below`, `just below`, `on the line`: where a score stands to what was expected. */
export const standingWords = ({ apart, side }: Stands): string => {
  if (side === 'on') return 'on the line';
  return `${apart === 0 ? 'just' : apart} ${side}`;
};
