import type { Day } from '#domain/calendar/day.ts';
import type { Contributed } from '#domain/plans/contributed.ts';
import type { Source } from '#domain/plans/source.ts';

/** The documents that are plans. Minutes are a document too, but never a plan. */
export type PlanKind = 'senSupport' | 'annualReview' | 'profile' | 'iep' | 'transition';

export type PlanState = 'draft' | 'in consultation' | 'agreed' | 'in force' | 'superseded';

/** Words that are kept as they were given, with where they came from. */
export type Stated = { readonly id: string; readonly text: string; readonly source: Source };

/** A strategy, with what staff said of it once they had tried it: each answer with its author and day. */
export type SaidStrategy = Stated & { readonly said?: readonly Stated[] };

export type Asked = { readonly on: Day; readonly how: 'letter' | 'e-mail' | 'phone' | 'in person' | 'link' };

/** What a child or parent says. `words` are their own, or null while nothing has been received. */
export type View = {
  readonly id: string;
  readonly from: string;
  readonly role: 'pupil' | 'parent';
  readonly asked: readonly Asked[];
  readonly words: string | null;
  readonly source: Source | null;
};

/** A need with its SEN type or disability category; rank 1 is the primary need. */
export type PlanNeed = {
  readonly id: string;
  readonly text: string;
  readonly code: string | null;
  readonly area: string | null;
  readonly rank: number;
  readonly source: Source;
  readonly composed?: boolean;
};

/** One reading of a measure: the figure if there is one, and the words that are printed ("22", "1 lesson of 5"). */
export type Reading = { readonly on: Day; readonly value: number | null; readonly words: string };

export type PlanGoal = {
  readonly id: string;
  readonly statement: string;
  readonly needs: readonly string[];
  readonly baseline: Reading | null;
  readonly measure: string | null;
  readonly criterion: string | null;
  readonly by: Day | null;
  readonly measurements: readonly Reading[];
  readonly objectives?: readonly string[];
  /** When parents hear of progress (IDEA, 300.320(a)(3)). */
  readonly reporting?: string | null;
  readonly outcome?: { readonly state: 'met' | 'partly met' | 'not met'; readonly evidence: string | null } | null;
  readonly source: Source;
};

/** What the session log says was really given; suggestions for wording rest on it. */
export type LoggedAmount = {
  readonly leastMinutes: number;
  readonly mostMinutes: number;
  readonly daysAWeek: number;
  readonly when: string | null;
  readonly who: string | null;
};

/** One line of provision. Null means that the field is empty in the record, never zero. Money in pence or cents. */
export type ProvisionLine = {
  readonly id: string;
  readonly what: string;
  readonly who: string | null;
  readonly minutes: number | null;
  readonly timesAWeek: number | null;
  readonly groupSize: number | null;
  readonly place: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly annualCost: number | null;
  readonly needs: readonly string[];
  readonly logged?: LoggedAmount | null;
  readonly delivered?: string | null;
  readonly source: Source;
};

/** A person to speak to. `mayBeNamed` is false where a restriction holds: such a contact never reaches a plan. */
export type PlanContact = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly mayBeNamed: boolean;
  readonly source: Source;
};

export type Invited = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly came: boolean | null;
  readonly advice: string;
  readonly source: Source;
};

/** Who agreed to this version, how and when; null while it has not been asked or answered. */
export type Agreement = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly how: string | null;
  readonly on: Day | null;
};

/**
 * All that the record holds for one plan, as plain values. `sections` hold the passages that only some kinds of plan have, under the
 * field names that templates use ("presentLevels", "review.recommendation", "transition.visits").
 */
export type PlanRecord = {
  readonly planId: string;
  readonly kind: PlanKind;
  readonly version: number;
  readonly state: PlanState;
  readonly dated: Day;
  readonly jurisdiction: 'england' | 'us';
  readonly caseRef: string;
  readonly school: { readonly name: string; readonly address: string | null };
  readonly coordinator: string;
  readonly pupil: {
    readonly givenName: string;
    readonly familyName: string;
    readonly born: Day | null;
    readonly year: string;
    readonly className: string | null;
    readonly stage: string;
  };
  readonly strengths: readonly Stated[];
  readonly pupilView: View;
  readonly parentViews: readonly View[];
  readonly needs: readonly PlanNeed[];
  readonly goals: readonly PlanGoal[];
  readonly provision: readonly ProvisionLine[];
  readonly accommodations: readonly Stated[];
  readonly strategies: readonly SaidStrategy[];
  /** What those who work with the pupil sent in; nothing where nobody was asked. */
  readonly contributed?: readonly Contributed[];
  readonly contacts: readonly PlanContact[];
  readonly sections: Readonly<Record<string, readonly Stated[]>>;
  readonly invited?: readonly Invited[];
  readonly agreements?: readonly Agreement[];
  readonly nextReview: Day | null;
};
