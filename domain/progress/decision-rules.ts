import { type Aimline, aimAt, type Point, requiredRate } from '#domain/progress/aimline.ts';
import { median } from '#domain/progress/baseline.ts';
import { olsLine } from '#domain/progress/slope.ts';

export type Decision = 'change-intervention' | 'raise-goal' | 'continue' | 'not-enough-data';

/** When a rule may speak at all. School guides differ, so both are settings; NCII's guides are read as three weeks and six points. */
export type Enough = { readonly weeks: number; readonly points: number };

export const enough: Enough = { weeks: 3, points: 6 };

const span = (points: readonly Point[]): number => (points.at(-1)?.week ?? 0) - (points[0]?.week ?? 0);

/** Whether there are points enough, over weeks enough, counted from the week in which the line or the intervention began. */
export const isEnough = (points: readonly Point[], needed: Enough): boolean =>
  points.length >= needed.points && Math.max(span(points), points.at(-1)?.week ?? 0) >= needed.weeks;

/** A goal below the baseline is behaviour to be reduced: being below the line is then the good side. */
const direction = (line: Aimline): 1 | -1 => (line.goal < line.baseline ? -1 : 1);

const judge = (good: boolean, bad: boolean): Decision => (bad ? 'change-intervention' : good ? 'raise-goal' : 'continue');

/**
 * The four-point rule: the last four points all on the wrong side of the aimline ask for a change of teaching, all on the right side
 * for a higher goal. A point on the line is on neither side. Give it only the points since the last change.
 */
export function fourPointRule(line: Aimline, points: readonly Point[], needed: Enough = enough): Decision {
  if (!isEnough(points, needed) || points.length < 4 || line.weeks <= 0) return 'not-enough-data';
  const apart = points.slice(-4).map((point) => (point.score - aimAt(line, point.week)) * direction(line));
  return judge(
    apart.every((distance) => distance > 0),
    apart.every((distance) => distance < 0),
  );
}

/** The trend against the rate that is needed: within its standard error the two are near each other, and teaching goes on. */
export function trendLineRule(line: Aimline, points: readonly Point[], needed: Enough = enough): Decision {
  const trend = olsLine(points);
  const rate = requiredRate(line);
  if (!isEnough(points, needed) || trend === null || rate === null) return 'not-enough-data';
  const apart = (trend.slope - rate) * direction(line);
  const near = trend.standardError ?? 0;
  return judge(apart > near, apart < -near);
}

/** The median of the last three points against the line in the last of their weeks but one; `near` is how close counts as on the line. */
export function lastThreeRule(line: Aimline, points: readonly Point[], near = 0): Decision {
  const last = points.slice(-3);
  const middle = median(last.map((point) => point.score));
  const week = last[1]?.week;
  if (last.length < 3 || middle === null || week === undefined || line.weeks <= 0) return 'not-enough-data';
  const apart = (middle - aimAt(line, week)) * direction(line);
  return judge(apart > near, apart < -near);
}
