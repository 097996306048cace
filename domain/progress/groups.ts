/** A group by its mean, spread and size. */
export type Group = { readonly mean: number; readonly sd: number; readonly n: number };

/** Hedges' g with Cohen's d, standard error and 95 % interval. Null under three people in all, or where nobody differs from anybody. */
export function hedgesG(treatment: Group, comparison: Group) {
  const freedom = treatment.n + comparison.n - 2;
  const pooledSd = Math.sqrt(((treatment.n - 1) * treatment.sd ** 2 + (comparison.n - 1) * comparison.sd ** 2) / freedom);
  if (freedom < 1 || !(pooledSd > 0)) return null;
  const d = (treatment.mean - comparison.mean) / pooledSd;
  const j = 1 - 3 / (4 * freedom - 1);
  const se = j * Math.sqrt((treatment.n + comparison.n) / (treatment.n * comparison.n) + d ** 2 / (2 * (treatment.n + comparison.n)));
  const g = j * d;
  return { pooledSd, d, j, g, se, ciLower: g - 1.96 * se, ciUpper: g + 1.96 * se };
}

export type Counted = { readonly outcome: number; readonly enrolled: number };
export type Minimums = { readonly cell: number; readonly n: number };

export type RiskRatio =
  | { readonly kind: 'risk-ratio'; readonly groupRisk: number; readonly othersRisk: number; readonly riskRatio: number }
  | { readonly kind: 'not-calculated'; readonly reason: string };

const underMinimum = (who: string, counted: Counted, minimums: Minimums): string | null =>
  counted.outcome < minimums.cell ? `${who} below minimum cell size` : counted.enrolled < minimums.n ? `${who} below minimum n-size` : null;

/** The risk of one group over that of all others (34 CFR 300.647). Too few children, or no risk among the others: not calculated. */
export function riskRatio(group: Counted, others: Counted, minimums: Minimums): RiskRatio {
  const reason = underMinimum('group', group, minimums) ?? underMinimum('comparison group', others, minimums);
  if (reason) return { kind: 'not-calculated', reason };
  if (others.outcome === 0) return { kind: 'not-calculated', reason: 'no risk in the comparison group' };
  const [groupRisk, othersRisk] = [group.outcome / group.enrolled, others.outcome / others.enrolled];
  return { kind: 'risk-ratio', groupRisk, othersRisk, riskRatio: groupRisk / othersRisk };
}
