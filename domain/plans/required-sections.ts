import { addYears } from '#domain/calendar/day.ts';
import { birthdayAt } from '#domain/calendar/school-year.ts';
import { graduated } from '#domain/plans/gap.ts';
import type { PlanKind, PlanRecord } from '#domain/plans/plan.ts';

export type RequiredSection = { readonly field: string; readonly severity: 'stops' | 'think'; readonly citation: string };

const stops = (field: string, citation: string): RequiredSection => ({ field, severity: 'stops', citation });
const think = (field: string, citation: string): RequiredSection => ({ field, severity: 'think', citation });

const review = 'SEND Regulations 2014, reg 20';

const byKind: Readonly<Record<PlanKind, readonly RequiredSection[]>> = {
  senSupport: [],
  annualReview: [
    stops('review.meeting', review),
    stops('review.stillFits', 'SEND Regulations 2014, reg 20(5)'),
    stops('review.recommendation', review),
    stops('review.differences', review),
    think('review.needs', review),
    think('review.provision', review),
    think('review.placement', review),
    think('review.health', review),
    think('review.socialCare', review),
  ],
  profile: [stops('important', 'Children and Families Act 2014, s.19 · Not verified: the text of the section')],
  iep: [
    stops('presentLevels', '34 CFR 300.320(a)(1) · Not verified: the paragraph'),
    stops('effect', '34 CFR 300.320(a)(1)(i) · Not verified: the paragraph'),
    stops('nonParticipation', '34 CFR 300.320(a)(5) · Not verified: the paragraph'),
    stops('assessments', '34 CFR 300.320(a)(6) · Not verified: the paragraph'),
    stops('specialFactors', '34 CFR 300.324(a)(2) · Not verified: the paragraph'),
  ],
  transition: [
    stops('transition.from', 'Waymark: hand-over'),
    stops('transition.to', 'Waymark: hand-over'),
    stops('transition.on', 'Waymark: hand-over'),
    think('transition.worries', 'Waymark: hand-over'),
    think('transition.summer', 'Waymark: hand-over'),
  ],
};

/** "Year 9" and above, as the school writes it. */
const yearNumber = (year: string): number => Number(/\d+/.exec(year)?.[0] ?? 0);

/** Whether the pupil reaches an age before a year from now is over: what must be in the first IEP to be in effect then. */
const reaches = (record: PlanRecord, age: number): boolean =>
  record.pupil.born !== null && birthdayAt(record.pupil.born, age) <= addYears(record.dated, 1);

/**
 * The passages a kind of plan cannot do without. From Year 9 a review looks at preparation for adulthood (reg 20(6)); an IEP in effect
 * when the pupil turns 16 holds transition services (300.320(b)), and a year before majority, taken here as 18, the transfer of rights (c).
 */
export function requiredSections(record: PlanRecord): readonly RequiredSection[] {
  const own = byKind[record.kind];
  if (record.kind === 'senSupport' && record.version > 1) return [stops('review.impact', graduated), stops('review.nextStep', graduated)];
  if (record.kind === 'annualReview' && yearNumber(record.pupil.year) >= 9)
    return [...own, stops('review.adulthood', 'SEND Regulations 2014, reg 20(6)')];
  if (record.kind !== 'iep') return own;
  const services = [stops('postsecondaryGoals', '34 CFR 300.320(b)(1)'), stops('transitionServices', '34 CFR 300.320(b)(2)')];
  return [
    ...own,
    ...(reaches(record, 16) ? services : []),
    ...(reaches(record, 18) ? [stops('transferOfRights', '34 CFR 300.320(c)')] : []),
  ];
}
