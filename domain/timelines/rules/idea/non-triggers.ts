import type { NonTrigger } from '#domain/timelines/rule.ts';
import { cfr } from '#domain/timelines/rules/idea/sources.ts';

/** What IDEA says is no evaluation and no trigger. */
export const IDEA_NON_TRIGGERS: readonly NonTrigger[] = [
  {
    id: 'us.screening',
    title: 'Screening for instruction',
    kind: 'screening-held',
    words:
      'A teacher or specialist who screens a student to choose how to teach **does not evaluate**. It needs no consent and starts no clock.',
    source: '34 CFR 300.302',
    sourceLink: cfr('300.302'),
  },
];
