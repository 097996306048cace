import type { Goal } from '#contract/pupils.ts';
import { daysBetween } from '#domain/calendar/day.ts';

const WIDTH = 128;
const HEIGHT = 40;
const EDGE = 5;

/**
 * Baseline to target on 128 by 40: points joined, aimline dashed, target as a diamond. It repeats what stands beside it in words, so it has
 * no name of its own.
 */
export const Sparkline = ({ goal }: { goal: Goal }) => {
  const { baseline, baselineOn, target, targetOn, points } = goal;
  if (baseline === null || target === null || !baselineOn || !targetOn || baselineOn >= targetOn) return null;
  const days = Math.max(1, daysBetween(baselineOn, targetOn));
  const values = [baseline, target, ...points.map((point) => point.value)];
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  const x = (on: Goal['points'][number]['on']) =>
    EDGE + (Math.min(days, Math.max(0, daysBetween(baselineOn, on))) / days) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - least) / span) * (HEIGHT - 2 * EDGE);
  const line = points.map((point) => `${x(point.on).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
  const last = points.at(-1);
  const [endX, endY] = [WIDTH - EDGE, y(target)];
  return (
    <svg className="pupil-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line x1={EDGE} y1={y(baseline)} x2={endX} y2={endY} className="pupil-aimline" />
      <path d={`M${endX} ${endY - 4}l4 4-4 4-4-4z`} className="pupil-target" />
      <polyline points={line} className="pupil-points" />
      {last ? <circle cx={x(last.on)} cy={y(last.value)} r={3.5} className="pupil-last-point" /> : null}
    </svg>
  );
};
