import { percentileOf, scoreInterval } from '#domain/progress/test-scores.ts';
import { numberIn, textIn, type Values } from './kind.ts';

/** What can be said of a score. An interval carries its level and method; a raw score without norms is never turned into another. */
export type ScoreReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'raw-only'; readonly raw: number; readonly because: string; readonly missing: readonly string[] }
  | { readonly kind: 'point'; readonly standard: number; readonly percentile: number; readonly because: string }
  | {
      readonly kind: 'interval';
      readonly standard: number;
      readonly low: number;
      readonly high: number;
      readonly percentile: number;
      readonly percentileLow: number;
      readonly percentileHigh: number;
      readonly level: 90 | 95;
      readonly how: string;
    };

/**
 * Reads the fields of a screening or an assessment (duty 1 A1 and A2; analytics.md 4). A standard score needs its norm group, mean and
 * standard deviation; an interval needs the reliability too, or the manual's own limits.
 */
export const readScore = (values: Values): ScoreReading => {
  const [raw, standard, mean, sd] = ['raw', 'standard', 'mean', 'sd'].map((key) => numberIn(values, key));
  const missing = [
    standard == null && 'standard',
    textIn(values, 'normGroup') === '' && 'normGroup',
    mean == null && 'mean',
    sd == null && 'sd',
  ].filter((key): key is string => key !== false);
  if (missing.length > 0) {
    if (raw == null && standard == null) return { kind: 'none' };
    return { kind: 'raw-only', raw: raw ?? standard ?? 0, because: `no ${missing.map((key) => NAMES[key]).join(', no ')}`, missing };
  }
  return intervalOf(values, { standard: standard!, mean: mean!, sd: sd! });
};

const NAMES: Readonly<Record<string, string>> = {
  standard: 'standard score',
  normGroup: 'norm group',
  mean: 'mean',
  sd: 'standard deviation',
};

type Scaled = { readonly standard: number; readonly mean: number; readonly sd: number };

const intervalOf = (values: Values, scaled: Scaled): ScoreReading => {
  const { standard } = scaled;
  const percentile = percentileOf(standard, scaled).percentile;
  const level = textIn(values, 'level') === '90' ? 90 : 95;
  const limits = limitsOf(values, scaled, level);
  if (!limits) return { kind: 'point', standard, percentile, because: 'no reliability given' };
  const { low, high, how } = limits;
  const [percentileLow, percentileHigh] = [low, high].map((limit) => percentileOf(limit, scaled).percentile) as [number, number];
  return { kind: 'interval', standard, low, high, percentile, percentileLow, percentileHigh, level, how };
};

/** The interval by the method that was chosen, with the sentence that prints it. */
const limitsOf = (values: Values, { standard, mean, sd }: Scaled, level: 90 | 95) => {
  const [low, high, reliability] = ['low', 'high', 'reliability'].map((key) => numberIn(values, key));
  if (textIn(values, 'method') === 'manual' && low != null && high != null)
    return { low, high, how: `${level} % interval from the manual’s own table` };
  if (reliability == null) return null;
  const width = level === 90 ? '1.645' : '1.96';
  if (textIn(values, 'method') !== 'true-score') {
    const { lower, upper, sem } = scoreInterval(standard, sd, reliability, level);
    return { low: lower, high: upper, how: `${level} % interval: score ± ${width} × ${rounded(sem)} (reliability ${reliability})` };
  }
  // Centred on the estimated true score, with the standard error of estimation (analytics.md 4).
  const centre = mean + reliability * (standard - mean);
  const error = sd * Math.sqrt(reliability * (1 - reliability));
  const half = Number(width) * error;
  const how = `${level} % interval: estimated true score ${rounded(centre)} ± ${width} × ${rounded(error)} (reliability ${reliability})`;
  return { low: centre - half, high: centre + half, how };
};

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** `72, 95 % interval 65 to 79`; `raw only, 31 of 48`; empty where there is no score. */
export const scoreSentence = (values: Values): string => {
  const reading = readScore(values);
  switch (reading.kind) {
    case 'none':
      return '';
    case 'raw-only': {
      const most = numberIn(values, 'rawMost');
      return `raw only, ${reading.raw}${most == null ? '' : ` of ${most}`}`;
    }
    case 'point':
      return `${reading.standard}, no interval`;
    case 'interval':
      return `${reading.standard}, ${reading.level} % interval ${Math.round(reading.low)} to ${Math.round(reading.high)}`;
    default:
      return reading satisfies never;
  }
};
