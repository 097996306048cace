import type { Goal } from '#contract/pupils.ts';
import { addMonths, type Day, dayOf, daysBetween } from '#domain/calendar/day.ts';
import { monthOf, yearOf } from '#domain/calendar/day-number.ts';
import type { Aim } from './goal-aim.ts';

export const HEIGHT = 400;
const [LEFT, RIGHT, TOP, BOTTOM] = [32, 84, 24, 36];

/** Where days and scores lie on the picture, in pixels, and which lines are drawn behind them. */
export type Scale = {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (on: Day) => number;
  readonly y: (value: number) => number;
  readonly lines: readonly number[];
  readonly months: readonly Day[];
};

/** Round steps that give four to eight lines. */
const stepFor = (span: number): number => {
  const rough = span / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power * 10;
};

/** A month is named where this many pixels are free to the next. */
const ROOM = 40;

/** The first of each month of a run of days, and its first day, which names the month it begins in, where there is room for that. */
const monthsBetween = (from: Day, to: Day, pixelsADay: number): Day[] => {
  const months: Day[] = [];
  for (let month = dayOf(yearOf(from), monthOf(from), 1); month <= to; month = addMonths(month, 1)) if (month >= from) months.push(month);
  const next = months[0];
  return next && daysBetween(from, next) * pixelsADay < ROOM ? months : [from, ...months];
};

/** The scale of a goal's picture: from the day of the baseline to that of the target, from nought or below to a step above the highest. */
export const scaleOf = (goal: Goal, aim: Aim, width: number): Scale => {
  const days = daysBetween(aim.from, aim.to);
  const values = [aim.baseline, aim.target, ...goal.points.map((point) => point.value)];
  const step = stepFor(Math.max(...values) - Math.min(0, ...values) || 1);
  const least = Math.min(0, Math.floor(Math.min(...values) / step) * step);
  const most = Math.ceil(Math.max(...values) / step) * step + step;
  return {
    width,
    left: LEFT,
    right: width - RIGHT,
    top: TOP,
    bottom: HEIGHT - BOTTOM,
    x: (on) => LEFT + (daysBetween(aim.from, on) / days) * (width - LEFT - RIGHT),
    y: (value) => HEIGHT - BOTTOM - ((value - least) / (most - least)) * (HEIGHT - TOP - BOTTOM),
    lines: Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => least + index * step),
    months: monthsBetween(aim.from, aim.to, (width - LEFT - RIGHT) / days),
  };
};
