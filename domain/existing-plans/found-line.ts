import type { Day } from '#domain/calendar/day.ts';
import type { Passage } from '#domain/existing-plans/page-block.ts';
import type { SectionName } from '#domain/existing-plans/sections.ts';

export type LineKind = 'need' | 'goal' | 'provision';

/** What a need, an outcome or a line of provision says; every field but its words is null where the plan does not say it. */
export type NeedValues = { readonly text: string; readonly code: string | null; readonly area: string | null };
export type GoalValues = {
  readonly text: string;
  readonly measure: string | null;
  /** As the plan says it: "22 words", "1 lesson of 5". */
  readonly baseline: string | null;
  readonly criterion: string | null;
  readonly by: Day | null;
};
export type ProvisionValues = {
  readonly text: string;
  readonly who: string | null;
  readonly minutes: number | null;
  readonly timesAWeek: number | null;
  readonly groupSize: number | null;
  readonly place: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
  /** The lines of the same plan that it is for, by their place among the lines; links are suggestions until a person confirms. */
  readonly forNeed: number | null;
  readonly forGoal: number | null;
};

type Found = {
  /** The section's letter where the plan has letters: `F`. */
  readonly letter: string | null;
  readonly section: SectionName;
  readonly passages: readonly Passage[];
  readonly fromTable: boolean;
  /** What a reader should know before confirming: wording nobody can be held to, a total that may be split. */
  readonly cautions: readonly string[];
  /** Fields whose value is not in the plan's words but was inferred; shown as suggestions. */
  readonly suggested: readonly string[];
};

/** One line found in a plan, with the words it came from. Nothing counts until a person confirms it. */
export type FoundLine = Found &
  (
    | { readonly kind: 'need'; readonly values: NeedValues }
    | { readonly kind: 'goal'; readonly values: GoalValues }
    | { readonly kind: 'provision'; readonly values: ProvisionValues }
  );

export const kindWords: Readonly<Record<LineKind, string>> = { need: 'Need', goal: 'Outcome', provision: 'Provision' };
