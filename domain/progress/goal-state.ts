import type { Day } from '#domain/calendar/day.ts';
import { type Aimline, pointsFrom, requiredRate, weeksFrom } from '#domain/progress/aimline.ts';
import { type Decision, type Enough, enough, fourPointRule, isEnough } from '#domain/progress/decision-rules.ts';
import { olsLine, theilSenSlope } from '#domain/progress/slope.ts';

/** A goal with figures: where it started, where it should get by when, and what was measured since the last change. */
export type MeasuredGoal = {
  readonly baseline: { readonly on: Day; readonly value: number };
  readonly target: { readonly by: Day; readonly value: number };
  readonly readings: readonly { readonly on: Day; readonly value: number }[];
};

export type GoalState = 'on-track' | 'needs-a-decision' | 'not-enough-data' | 'met';

/** The state with all that it rests on: how many points, which method, both rates. */
export type GoalProgress = {
  readonly state: GoalState;
  readonly decision: Decision;
  readonly points: number;
  readonly pointsNeeded: number;
  readonly lastOn: Day | null;
  readonly requiredPerWeek: number | null;
  readonly actualPerWeek: number | null;
  readonly method: 'least squares' | 'Theil-Sen' | null;
  readonly standardError: number | null;
};

const lineOf = ({ baseline, target }: MeasuredGoal): Aimline => ({
  baseline: baseline.value,
  goal: target.value,
  weeks: weeksFrom(baseline.on, target.by),
});

/** Met is when the last two readings both reach the target: one good day is not yet a skill. */
function isMet({ baseline, target, readings }: MeasuredGoal): boolean {
  const down = target.value < baseline.value;
  const last = [...readings].sort((one, other) => (one.on < other.on ? -1 : 1)).slice(-2);
  return last.length === 2 && last.every(({ value }) => (down ? value <= target.value : value >= target.value));
}

const states: Readonly<Record<Decision, GoalState>> = {
  'change-intervention': 'needs-a-decision',
  'raise-goal': 'on-track',
  continue: 'on-track',
  'not-enough-data': 'not-enough-data',
};

/** How a goal stands, for the pupil's page: by the four-point rule, and without a state while there are too few points for one. */
export function goalProgress(goal: MeasuredGoal, needed: Enough = enough): GoalProgress {
  const line = lineOf(goal);
  const points = pointsFrom(goal.baseline.on, goal.readings);
  const decision = fourPointRule(line, points, needed);
  const ols = points.length >= 8 ? olsLine(points) : null;
  const speaks = isEnough(points, needed);
  return {
    state: isMet(goal) ? 'met' : states[decision],
    decision,
    points: points.length,
    pointsNeeded: needed.points,
    lastOn: goal.readings.reduce<Day | null>((last, { on }) => (last === null || on > last ? on : last), null),
    requiredPerWeek: requiredRate(line),
    actualPerWeek: speaks ? (ols?.slope ?? theilSenSlope(points)) : null,
    method: speaks ? (ols ? 'least squares' : 'Theil-Sen') : null,
    standardError: speaks ? (ols?.standardError ?? null) : null,
  };
}
