import { businessDaysFrom, daysFrom, monthsFrom } from '#domain/calendar/counting.ts';
import type { Day } from '#domain/calendar/day.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { CALIFORNIA } from '#domain/timelines/rules/california.ts';

/** By when a request to see the record is answered. The clock itself is a rule of the nation (`domain/timelines/rules`) under the same id. */
export type RecordsLimit = {
  readonly rule: string;
  readonly due: (received: Day) => Day;
  readonly words: string;
  readonly source: string;
  readonly unverified?: string;
};

const LIMITS = {
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
  california: {
    rule: 'ca.records',
    due: (received) => businessDaysFrom(received, 5, CALIFORNIA.holidays) ?? daysFrom(received, 5),
    words: 'Within 5 business days, and before any IEP meeting, resolution session or hearing.',
    source: 'Cal. Ed. Code 56504; 34 CFR 300.613(a)',
    unverified: 'The length is as Disability Rights California states it.',
  },
} satisfies Readonly<Record<string, RecordsLimit>>;

/** The limit that holds in a jurisdiction: a State’s own where it is shorter than the federal one. */
export const recordsLimitOf = (jurisdiction: string): RecordsLimit =>
  jurisdiction === 'us-ca' ? LIMITS.california : LIMITS[nationOf(jurisdiction)];

/** The last day: the limit’s own, or the day of an IEP meeting that comes before it (34 CFR 300.613(a)). */
export const recordsDue = (
  jurisdiction: string,
  received: Day,
  nextMeeting: Day | null,
): { readonly due: Day; readonly before: 'limit' | 'meeting' } => {
  const due = recordsLimitOf(jurisdiction).due(received);
  return nationOf(jurisdiction) === 'idea' && nextMeeting !== null && nextMeeting >= received && nextMeeting < due
    ? { due: nextMeeting, before: 'meeting' }
    : { due, before: 'limit' };
};
