import type { Day } from '#domain/calendar/day.ts';
import type { Owner } from '#domain/timelines/rule.ts';

/** An open clock as a list needs it: rule, date, who owes it, and what started it. */
export type ClockFact = {
  /** Rule and trigger: what opens the explanation. */
  readonly clock: string;
  readonly rule: string;
  readonly due: Day;
  readonly owedBy: Owner;
  readonly state: 'running' | 'late' | 'excused' | 'expected';
  /** The day of the event that started it. */
  readonly on: Day;
  readonly about?: string | undefined;
  readonly because?: string | undefined;
  /** Of whom it is expected, where someone was named. */
  readonly owner?: { readonly person?: string; readonly name?: string; readonly words?: string; readonly short?: string } | undefined;
  readonly chased?: number | undefined;
};

export type GoalFact = {
  readonly words: string;
  readonly area: string | null;
  readonly baseline: number | null;
  readonly baselineOn: Day | null;
  readonly target: number | null;
  readonly targetOn: Day | null;
  readonly state: 'open' | 'met' | 'stopped';
  readonly metOn: Day | null;
  readonly points: readonly (readonly [on: Day, value: number])[];
};

export type ProvisionFact = {
  readonly timesAWeek: number | null;
  readonly groupSize: number | null;
  readonly misses: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly lastSession: Day | null;
  /** Set where the colleague who gives it has left: what it is, and who gave it until when. */
  readonly leaver?: { readonly name: string; readonly leftOn: Day; readonly what: string } | null;
};

/** Kinds of event that a flag rests on, each with its latest day. */
export type Mark =
  | 'phase-transfer-planned'
  | 'post16-transfer-planned'
  | 'exam-arrangements-needed'
  | 'exam-request-sent'
  | 'cover-trained';

/** All that the caseload knows of one pupil: plain facts, out of which flags, order and words are made. */
export type CaseFacts = {
  readonly id: string;
  readonly caseRef: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly stage: 'none' | 'monitoring' | 'support' | 'assessment' | 'plan';
  readonly need: { readonly code: string; readonly knownAs: string | null } | null;
  readonly keyWorker: { readonly id: string; readonly name: string; readonly leftOn: Day | null } | null;
  /** The month in which the next review is planned, `2027-03`. */
  readonly reviewMonth: string | null;
  readonly homeLanguage: string | null;
  readonly attendance: number | null;
  /** Open clocks, nearest first. */
  readonly clocks: readonly ClockFact[];
  readonly strategies: readonly string[];
  readonly lastContact: Day | null;
  readonly goals: readonly GoalFact[];
  readonly provision: readonly ProvisionFact[];
  /** Advice asked for in an assessment and how much of it has come; the latest day of each event that a flag rests on. */
  readonly events: { readonly asked: number; readonly in: number; readonly marks: Partial<Readonly<Record<Mark, Day | null>>> };
  /** Days on which a review or a meeting with the parents is booked. */
  readonly booked: readonly { readonly on: Day; readonly purpose: string }[];
  /** Differences between a document and the record that wait for somebody. */
  readonly differences: number;
};
