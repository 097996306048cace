import type { Goal } from '#contract/pupils.ts';
import { addMonths, type Day, dayOf, daysBetween } from '#domain/calendar/day.ts';
import { monthOf, yearOf } from '#domain/calendar/day-number.ts';
import { dayWords, monthName } from '#domain/calendar/wording.ts';
import { enough } from '#domain/progress/decision-rules.ts';
import { olsLine } from '#domain/progress/slope.ts';
import { useReach } from '../kit/reach.ts';
import { useElementWidth } from '../kit/use-element-width.ts';
import type { Aim } from './goal-aim.ts';

const HEIGHT = 400;
const [LEFT, RIGHT, TOP, BOTTOM] = [32, 84, 24, 36];
const NARROWEST = 260;

/** Round steps that give four to eight lines. */
const stepFor = (span: number): number => {
  const rough = span / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power * 10;
};

/** The first of each month of a run of days. */
const monthsBetween = (from: Day, to: Day): Day[] => {
  const months: Day[] = [];
  for (let month = dayOf(yearOf(from), monthOf(from), 1); month <= to; month = addMonths(month, 1)) if (month >= from) months.push(month);
  return months;
};

/** Baseline, aimline, points and target on one picture; every line is labelled on it. The numbers stand beside it as a table. */
export const GoalChart = ({ goal, aim }: { goal: Goal; aim: Aim }) => {
  const { me } = useReach();
  const [frame, width] = useElementWidth(NARROWEST);
  const days = daysBetween(aim.from, aim.to);
  const values = [aim.baseline, aim.target, ...goal.points.map((point) => point.value)];
  const step = stepFor(Math.max(...values) - Math.min(0, ...values) || 1);
  const bottom = Math.min(0, Math.floor(Math.min(...values) / step) * step);
  const top = Math.ceil(Math.max(...values) / step) * step + step;
  const x = (on: Day) => LEFT + (daysBetween(aim.from, on) / days) * (width - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - bottom) / (top - bottom)) * (HEIGHT - TOP - BOTTOM);
  const lines = Array.from({ length: Math.round((top - bottom) / step) + 1 }, (_, index) => bottom + index * step);
  const line = goal.points.map((point) => `${x(point.on).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
  const trend =
    goal.points.length >= enough.points
      ? olsLine(goal.points.map((point) => ({ week: daysBetween(aim.from, point.on) / 7, score: point.value })))
      : null;
  const [first, last] = [goal.points[0], goal.points.at(-1)];
  const atTrend = (on: Day) => (trend ? trend.intercept + (trend.slope * daysBetween(aim.from, on)) / 7 : 0);
  const words = `${goal.words}: ${goal.points.length} points from ${aim.baseline} towards ${aim.target} by ${dayWords(aim.to, me.today)}. The numbers are in the table.`;
  return (
    <div ref={frame} className="pupil-chart-frame">
      <svg className="pupil-chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={words}>
        {lines.map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} className="pupil-chart-grid" />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {monthsBetween(aim.from, aim.to).map((month) => (
          <text key={month} x={x(month)} y={HEIGHT - BOTTOM + 20} textAnchor="middle">
            {monthName(month).slice(0, 3)}
          </text>
        ))}
        <line x1={x(aim.from)} y1={y(aim.baseline)} x2={x(aim.to)} y2={y(aim.target)} className="pupil-aimline" />
        <text x={x(aim.from) + (x(aim.to) - x(aim.from)) * 0.72} y={y(aim.baseline + (aim.target - aim.baseline) * 0.72) + 24}>
          aimline
        </text>
        {trend && first && last ? (
          <line x1={x(first.on)} y1={y(atTrend(first.on))} x2={x(last.on)} y2={y(atTrend(last.on))} className="pupil-trend" />
        ) : null}
        <polyline points={line} className="pupil-points" />
        {goal.points.map((point) => (
          <circle key={point.on} cx={x(point.on)} cy={y(point.value)} r={4} className="pupil-last-point" />
        ))}
        {last ? (
          <text x={x(last.on)} y={y(last.value) - 10} textAnchor="middle" className="pupil-chart-strong">
            {last.value}
          </text>
        ) : null}
        <text x={x(aim.from) + 8} y={y(aim.baseline) + 26}>
          baseline {aim.baseline}
        </text>
        <path d={`M${x(aim.to)} ${y(aim.target) - 6}l6 6-6 6-6-6z`} className="pupil-target" />
        <text x={x(aim.to) + 12} y={y(aim.target) - 2} className="pupil-chart-strong">
          {aim.target} by
        </text>
        <text x={x(aim.to) + 12} y={y(aim.target) + 14}>
          {dayWords(aim.to, me.today)}
        </text>
      </svg>
    </div>
  );
};
