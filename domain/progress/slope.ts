import type { Point } from '#domain/progress/aimline.ts';
import { mean, median } from '#domain/progress/baseline.ts';

export type OlsLine = { readonly slope: number; readonly intercept: number; readonly standardError: number | null };

/** Least squares, for eight points or more. The standard error of the slope needs three points. Null where all points lie in one week. */
export function olsLine(points: readonly Point[]): OlsLine | null {
  if (points.length < 2) return null;
  const week = mean(points.map((point) => point.week));
  const score = mean(points.map((point) => point.score));
  const spread = points.reduce((sum, point) => sum + (point.week - week) ** 2, 0);
  if (spread === 0) return null;
  const slope = points.reduce((sum, point) => sum + (point.week - week) * (point.score - score), 0) / spread;
  const intercept = score - slope * week;
  const errors = points.reduce((sum, point) => sum + (point.score - intercept - slope * point.week) ** 2, 0);
  return { slope, intercept, standardError: points.length > 2 ? Math.sqrt(errors / (points.length - 2) / spread) : null };
}

/** The median of the slopes of all pairs that lie apart in time: for few points, and where one of them is far out. */
export function theilSenSlope(points: readonly Point[]): number | null {
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).flatMap((other) => (other.week === one.week ? [] : [(other.score - one.score) / (other.week - one.week)])),
  );
  return median(slopes);
}

export type TukeyLine = { readonly firstThirdMedian: number; readonly lastThirdMedian: number; readonly slopePerWeek: number };

/** The split-third method for weekly scores; points that do not divide by three go to the middle third. Null under three scores. */
export function tukeyLine(scores: readonly number[]): TukeyLine | null {
  const third = Math.floor(scores.length / 3);
  const first = median(scores.slice(0, third));
  const last = median(third === 0 ? [] : scores.slice(-third));
  if (first === null || last === null) return null;
  return { firstThirdMedian: first, lastThirdMedian: last, slopePerWeek: (last - first) / (scores.length - 1) };
}
