/** `otherwise` stands where the passage is not asked for: the review of a first plan, adulthood before Year 9. */
export type Section = { readonly label: string; readonly gap: string; readonly otherwise?: string };

/** The passages that only some plans have: how each is called, and what the gap says while nobody has written it. */
export const sections: Readonly<Record<string, Section>> = {
  interests: { label: 'Interests', gap: 'interests have not been asked for.' },
  aspirations: { label: 'Hopes for the future', gap: 'hopes for the future have not been asked for.' },
  important: { label: 'What is important to me', gap: 'what is important to the pupil has not been asked.' },
  'assess.summary': { label: 'What we know now', gap: 'no assessment summary has been written.' },
  'do.who': { label: 'Who does it', gap: 'nobody is named to carry this out.' },
  'review.impact': { label: 'What difference it made', gap: 'the impact has not been reviewed yet.', otherwise: 'Not reviewed yet.' },
  'review.nextStep': { label: 'Next step', gap: 'no next step has been agreed.', otherwise: 'Not reviewed yet.' },
  'review.meeting': { label: 'Review meeting', gap: 'no meeting has been recorded.' },
  'review.stillFits': {
    label: 'Do outcomes and shorter targets still fit?',
    gap: 'the meeting has not said whether the outcomes still fit.',
  },
  'review.needs': { label: 'Changes asked for in needs', gap: 'no answer about needs has been recorded.' },
  'review.provision': { label: 'Changes asked for in provision', gap: 'no answer about provision has been recorded.' },
  'review.placement': { label: 'Placement', gap: 'no answer about placement has been recorded.' },
  'review.budget': { label: 'Personal budget', gap: 'no answer about a personal budget has been recorded.' },
  'review.health': { label: 'Health', gap: 'no answer about health provision has been recorded.' },
  'review.socialCare': { label: 'Social care', gap: 'no answer about social care has been recorded.' },
  'review.adulthood': {
    label: 'Preparation for adulthood',
    gap: 'preparation for adulthood has not been discussed; it must be from Year 9.',
    otherwise: 'Not asked for before Year 9.',
  },
  'review.nextPhase': { label: 'Next phase', gap: 'the next phase has not been discussed.' },
  'review.recommendation': { label: 'Recommendation', gap: 'the report must recommend that the plan is kept, amended or ceased.' },
  'review.differences': { label: 'Where school and family differ', gap: 'nobody has recorded whether school and family differ.' },
  'review.sent': { label: 'Sent to the local authority', gap: 'the report has not been sent.' },
  presentLevels: { label: 'Present levels', gap: 'present levels of achievement and performance are not recorded.' },
  effect: { label: 'Effect of the disability', gap: 'how the disability affects progress in the general curriculum is not recorded.' },
  specialFactors: { label: 'Special factors considered', gap: 'the special factors have not been considered.' },
  nonParticipation: { label: 'Not with nondisabled children', gap: 'the extent of non-participation is not recorded.' },
  assessments: { label: 'State and district assessments', gap: 'accommodations in assessments are not recorded.' },
  postsecondaryGoals: {
    label: 'Postsecondary goals',
    gap: 'postsecondary goals are not recorded.',
    otherwise: 'Not required at this age.',
  },
  transitionServices: {
    label: 'Transition services',
    gap: 'transition services are not recorded.',
    otherwise: 'Not required at this age.',
  },
  transferOfRights: {
    label: 'Transfer of rights',
    gap: 'the transfer of rights has not been explained.',
    otherwise: 'Not required at this age.',
  },
  'transition.from': { label: 'Moving from', gap: 'the present place is not recorded.' },
  'transition.to': { label: 'Moving to', gap: 'the next place is not recorded.' },
  'transition.on': { label: 'First day', gap: 'the first day is not recorded.' },
  'transition.worries': { label: 'What might be hard', gap: 'nobody has asked what might be hard.' },
  'transition.summer': { label: 'Who to call over the summer', gap: 'no contact for the summer is named.' },
};
