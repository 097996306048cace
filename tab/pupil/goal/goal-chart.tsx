import type { Goal } from '#contract/pupils.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { dayWords, monthName } from '#domain/calendar/wording.ts';
import { enough } from '#domain/progress/decision-rules.ts';
import { olsLine } from '#domain/progress/slope.ts';
import { useReach } from '../../kit/reach.ts';
import { useElementWidth } from '../../kit/use-element-width.ts';
import { fourBehind } from './below-aim.ts';
import { HEIGHT, type Scale, scaleOf } from './chart-scale.ts';
import { type Aim, standingOn, standingWords } from './goal-aim.ts';
import { type Phase, runsOf } from './phases.ts';
import { useSteps } from './use-steps.ts';

type Point = Goal['points'][number];
type Props = { goal: Goal; aim: Aim; phases: readonly Phase[] };

const NARROWEST = 260;

/** A point in words: `Tue 13 Oct, 27 words, 2 below the aimline`. */
const pointWords = ({ on, value }: Point, goal: Goal, aim: Aim, today: Day): string => {
  const stands = standingWords(standingOn(aim, on, value));
  return [
    dayWords(on, today),
    [value, goal.unit?.toLowerCase()].filter(Boolean).join(' '),
    stands === 'on the line' ? stands : `${stands} the aimline`,
  ].join(', ');
};

/**
 * Baseline, aimline, points and target on one picture; every line is labelled on it, and lines join points of one phase only. Arrow keys
 * step through the points, each said in words. The numbers stand beside it as a table.
 */
export const GoalChart = ({ goal, aim, phases }: Props) => {
  const { me } = useReach();
  const [frame, width] = useElementWidth(NARROWEST);
  const said = (at: number) => (goal.points[at] ? pointWords(goal.points[at], goal, aim, me.today) : '');
  const { at, onKeyDown, onBlur } = useSteps(goal.points.length);
  const scale = scaleOf(goal, aim, width);
  const runs = runsOf(goal.points, phases);
  const behind = fourBehind(runs, aim);
  const changes = phases.length ? ` ${phases.map(({ on, words }) => `${dayWords(on, me.today)}: ${words}.`).join(' ')}` : '';
  const words = `${goal.words}: ${goal.points.length} points from ${aim.baseline} towards ${aim.target} by ${dayWords(aim.to, me.today)}.${changes} Arrow keys read the points; the numbers are in the table.`;
  return (
    <div ref={frame} className="pupil-chart-frame">
      <div
        role="slider"
        tabIndex={0}
        aria-label={words}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, goal.points.length)}
        aria-valuenow={at < 0 ? Math.max(1, goal.points.length) : at + 1}
        aria-valuetext={at < 0 ? 'No point chosen' : said(at)}
        className="pupil-chart-keys"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <svg className="pupil-chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
          <Ground scale={scale} />
          <AimLine scale={scale} aim={aim} today={me.today} />
          <Phases scale={scale} phases={phases} today={me.today} />
          <Trend scale={scale} goal={goal} aim={aim} />
          {runs.map((run) => (
            <polyline
              key={run[0]?.on}
              points={run.map(({ on, value }) => `${scale.x(on).toFixed(1)},${scale.y(value).toFixed(1)}`).join(' ')}
              className="pupil-points"
            />
          ))}
          {behind ? <FourBehind scale={scale} points={behind} /> : null}
          {goal.points.map((point) => (
            <Mark key={point.on} scale={scale} point={point} isBehind={behind?.includes(point) === true} />
          ))}
          <Ends scale={scale} goal={goal} aim={aim} at={at} />
        </svg>
      </div>
      <p className="pupil-chart-said" aria-hidden="true">
        {at >= 0 ? said(at) : ''}
      </p>
    </div>
  );
};

const Ground = ({ scale: { lines, months, left, right, bottom, x, y } }: { scale: Scale }) => (
  <>
    {lines.map((value) => (
      <g key={value}>
        <line x1={left} x2={right} y1={y(value)} y2={y(value)} className="pupil-chart-grid" />
        <text x={left - 8} y={y(value) + 4} textAnchor="end">
          {value}
        </text>
      </g>
    ))}
    {months.map((month) => (
      <text key={month} x={x(month)} y={bottom + 20} textAnchor="middle">
        {monthName(month).slice(0, 3)}
      </text>
    ))}
  </>
);

