import type { ClockFact } from './case-facts.ts';

/** What a row's step can lead to: the pupil's held review, slots that were offered. */
export type Leads = { readonly heldMeeting?: string | null | undefined; readonly slotsOffered?: boolean | undefined };

/** The verb on a row's button, and where it leads. */
export type Step = {
  readonly words: string;
  readonly deed:
    | 'explain'
    | 'find-a-date'
    | 'open-meeting'
    | 'open-plan'
    | 'log-a-call'
    | 'mark-done'
    | 'promise-kept'
    | 'chase-request'
    | 'answer'
    | 'open-pupil'
    | 'open-exams';
  readonly target: string;
};

const WAITING = new Set(['local-authority', 'tribunal', 'health-commissioner', 'mediation-adviser', 'district', 'state']);

/** The next step for a clock. Where there is nothing to do but wait, the step is to see why this date. */
export const stepFor = (clock: ClockFact, pupil: string, { heldMeeting, slotsOffered }: Leads): Step => {
  const explain: Step = { words: 'Explain', deed: 'explain', target: clock.clock };
  if (WAITING.has(clock.owedBy) || clock.state === 'expected') return explain;
  if (clock.owedBy === 'agency') return clock.state === 'late' ? { words: 'Log a call', deed: 'log-a-call', target: pupil } : explain;
  if (clock.owedBy === 'family') return { words: 'Log a call', deed: 'log-a-call', target: pupil };
  switch (clock.rule) {
    case 'eng.review.report':
      return heldMeeting ? { words: 'Open report', deed: 'open-meeting', target: heldMeeting } : explain;
    case 'school.review.date':
      return { words: slotsOffered ? 'See 3 dates' : 'Find a date', deed: 'find-a-date', target: pupil };
    case 'school.parentMeeting':
    case 'eng.support.meetings':
      return { words: 'Find a date', deed: 'find-a-date', target: pupil };
    default:
      return { words: 'Open', deed: 'open-pupil', target: pupil };
  }
};
