import { capital, type Gap, graduated, type Outcome, type PlanCheck, present } from '#domain/plans/gap.ts';
import { goalOutcomes, reportOutcomes } from '#domain/plans/missing-goals.ts';
import { lineOutcomes, needOutcomes } from '#domain/plans/missing-provision.ts';
import { viewOutcomes } from '#domain/plans/missing-views.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { requiredSections } from '#domain/plans/required-sections.ts';
import { sections } from '#domain/plans/sections.ts';

const holdsProvision = (record: PlanRecord): boolean =>
  record.kind === 'senSupport' || record.kind === 'iep' || record.kind === 'annualReview';

function wholeOutcomes(record: PlanRecord): readonly Outcome[] {
  const citation = record.jurisdiction === 'us' ? '34 CFR 300.320(a)' : graduated;
  const common = [
    present(
      record.strengths.length > 0,
      'strengths',
      'No strengths recorded',
      'Ask the class teacher, the pupil and the family.',
      citation,
      'strengths',
    ),
    present(
      record.nextReview !== null,
      'review.date',
      'No date for the next review',
      'A plan needs a clear date for its review.',
      citation,
      'review.next',
    ),
  ];
  if (!holdsProvision(record)) return common;
  return [
    ...common,
    present(record.needs.length > 0, 'needs', 'No needs recorded', 'A plan rests on what has been assessed.', citation, 'needs/none/text'),
    present(
      record.goals.length > 0,
      'goals',
      'No goals agreed',
      'Without a goal nobody can tell whether the support works.',
      citation,
      'goals/none/text',
    ),
    present(
      record.provision.length > 0,
      'provision',
      'No provision agreed',
      'Say what is done, by whom, how long and how often.',
      citation,
      'provision/none/what',
    ),
  ];
}

function sectionOutcomes(record: PlanRecord): readonly Outcome[] {
  return requiredSections(record).map(({ field, severity, citation }): Outcome => {
    if ((record.sections[field] ?? []).length > 0) return null;
    const section = sections[field];
    return {
      rule: `section.${field}`,
      title: `${section?.label ?? field} is empty`,
      detail: capital(section?.gap ?? 'nothing has been recorded.'),
      citation,
      severity,
      tag: field,
    };
  });
}

/**
 * Holds a plan against what the law and good practice ask of its kind. Each finding names its rule and where to mend it; the number of
 * checks that passed is given too, so that "nothing missing" can be told from "nothing looked at".
 */
export function checkPlan(record: PlanRecord): PlanCheck {
  const planned = record.kind === 'senSupport' || record.kind === 'iep';
  const outcomes = [
    ...(planned ? record.goals.flatMap((goal, index) => goalOutcomes(goal, index, record)) : []),
    ...viewOutcomes(record),
    ...(holdsProvision(record) ? record.provision.flatMap((line) => lineOutcomes(line, record)) : []),
    ...(holdsProvision(record) ? needOutcomes(record) : []),
    ...reportOutcomes(record),
    ...wholeOutcomes(record),
    ...sectionOutcomes(record),
  ];
  const gaps = outcomes.filter((outcome): outcome is Gap => outcome !== null);
  const stopping = gaps.filter((gap) => gap.severity === 'stops');
  return { gaps: [...stopping, ...gaps.filter((gap) => gap.severity === 'think')], passed: outcomes.length - gaps.length };
}

/** What a plan lacks, what stops it first. */
export const missingFrom = (record: PlanRecord): readonly Gap[] => checkPlan(record).gaps;
