import type { Day } from '#domain/calendar/day.ts';

/** An event of a case as far as an assessment is concerned; `outcome` is what was decided, where something was. */
export type AssessmentEvent = { readonly kind: string; readonly on: Day; readonly outcome: string | null };

/** Events with which an assessment is asked for. */
const ASKED: readonly string[] = ['request-sent', 'request-received', 'became-responsible'];

/** Events with which it ends, with a plan or without one (SEND Regulations 2014, regs 5, 10 and 13). */
const ENDED: readonly string[] = ['request-withdrawn', 'no-plan-decision-sent', 'plan-final'];

const ends = ({ kind, outcome }: AssessmentEvent): boolean =>
  ENDED.includes(kind) || (kind === 'assessment-decision-sent' && outcome === 'refuse');

/** The kinds of event that `assessmentAskedOn` looks at. */
export const ASSESSMENT_EVENTS: readonly string[] = [...ASKED, ...ENDED, 'assessment-decision-sent'];

/** The last day on which an assessment that is still under way was asked for; null where none is. */
export const assessmentAskedOn = (events: readonly AssessmentEvent[]): Day | null => {
  const asked = events
    .filter(({ kind }) => ASKED.includes(kind))
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (asked === undefined) return null;
  return events.some((event) => ends(event) && event.on >= asked) ? null : asked;
};
