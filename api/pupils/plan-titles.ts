/** What each kind of plan is called in a list, those brought in from others included. */
export const PLAN_TITLES: Readonly<Record<string, string>> = {
  senSupport: 'SEN support plan',
  ehcp: 'EHC plan',
  iep: 'Individualized Education Program',
  profile: 'One-page profile',
  annualReview: 'Annual review report',
  transition: 'Transition plan',
};
