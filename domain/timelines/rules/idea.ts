import { FEDERAL_HOLIDAYS } from '#domain/calendar/bank-holidays.ts';
import { asDay } from '#domain/calendar/day.ts';
import type { Rule, RuleSet, Step } from '#domain/timelines/rule.ts';
import { DISCIPLINE_RULES } from '#domain/timelines/rules/idea/discipline.ts';
import { DISPUTE_RULES } from '#domain/timelines/rules/idea/disputes.ts';
import { EVALUATION_RULES } from '#domain/timelines/rules/idea/evaluation.ts';
import { IDEA_ASKS, IDEA_GROUPS } from '#domain/timelines/rules/idea/event-groups.ts';
import { IDEA_EVENTS } from '#domain/timelines/rules/idea/events.ts';
import { IDEA_NON_TRIGGERS } from '#domain/timelines/rules/idea/non-triggers.ts';
import { IDEA_STEPS } from '#domain/timelines/rules/idea/steps.ts';

/** IDEA Part B, the federal floor: a State's own timeframe replaces it where there is one. */
export const IDEA: RuleSet = {
  jurisdiction: 'us-federal',
  name: 'United States (IDEA Part B)',
  zone: 'America/New_York',
  holidays: FEDERAL_HOLIDAYS,
  textRead: asDay('2026-11-15'),
  events: IDEA_EVENTS,
  groups: IDEA_GROUPS,
  asks: IDEA_ASKS,
  rules: [...EVALUATION_RULES, ...DISCIPLINE_RULES, ...DISPUTE_RULES],
  steps: IDEA_STEPS,
  nonTriggers: IDEA_NON_TRIGGERS,
  exceptions: [{ id: 'N1', title: 'Parent repeatedly does not bring the child', test: 'claim', source: '34 CFR 300.301(d)(1)' }],
};

/** What a State changes: its own limits, and the federal ones they take the place of. */
export type StateOverlay = {
  readonly jurisdiction: string;
  readonly name: string;
  readonly zone: string;
  readonly replaces: readonly string[];
  readonly rules: readonly Rule[];
  /** What the State asks for without a number of days. */
  readonly steps?: readonly Step[];
};

/** The federal rules with a State's laid over them. */
export function stateRules({ jurisdiction, name, zone, replaces, rules, steps = [] }: StateOverlay): RuleSet {
  return {
    ...IDEA,
    jurisdiction,
    name,
    zone,
    rules: [...IDEA.rules.filter(({ id }) => !replaces.includes(id)), ...rules],
    steps: [...IDEA_STEPS, ...steps],
  };
}
