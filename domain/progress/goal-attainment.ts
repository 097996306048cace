/** How far one goal was attained, from -2 (much less than expected) over 0 (as expected) to +2; and what it weighs. */
export type AttainedGoal = { readonly weight: number; readonly level: number };

/**
 * The T score of Goal Attainment Scaling (Kiresuk and Sherman 1968): 50 is all as expected, with one goal it lies between 30 and 70.
 * `rho` is the correlation that is assumed between goals. Null where the weights add up to nothing.
 */
export function attainmentT(goals: readonly AttainedGoal[], rho = 0.3): number | null {
  const weights = goals.reduce((sum, goal) => sum + goal.weight, 0);
  const squares = goals.reduce((sum, goal) => sum + goal.weight ** 2, 0);
  const attained = goals.reduce((sum, goal) => sum + goal.weight * goal.level, 0);
  return weights === 0 ? null : 50 + (10 * attained) / Math.sqrt((1 - rho) * squares + rho * weights ** 2);
}
