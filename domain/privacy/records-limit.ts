import { daysFrom, monthsFrom } from '#domain/calendar/counting.ts';
import type { Day } from '#domain/calendar/day.ts';

/** By when a request to see the record is answered. The clock itself is a rule of the nation (`domain/timelines/rules`) under the same id. */
export type RecordsLimit = {
  readonly rule: string;
  readonly due: (received: Day) => Day;
  readonly words: string;
  readonly source: string;
  readonly unverified?: string;
};

const LIMITS: Readonly<Record<'england' | 'idea', RecordsLimit>> = {
  england: {
    rule: 'eng.records.subjectAccess',
    due: (received) => monthsFrom(received, 1),
    words: 'One month after the request was received.',
    source: 'UK GDPR, right of access',
    unverified: 'The month, and when it may be longer, have not been read in the law itself.',
  },
  idea: {
    rule: 'us.records.access',
    due: (received) => daysFrom(received, 45),
    words: 'Without unnecessary delay, before any IEP meeting, resolution session or hearing, and never more than 45 days.',
    source: '34 CFR 300.613(a)',
  },
};

/** The limit that holds in a nation; England’s where the nation is not known. */
export const recordsLimitOf = (jurisdiction: string): RecordsLimit => (jurisdiction === 'idea' ? LIMITS.idea : LIMITS.england);

/** The last day: the limit’s own, or the day of an IEP meeting that comes before it (34 CFR 300.613(a)). */
export const recordsDue = (
  jurisdiction: string,
  received: Day,
  nextMeeting: Day | null,
): { readonly due: Day; readonly before: 'limit' | 'meeting' } => {
  const due = recordsLimitOf(jurisdiction).due(received);
  return jurisdiction === 'idea' && nextMeeting !== null && nextMeeting >= received && nextMeeting < due
    ? { due: nextMeeting, before: 'meeting' }
    : { due, before: 'limit' };
};
