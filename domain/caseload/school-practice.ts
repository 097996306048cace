import type { EventAsks, EventGroup } from '#domain/timelines/event-form.ts';
import { agreedDateOr, weeks, years } from '#domain/timelines/reckoning.ts';
import { on, type Rule, type RuleSet } from '#domain/timelines/rule.ts';

const CODE = 'SEND Code of Practice (January 2015)';
const CODE_LINK = 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25';

/**
 * Dates that a school sets itself and a coordinator is held to all the same: the review of a support plan, the next meeting with parents,
 * a consent that runs out, the day by which a review must have a date. Guidance or practice, never law, and shown as such.
 */
const SCHOOL_PRACTICE: readonly Rule[] = [
  {
    id: 'school.plan.review',
    title: 'Plan review',
    from: [on('support-plan-agreed')],
    due: agreedDateOr(['support-review-date-agreed'], weeks(13)),
    owedBy: 'school',
    unless: [],
    metBy: [on('support-review-held'), on('support-plan-agreed')],
    endedBy: [on('support-ended'), on('left-school'), on('plan-final')],
    words:
      'A support plan is reviewed **by the date that was agreed with it**, a term later where none was agreed: assess, plan, do, review. The review says what was achieved and what comes next.',
    guidance: true,
    source: `${CODE} the graduated approach · Not verified: the paragraphs`,
    sourceLink: CODE_LINK,
  },
  {
    id: 'school.parentMeeting',
    title: 'Parent meeting',
    from: [on('parent-meeting-expected')],
    due: agreedDateOr(['parent-meeting-date-agreed'], weeks(15)),
    owedBy: 'school',
    unless: [],
    metBy: [on('support-meeting-held')],
    endedBy: [on('support-ended'), on('left-school'), on('plan-final')],
    words:
      'The school meets the parents of a pupil on SEN Support at least three times a year; **this is the day by which it means to hold this one**.',
    guidance: true,
    source: `${CODE} para 6.65`,
    sourceLink: CODE_LINK,
  },
  {
    id: 'school.consent',
    title: 'Consent',
    from: [on('consent-received')],
    due: agreedDateOr(['consent-expiry-agreed'], years(1)),
    owedBy: 'school',
    unless: [],
    metBy: [on('consent-received')],
    endedBy: [on('consent-withdrawn'), on('left-school')],
    words:
      'A consent is asked for again **before it is a year old**, or by the day that was agreed with it. What rests on it stops when it runs out.',
    guidance: true,
    source: 'The school’s own practice; UK GDPR Art 7',
  },
  {
    id: 'school.review.date',
    title: 'Annual review date chosen',
    from: [on('review-planning-opened')],
    due: weeks(2),
    owedBy: 'school',
    unless: [],
    metBy: [on('review-meeting-booked'), on('review-meeting-held')],
    endedBy: [on('plan-ceased'), on('left-school')],
    words:
      'Two weeks after planning has begun **the meeting has a date**, so that invitations and papers can go out two weeks ahead and the council has its four weeks before the year is over.',
    guidance: true,
    source: 'The school’s own practice; SEND Regulations 2014 (SI 2014/1530) reg 20(3) and (4)',
  },
];

const EVENTS: Readonly<Record<string, string>> = {
  'support-plan-agreed': 'Support plan agreed',
  'support-review-date-agreed': 'Date of the plan review agreed',
  'support-review-held': 'Support plan reviewed',
  'parent-meeting-expected': 'School year planned',
  'parent-meeting-date-agreed': 'Last day for this parent meeting agreed',
  'consent-received': 'Consent received',
  'consent-expiry-agreed': 'Last day of the consent agreed',
  'consent-withdrawn': 'Consent withdrawn',
  'review-planning-opened': 'Planning of the annual review began',
  'cover-trained': 'Cover trained',
  'exam-arrangements-needed': 'Exam access arrangements needed',
  'exam-request-sent': 'Exam access arrangements asked for',
  chased: 'Chased',
};

const GROUPS: readonly EventGroup[] = [
  {
    title: 'The school’s own dates',
    stages: ['support', 'plan'],
    kinds: [
      'support-plan-agreed',
      'support-review-date-agreed',
      'support-review-held',
      'parent-meeting-expected',
      'parent-meeting-date-agreed',
      'review-planning-opened',
    ],
  },
];

const ASKS: Readonly<Record<string, EventAsks>> = {
  'support-review-date-agreed': { agreed: 'Date of the review' },
  'parent-meeting-date-agreed': { agreed: 'Last day for this meeting' },
};

const joined = new WeakMap<RuleSet, RuleSet>();

/** A nation's rules with the school's own practice beside them; England only, for the practice is written in its words. */
export const withSchoolPractice = (rules: RuleSet): RuleSet => {
  if (rules.jurisdiction !== 'england') return rules;
  const known = joined.get(rules);
  if (known) return known;
  const both: RuleSet = {
    ...rules,
    rules: [...rules.rules, ...SCHOOL_PRACTICE],
    events: { ...rules.events, ...EVENTS },
    groups: [...(rules.groups ?? []), ...GROUPS],
    asks: { ...rules.asks, ...ASKS },
  };
  joined.set(rules, both);
  return both;
};
