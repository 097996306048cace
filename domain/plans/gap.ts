/** Something a plan lacks. One that `stops` must be closed before the plan can be finished; one to `think` about needs a reason. */
export type Gap = {
  readonly rule: string;
  readonly title: string;
  readonly detail: string;
  readonly citation: string;
  readonly severity: 'stops' | 'think';
  /** The control where it can be mended. */
  readonly tag: string;
};

export type PlanCheck = { readonly gaps: readonly Gap[]; readonly passed: number };

/** One check: the gap it found, or null where the plan passes. */
export type Outcome = Gap | null;

/** Where assess, plan, do and review stand. */
export const graduated = 'SEND Code of Practice 2015, graduated approach · Not verified: the paragraphs';

/** "measure or date", "who, how long and end date": a list as one says it. */
export function listed(names: readonly string[], last: 'and' | 'or'): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** A sentence's first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A check that something is there at all; without it the plan cannot be finished. */
export const present = (has: boolean, rule: string, title: string, detail: string, citation: string, tag: string): Outcome =>
  has ? null : { rule, title, detail, citation, severity: 'stops', tag };
