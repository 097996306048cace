/** The event without which nothing of a case can be counted at a stage, and the day that is asked for. */
export type FirstEvent = { readonly kind: string; readonly words: string };

type Asked = FirstEvent & { readonly stage: string; readonly nation: 'england' | 'us'; readonly or: readonly string[] };

/** What begins the clocks of a stage; any of `or` begins them as well. */
const FIRST: readonly Asked[] = [
  {
    nation: 'england',
    stage: 'assessment',
    kind: 'request-received',
    words: 'the day the council received the request',
    or: ['became-responsible'],
  },
  {
    nation: 'england',
    stage: 'plan',
    kind: 'plan-final',
    words: 'the day the plan was made final',
    or: ['review-decision-sent', 'plan-transferred'],
  },
  {
    nation: 'us',
    stage: 'assessment',
    kind: 'consent-received',
    words: 'the day the district received the parent’s consent',
    or: [],
  },
  {
    nation: 'us',
    stage: 'plan',
    kind: 'iep-meeting-held',
    words: 'the day of the last IEP meeting',
    or: ['iep-in-effect'],
  },
];

/** What a case at this stage still lacks for its first date; undefined where it has it, or nothing is counted at this stage. */
export const firstEventMissing = (nation: 'england' | 'us', stage: string, happened: readonly string[]): FirstEvent | undefined => {
  const asked = FIRST.find((one) => one.nation === nation && one.stage === stage);
  if (!asked || [asked.kind, ...asked.or].some((kind) => happened.includes(kind))) return undefined;
  return { kind: asked.kind, words: asked.words };
};
