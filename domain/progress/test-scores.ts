/** A scale: standard scores 100/15, scaled scores 10/3, T 50/10. */
export type Scale = { readonly mean: number; readonly sd: number };

/** The share of a normal curve below z (the error function by series and continued fraction, exact to about 1e-12). */
export function normalShare(z: number): number {
  if (z < 0) return 1 - normalShare(-z);
  if (z > 6) return 1 - tail(z);
  let term = z;
  let sum = z;
  for (let n = 1; n < 200 && Math.abs(term) > 1e-16; n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + sum * density(z);
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

function tail(z: number): number {
  let fraction = z;
  for (let n = 60; n > 0; n--) fraction = z + n / fraction;
  return density(z) / fraction;
}

/** The z below which a share of the curve lies, by halving: enough for a table, and no coefficients to mistype. */
export function normalPoint(share: number): number | null {
  if (!(share > 0 && share < 1)) return null;
  let [low, high] = [-9, 9];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** z and percentile of a score; a percentile is not percent correct. */
export function percentileOf(score: number, scale: Scale): { readonly z: number; readonly percentile: number } {
  const z = (score - scale.mean) / scale.sd;
  return { z, percentile: 100 * normalShare(z) };
}

/** The score at a percentile; null for 0 and 100, which no score on a curve has. */
export function scoreAtPercentile(percentile: number, scale: Scale): number | null {
  const z = normalPoint(percentile / 100);
  return z === null ? null : scale.mean + scale.sd * z;
}

/** The same place on another scale: a scaled score of 7 is a standard score of 85. */
export const onScale = (score: number, from: Scale, to: Scale): number => to.mean + ((score - from.mean) / from.sd) * to.sd;

/** The stanine, 1 to 9. */
export const stanineOf = (score: number, scale: Scale): number =>
  Math.min(9, Math.max(1, Math.round(onScale(score, scale, { mean: 5, sd: 2 }))));

/** Standard error of measurement. */
export const errorOfMeasurement = (sd: number, reliability: number): number => sd * Math.sqrt(1 - reliability);

const widths: Readonly<Record<90 | 95, number>> = { 90: 1.645, 95: 1.96 };

/** The interval around the score itself. Many manuals centre it on the estimated true score: store which was used. */
export function scoreInterval(score: number, sd: number, reliability: number, percent: 90 | 95) {
  const sem = errorOfMeasurement(sd, reliability);
  return { sem, lower: score - widths[percent] * sem, upper: score + widths[percent] * sem };
}

/** The reliable change index (Christensen and Mendoza's form): more than 1.96 either way is more than measurement error. */
export function reliableChange(pre: number, post: number, sd: number, reliability: number) {
  const sem = errorOfMeasurement(sd, reliability);
  const sDiff = Math.sqrt(2) * sem;
  const rci = (post - pre) / sDiff;
  return { sem, sDiff, rci, reliable: Math.abs(rci) > 1.96 };
}
