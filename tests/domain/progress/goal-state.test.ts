import { describe, expect, it } from '@jest/globals';
import { addDays, asDay } from '#domain/calendar/day.ts';
import { lastThreeRule, trendLineRule } from '#domain/progress/decision-rules.ts';
import { goalProgress, type MeasuredGoal } from '#domain/progress/goal-state.ts';
import { pnd, tau } from '#domain/progress/single-case.ts';
import { olsLine, theilSenSlope } from '#domain/progress/slope.ts';
import { normalShare, stanineOf } from '#domain/progress/test-scores.ts';

const start = asDay('2026-09-08');
const weekly = (values: readonly number[]) => values.map((value, week) => ({ on: addDays(start, 7 * (week + 1)), value }));
const goal = (values: readonly number[], from = 20, to = 40): MeasuredGoal => ({
  baseline: { on: start, value: from },
  target: { by: addDays(start, 16 * 7), value: to },
  readings: weekly(values),
});

describe('How a goal stands', () => {
  it('four readings below the aimline, of six in all: a decision is due', () => {
    expect(goalProgress(goal([21, 22, 23, 23, 24, 25]))).toMatchObject({
      state: 'needs-a-decision',
      decision: 'change-intervention',
      points: 6,
      requiredPerWeek: 1.25,
    });
  });

  it('above the aimline is on track', () => {
    expect(goalProgress(goal([22, 25, 27, 29, 31, 33]))).toMatchObject({ state: 'on-track', decision: 'raise-goal' });
  });

  it('under six readings there is no state and no rate, however bad they look', () => {
    expect(goalProgress(goal([20, 20, 19, 18]))).toMatchObject({
      state: 'not-enough-data',
      points: 4,
      pointsNeeded: 6,
      actualPerWeek: null,
      method: null,
    });
  });

  it('no reading at all is no data, not nought', () => {
    expect(goalProgress(goal([]))).toMatchObject({ state: 'not-enough-data', lastOn: null });
  });

  it('two readings in a row at the target meet it; one does not', () => {
    expect(goalProgress(goal([22, 25, 41])).state).toBe('not-enough-data');
    expect(goalProgress(goal([22, 40, 41])).state).toBe('met');
  });

  it('behaviour to be reduced is judged the other way round', () => {
    expect(goalProgress(goal([39, 38, 38, 37, 37, 37], 40, 10)).state).toBe('needs-a-decision');
    expect(goalProgress(goal([30, 25, 20, 18, 15, 12], 40, 10)).decision).toBe('raise-goal');
    expect(goalProgress(goal([12, 10, 9], 40, 10)).state).toBe('met');
  });

  it('missed weeks count as weeks: the rate is per week of the calendar, not per reading', () => {
    const gappy: MeasuredGoal = {
      ...goal([]),
      readings: [0, 2, 4, 6, 8, 10].map((week) => ({ on: addDays(start, 7 * week), value: 20 + week })),
    };
    expect(goalProgress(gappy)).toMatchObject({ actualPerWeek: 1, method: 'Theil-Sen' });
  });

  it('from eight readings on the rate is by least squares, with its standard error', () => {
    const progress = goalProgress(goal([24, 27, 25, 30, 29, 33, 32, 36]));
    expect(progress.method).toBe('least squares');
    expect(progress.actualPerWeek).toBeCloseTo(1.5714, 4);
    expect(progress.standardError).toBeCloseTo(Math.sqrt(14.2857 / 6 / 42), 4);
  });

  it('the order in which readings were typed in does not matter', () => {
    const straight = goal([21, 22, 23, 23, 24, 25]);
    expect(goalProgress({ ...straight, readings: [...straight.readings].reverse() })).toEqual(goalProgress(straight));
  });
});

describe('The other decision rules', () => {
  const line = { baseline: 20, goal: 40, weeks: 16 };
  const points = (values: readonly number[]) => values.map((score, index) => ({ week: index + 1, score }));

  it('a trend within its standard error of the rate that is needed goes on', () => {
    expect(trendLineRule(line, points([21, 22.6, 23.6, 25.2, 26.1, 27.6]))).toBe('continue');
    expect(trendLineRule(line, points([20, 20.4, 20.8, 21, 21.4, 21.9]))).toBe('change-intervention');
  });

  it('the median of the last three is held against the line', () => {
    expect(lastThreeRule(line, points([21, 21, 21]))).toBe('change-intervention');
    expect(lastThreeRule(line, points([21, 22.5, 30]))).toBe('continue');
    expect(lastThreeRule(line, points([21, 22]))).toBe('not-enough-data');
  });

  it('a point on the line is neither above nor below it', () => {
    expect(goalProgress(goal([21.25, 22.5, 23.75, 25, 26.25, 27.5])).decision).toBe('continue');
  });
});

describe('Where a number cannot be had, there is none', () => {
  it('no slope of points in one week, no index of an empty phase', () => {
    const oneWeek = [
      { week: 1, score: 3 },
      { week: 1, score: 5 },
    ];
    expect([olsLine(oneWeek), theilSenSlope(oneWeek), olsLine([])]).toEqual([null, null, null]);
    const empty = { baseline: [], intervention: [1], improvement: 'increase' } as const;
    expect([pnd(empty), tau(empty)]).toEqual([null, null]);
  });

  it('the normal curve is right to many places, far out too', () => {
    expect(normalShare(0)).toBe(0.5);
    expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalShare(-6.5)).toBeCloseTo(4.016e-11, 13);
    expect([stanineOf(100, { mean: 100, sd: 15 }), stanineOf(30, { mean: 100, sd: 15 }), stanineOf(170, { mean: 100, sd: 15 })]).toEqual([
      5, 1, 9,
    ]);
  });
});
