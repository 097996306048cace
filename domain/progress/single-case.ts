import { mean, median } from '#domain/progress/baseline.ts';
import { theilSenSlope } from '#domain/progress/slope.ts';

/** Baseline phase and intervention phase, in order of time, and whether more is better. */
export type Phases = {
  readonly baseline: readonly number[];
  readonly intervention: readonly number[];
  readonly improvement: 'increase' | 'decrease';
};

/** Behaviour to be reduced is turned round once, here, so that every index below reads "higher is better". */
const upright = ({ baseline, intervention, improvement }: Phases): { a: readonly number[]; b: readonly number[] } =>
  improvement === 'increase'
    ? { a: baseline, b: intervention }
    : { a: baseline.map((value) => -value), b: intervention.map((value) => -value) };

/** Pairs of one value from each phase: how many are better, worse and equal. */
function pairs(a: readonly number[], b: readonly number[]): { better: number; worse: number; ties: number } {
  const signs = a.flatMap((before) => b.map((after) => Math.sign(after - before)));
  const count = (sign: number): number => signs.filter((one) => one === sign).length;
  return { better: count(1), worse: count(-1), ties: count(0) };
}

/** Share of the intervention above the best baseline point. One high baseline point spoils it. Null for an empty phase, as in all of these. */
export function pnd(phases: Phases): number | null {
  const { a, b } = upright(phases);
  if (a.length === 0 || b.length === 0) return null;
  const best = Math.max(...a);
  return b.filter((value) => value > best).length / b.length;
}

/** Share of the intervention above the median of the baseline; a point on it counts half. */
export function pem(phases: Phases): number | null {
  const { a, b } = upright(phases);
  const middle = median(a);
  if (middle === null || b.length === 0) return null;
  return b.reduce((sum, value) => sum + (value > middle ? 1 : value === middle ? 0.5 : 0), 0) / b.length;
}

/** The largest share of all data that does not overlap: the lowest i of the baseline with the highest j of the intervention. */
export function pand(phases: Phases): number | null {
  const { a, b } = upright(phases);
  if (a.length === 0 || b.length === 0) return null;
  const low = [...a].sort((one, other) => one - other);
  const high = [...b].sort((one, other) => other - one);
  const kept = [0, ...low.map((_, index) => index + 1)].map((i) => {
    const top = i === 0 ? Number.NEGATIVE_INFINITY : (low[i - 1] ?? 0);
    return i + high.filter((value) => value > top).length;
  });
  return Math.max(...kept) / (a.length + b.length);
}

/** The robust improvement rate difference, out of PAND; the two-by-two form of some guides has a sign fault. */
export function ird(phases: Phases): number | null {
  const share = pand(phases);
  const [m, n] = [phases.baseline.length, phases.intervention.length];
  return share === null ? null : 1 - ((m + n) ** 2 / (2 * m * n)) * (1 - share);
}

/** Nonoverlap of all pairs, and its standard error if there were no effect (Parker and Vannest 2009). */
export function nap(phases: Phases): { readonly nap: number; readonly seNull: number } | null {
  const { a, b } = upright(phases);
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) return null;
  const { better, ties } = pairs(a, b);
  return { nap: (better + 0.5 * ties) / (m * n), seNull: Math.sqrt((m + n + 1) / (12 * m * n)) };
}

/** Tau, simple: pairs better less pairs worse, over all pairs. */
export function tau(phases: Phases): number | null {
  const { a, b } = upright(phases);
  if (a.length === 0 || b.length === 0) return null;
  const { better, worse } = pairs(a, b);
  return (better - worse) / (a.length * b.length);
}

/** Kendall's S of a series in order of time. */
export const kendallS = (series: readonly number[]): number =>
  series.reduce((sum, one, index) => sum + series.slice(index + 1).reduce((inner, other) => inner + Math.sign(other - one), 0), 0);

/** Tau-U: the baseline's own trend is taken off. It can pass 1, and has no accepted standard error. */
export function tauU(phases: Phases): number | null {
  const { a, b } = upright(phases);
  if (a.length === 0 || b.length === 0) return null;
  const { better, worse } = pairs(a, b);
  return (better - worse - kendallS(a)) / (a.length * b.length);
}

/** Baseline-corrected Tau (Tarlow 2017), always corrected and without adjustment for ties: say so beside the number. */
export function tauBC(phases: Phases): { readonly baselineTheilSenSlope: number; readonly tauBC: number } | null {
  const { a, b } = upright(phases);
  const slope = theilSenSlope(a.map((score, week) => ({ week, score })));
  if (slope === null || b.length === 0) return null;
  const residual = (value: number, index: number): number => value - slope * (index + 1);
  const corrected = tau({
    baseline: a.map(residual),
    intervention: b.map((value, index) => residual(value, a.length + index)),
    improvement: 'increase',
  });
  return corrected === null ? null : { baselineTheilSenSlope: slope, tauBC: corrected };
}

/** Percent of goal obtained; null where the goal is what the baseline already was. */
export function percentOfGoal(phases: Phases, goal: number): number | null {
  if (phases.baseline.length === 0 || phases.intervention.length === 0) return null;
  const start = mean(phases.baseline);
  return goal === start ? null : (100 * (mean(phases.intervention) - start)) / (goal - start);
}