const AimLine = ({ scale: { x, y }, aim, today }: { scale: Scale; aim: Aim; today: Day }) => (
  <>
    <line x1={x(aim.from)} y1={y(aim.baseline)} x2={x(aim.to)} y2={y(aim.target)} className="pupil-aimline" />
    <text x={x(aim.from) + (x(aim.to) - x(aim.from)) * 0.72} y={y(aim.baseline + (aim.target - aim.baseline) * 0.72) + 24}>
      aimline
    </text>
    <path d={`M${x(aim.to)} ${y(aim.target) - 6}l6 6-6 6-6-6z`} className="pupil-target" />
    <text x={x(aim.to) + 12} y={y(aim.target) - 2} className="pupil-chart-strong">
      {aim.target} by
    </text>
    <text x={x(aim.to) + 12} y={y(aim.target) + 14}>
      {dayWords(aim.to, today)}
    </text>
  </>
);

/** How many letters of a label fit beside its line. */
const FITS = 6.2;

/** A line where the teaching or the plan changed, with its day and what changed; labels of neighbours stand below one another. */
const Phases = ({ scale: { x, top, bottom, right }, phases, today }: { scale: Scale; phases: readonly Phase[]; today: Day }) =>
  phases.map(({ on, words }, index) => {
    const label = `${dayWords(on, today)}: ${words}`;
    const room = Math.max(12, Math.floor((right + 80 - x(on)) / FITS));
    return (
      <g key={on}>
        <line x1={x(on)} x2={x(on)} y1={top - 12} y2={bottom} className="pupil-chart-phase" />
        <text x={x(on) + 6} y={top + (index % 3) * 16} className="pupil-chart-strong">
          {label.length > room ? `${label.slice(0, room - 1)}…` : label}
        </text>
      </g>
    );
  });

/** How close two lines may come before a label beside the one would lie on the other. */
const CLOSE = 16;

/** Where the trend's label stands: beside its end, or off the aimline where that passes there. */
const trendLabel = (end: number, aimed: number): number => {
  if (Math.abs(end - aimed) >= CLOSE) return end + 4;
  return end <= aimed ? aimed - CLOSE : aimed + CLOSE + 8;
};

const Trend = ({ scale: { x, y }, goal: { points }, aim }: { scale: Scale; goal: Goal; aim: Aim }) => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < enough.points) return null;
  const trend = olsLine(points.map((point) => ({ week: daysBetween(aim.from, point.on) / 7, score: point.value })));
  if (!trend) return null;
  const at = (on: Day) => trend.intercept + (trend.slope * daysBetween(aim.from, on)) / 7;
  const [end, aimed] = [
    y(at(last.on)),
    y(aim.baseline + ((aim.target - aim.baseline) * daysBetween(aim.from, last.on)) / daysBetween(aim.from, aim.to)),
  ];
  return (
    <>
      <line x1={x(first.on)} y1={y(at(first.on))} x2={x(last.on)} y2={end} className="pupil-trend" />
      <text x={x(last.on) + 12} y={trendLabel(end, aimed)}>
        trend
      </text>
    </>
  );
};

/** A point; one of four below the aimline is an open square, so that it can be told without colour. */
const Mark = ({ scale: { x, y }, point: { on, value }, isBehind }: { scale: Scale; point: Point; isBehind: boolean }) =>
  isBehind ? (
    <rect x={x(on) - 4.5} y={y(value) - 4.5} width={9} height={9} className="pupil-behind-point" />
  ) : (
    <circle cx={x(on)} cy={y(value)} r={4} className="pupil-last-point" />
  );

const FourBehind = ({ scale: { x, y, bottom }, points }: { scale: Scale; points: readonly Point[] }) => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const under = Math.min(bottom - 48, Math.max(...points.map(({ value }) => y(value))) + 16);
  return (
    <>
      <path d={`M${x(first.on) - 6} ${under}v6H${x(last.on) + 6}v-6`} className="pupil-chart-bracket" />
      <text x={(x(first.on) + x(last.on)) / 2} y={under + 17} textAnchor="middle">
        {points.length === 4 ? 'four' : points.length} below
      </text>
      <text x={(x(first.on) + x(last.on)) / 2} y={under + 31} textAnchor="middle">
        the aimline:
      </text>
      <text x={(x(first.on) + x(last.on)) / 2} y={under + 45} textAnchor="middle" className="pupil-chart-strong">
        decision due
      </text>
    </>
  );
};

const Ends = ({ scale: { x, y }, goal: { points }, aim, at }: { scale: Scale; goal: Goal; aim: Aim; at: number }) => {
  const last = points.at(-1);
  const chosen = points[at];
  return (
    <>
      {last ? (
        <text x={x(last.on)} y={y(last.value) - 10} textAnchor="middle" className="pupil-chart-strong">
          {last.value}
        </text>
      ) : null}
      <text x={x(aim.from) + 2} y={y(Math.max(aim.baseline, ...points.slice(0, 3).map(({ value }) => value))) - 22}>
        baseline {aim.baseline}
      </text>
      {chosen ? <circle cx={x(chosen.on)} cy={y(chosen.value)} r={9} className="pupil-chosen-point" /> : null}
    </>
  );
};
