import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aimAt, requiredRate } from '#domain/progress/aimline.ts';
import { baselineOf } from '#domain/progress/baseline.ts';
import { fourPointRule } from '#domain/progress/decision-rules.ts';
import { attainmentT } from '#domain/progress/goal-attainment.ts';
import { hedgesG, riskRatio } from '#domain/progress/groups.ts';
import { nap, type Phases, pand, pem, percentOfGoal, pnd, tau, tauBC, tauU } from '#domain/progress/single-case.ts';
import { olsLine, tukeyLine } from '#domain/progress/slope.ts';
import { onScale, percentileOf, reliableChange, scoreAtPercentile, scoreInterval } from '#domain/progress/test-scores.ts';

/** What an example gives, by name: each method below knows what it is given. */
type Given = Record<string, unknown>;
type Example = {
  id: string;
  method: string;
  given: Given;
  expect: Record<string, unknown>;
  tolerance: number;
  note?: string;
  source: string;
};

const file = path.resolve(import.meta.dirname, '../../fixtures/analytics-examples.json');
const { examples } = JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] };

type Answers = Record<string, unknown> | null;

const goals = (weights: number[], levels: number[]) => weights.map((weight, index) => ({ weight, level: levels[index] ?? 0 }));
const indices = (given: Given): Answers => {
  const phases = given as unknown as Phases;
  return { pnd: pnd(phases), pand: pand(phases), pem: pem(phases), tau: tau(phases), tauU: tauU(phases), ...nap(phases), ...tauBC(phases) };
};

const methods: Record<string, (given: Given) => Answers> = {
  pnd: indices,
  pand: indices,
  pem: indices,
  nap: indices,
  tau: indices,
  tauU: indices,
  tauBC: indices,
  pogo: (given) => ({ percentOfGoalObtained: percentOfGoal(given as unknown as Phases, given.goal as number) }),
  baselineMedian: (given) => ({ baseline: baselineOf(given.probes as number[]) }),
  requiredRate: (given) => ({ perWeek: requiredRate(given as never) }),
  olsSlope: (given) => {
    const line = olsLine((given.week as number[]).map((week, index) => ({ week, score: (given.score as number[])[index] ?? 0 })));
    return line && { slopePerWeek: line.slope, intercept: line.intercept };
  },
  tukeySlope: (given) => tukeyLine(given.scores as number[]),
  fourPointRule: (given) => {
    const points = (given.points as [number, number][]).map(([week, score]) => ({ week, score }));
    const line = given as never;
    return {
      aimlineAtLast: aimAt(line, points.at(-1)?.week ?? 0),
      decision: fourPointRule(line, points, { weeks: given.minWeeks as number, points: given.minPoints as number }),
    };
  },
  gas: (given) => ({ t: attainmentT(goals(given.weights as number[], given.levels as number[]), given.rho as number) }),
  gasChange: (given) => {
    const before = attainmentT(goals(given.weights as number[], given.baselineLevels as number[]), given.rho as number) ?? 0;
    const t = attainmentT(goals(given.weights as number[], given.levels as number[]), given.rho as number) ?? 0;
    return { baselineT: before, t, change: t - before };
  },
  standardToPercentile: (given) => percentileOf(given.standardScore as number, given as never),
  percentileToStandard: (given) => ({ standardScore: scoreAtPercentile(given.percentile as number, given as never) }),
  scoreInterval: (given) => scoreInterval(given.standardScore as number, given.sd as number, given.reliability as number, 95),
  scaledToStandard: (given) => {
    const standardScore = onScale(
      given.scaledScore as number,
      { mean: given.scaledMean as number, sd: given.scaledSd as number },
      { mean: 100, sd: 15 },
    );
    return { standardScore, percentile: percentileOf(standardScore, { mean: 100, sd: 15 }).percentile };
  },
  rci: (given) => reliableChange(given.pre as number, given.post as number, given.sd as number, given.reliability as number),
  hedgesG: (given) => hedgesG(given.treatment as never, given.comparison as never),
  riskRatio: (given) => riskRatio(given.group as never, given.others as never, { cell: given.minCell as number, n: given.minN as number }),
};

describe('The worked examples of progress and effect', () => {
  it.each(examples)('$id, $method: $source', ({ method, given, expect: wanted, tolerance }) => {
    const answers = methods[method]?.(given);
    expect(answers).toBeTruthy();
    for (const [name, value] of Object.entries(wanted)) {
      const answer = answers?.[name];
      if (typeof value !== 'number') expect({ [name]: answer }).toEqual({ [name]: value });
      else expect(Math.abs((answer as number) - value)).toBeLessThanOrEqual(tolerance);
    }
  });

  it('leaves no example out', () => {
    expect(examples.filter(({ method }) => !(method in methods))).toEqual([]);
    expect(examples).toHaveLength(34);
  });
});
