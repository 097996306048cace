import type { Choice, EventAsks, EventGroup } from '#domain/timelines/event-form.ts';

/** England's events as people record them, in the order in which a case meets them. Bookings come from meetings, births from the roll. */
export const ENGLAND_GROUPS: readonly EventGroup[] = [
  {
    title: 'Asking for an assessment',
    stages: ['none', 'monitoring', 'support', 'assessment'],
    kinds: [
      'request-sent',
      'request-received',
      'became-responsible',
      'assessment-decision-sent',
      'advice-requested',
      'advice-received',
      'request-withdrawn',
    ],
  },
  {
    title: 'Making the plan',
    stages: ['assessment'],
    kinds: [
      'no-plan-decision-sent',
      'draft-plan-served',
      'representations-received',
      'consultation-sent',
      'consultation-answered',
      'plan-final',
      'assessment-completed',
    ],
  },
  {
    title: 'Annual review',
    stages: ['plan'],
    kinds: [
      'review-invitations-sent',
      'review-papers-sent',
      'review-meeting-held',
      'review-report-sent',
      'review-decision-sent',
      'amendment-notice-sent',
      'amendment-representations-received',
      'amended-plan-final',
      'no-amendment-decision-sent',
      'early-years-review-held',
    ],
  },
  { title: 'Exceptions and absence', stages: ['assessment'], kinds: ['exception-claimed', 'absence-from-area'] },
  {
    title: 'Next phase of education',
    stages: ['plan'],
    kinds: ['phase-transfer-planned', 'post16-transfer-planned', 'post16-move-planned', 'phase-review-done'],
  },
  {
    title: 'Move to another council',
    stages: ['plan'],
    kinds: [
      'move-learned',
      'moved-authority',
      'plan-transferred',
      'move-notice-sent',
      'health-change-learned',
      'health-commissioner-changed',
      'health-duties-transferred',
    ],
  },
  {
    title: 'Re-assessment and the end of a plan',
    stages: ['plan'],
    kinds: [
      'reassessment-requested',
      'reassessment-decision-sent',
      'cease-proposed',
      'cease-consulted',
      'cease-decision-sent',
      'plan-ceased',
    ],
  },
  {
    title: 'Mediation and appeal',
    stages: ['assessment', 'plan'],
    kinds: [
      'mediation-adviser-contacted',
      'mediation-requested',
      'mediation-arranged',
      'mediation-declined',
      'mediation-ended',
      'mediation-agreed',
      'mediation-agreement-kept',
      'certificate-issued',
      'appeal-lodged',
      'appeal-received',
      'appeal-response-sent',
      'appeal-conceded',
    ],
  },
  {
    title: 'After a tribunal order',
    stages: [],
    kinds: ['tribunal-order-made', 'placement-changed', 'decision-reconsidered', 'plan-reissued'],
  },
  {
    title: 'SEN Support',
    stages: ['support', 'monitoring', 'none'],
    kinds: ['provision-started', 'parents-told', 'support-year-started', 'support-meeting-held', 'support-ended'],
  },
  { title: 'Leaving', stages: [], kinds: ['left-school'] },
];

const choices = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, said]) => ({ value, words: said }));

const DECIDES = { outcomeNeeded: true } as const;
const WILL_ASSESS = choices({ assess: 'It will assess', refuse: 'It will not assess' });
const ADVISERS = choices({
  school: 'The school',
  health: 'Health',
  'educational-psychologist': 'Educational psychologist',
  'social-care': 'Social care',
  'early-years': 'Early years provider',
  other: 'Somebody else',
});
const BY_ORDER = {
  assess: 'To assess',
  'make-plan': 'To make a plan',
  amend: 'To amend the plan',
  placement: 'About the school in section I alone',
};

/** What is asked beside the day. */
export const ENGLAND_ASKS: Readonly<Record<string, EventAsks>> = {
  'assessment-decision-sent': { ...DECIDES, outcomes: WILL_ASSESS },
  'reassessment-decision-sent': {
    ...DECIDES,
    outcomes: choices({ reassess: 'It will re-assess', refuse: 'It will not re-assess' }),
  },
  'review-decision-sent': {
    ...DECIDES,
    outcomes: choices({ keep: 'Keep the plan as it is', amend: 'Amend the plan', cease: 'End the plan' }),
  },
  'advice-requested': { of: ADVISERS, about: 'Which advice', owner: 'Which service, by name' },
  'advice-received': { of: ADVISERS, about: 'Which advice' },
  'plan-final': { outcomes: choices({ 'under-five': 'The child is under five' }) },
  'tribunal-order-made': {
    ...DECIDES,
    outcomes: choices({ ...BY_ORDER, continue: 'To continue the plan', reconsider: 'To reconsider the decision' }),
  },
  'appeal-conceded': { ...DECIDES, outcomes: choices(BY_ORDER) },
  'absence-from-area': { of: choices({ child: 'The child', parent: 'A parent' }), until: 'Last day away' },
  'exception-claimed': { exception: true },
  'phase-transfer-planned': { ahead: true },
  'post16-transfer-planned': { ahead: true },
  'post16-move-planned': { ahead: true },
  'moved-authority': { ahead: true },
  'health-commissioner-changed': { ahead: true },
};
