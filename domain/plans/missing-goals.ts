import { goalLacks } from '#domain/plans/compose-goal.ts';
import { graduated, listed, type Outcome, present } from '#domain/plans/gap.ts';
import type { PlanGoal, PlanRecord } from '#domain/plans/plan.ts';

/** A goal is whole, and its date still lies ahead. */
export function goalOutcomes(goal: PlanGoal, index: number, record: PlanRecord): readonly Outcome[] {
  const tag = `goals/${goal.id}/text`;
  const citation = record.jurisdiction === 'us' ? '34 CFR 300.320(a)(2)-(3) · Not verified: the paragraph' : graduated;
  const lacks = goalLacks(goal);
  const baseline = goal.baseline ? ` Baseline on record: ${goal.baseline.words}.` : '';
  const whole: Outcome =
    lacks.length === 0
      ? null
      : {
          rule: 'goal.complete',
          title: `Goal ${index + 1} has no ${listed(lacks, 'or')}`,
          detail: `A goal needs a measure, a baseline, a criterion and a date.${baseline}`,
          citation,
          severity: 'stops',
          tag,
        };
  if (!goal.by) return [whole];
  const past: Outcome =
    goal.by > record.dated
      ? null
      : {
          rule: 'goal.date',
          title: `Goal ${index + 1} was to be met before this plan begins`,
          detail: 'Set a later date, or review the goal and close it.',
          citation,
          severity: 'stops',
          tag,
        };
  return [whole, past];
}

/** IDEA asks of each goal when parents are told of progress (300.320(a)(3)(ii)); a review asks of each outcome how far it was met. */
export function reportOutcomes(record: PlanRecord): readonly Outcome[] {
  if (record.kind === 'iep') {
    return record.goals.map((goal, index) =>
      present(
        Boolean(goal.reporting),
        'goal.reporting',
        `Goal ${index + 1} does not say when parents hear of progress`,
        'Name the reports and their dates.',
        '34 CFR 300.320(a)(3)(ii) · Not verified: the paragraph',
        `goals/${goal.id}/reporting`,
      ),
    );
  }
  if (record.kind !== 'annualReview') return [];
  return record.goals.map((goal, index) =>
    present(
      Boolean(goal.outcome),
      'outcome.progress',
      `Outcome ${index + 1} has no progress`,
      'Say whether it was met, partly met or not met, and how you know.',
      'SEND Regulations 2014, reg 20(5)',
      `goals/${goal.id}/progress`,
    ),
  );
}
