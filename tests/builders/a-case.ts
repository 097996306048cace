import { asDay } from '#domain/calendar/day.ts';
import { schoolCalendarOfTerms } from '#domain/calendar/school-calendar.ts';
import type { CaseFacts, ClockFact } from '#domain/caseload/case-facts.ts';
import type { FlagSetting } from '#domain/caseload/flag.ts';

const day = asDay;

/** Monday 23 November 2026 at a school that was closed for half-term from 26 to 30 October. */
export const MONDAY: FlagSetting = {
  today: day('2026-11-23'),
  calendar: schoolCalendarOfTerms(
    'Hollin Bank School',
    [{ from: day('2026-09-02'), to: day('2027-07-20') }],
    [
      { from: day('2026-10-26'), to: day('2026-10-30') },
      { from: day('2026-12-21'), to: day('2027-01-01') },
    ],
  ),
};

/** The facts of a pupil about whom there is nothing to say; say only what the test is about. */
export const aCase = (facts: Partial<CaseFacts> = {}): CaseFacts => ({
  id: '00000000-0000-4000-8000-000000000001',
  caseRef: 'WM-4001',
  givenName: 'Robin',
  surname: 'Ashby',
  yearGroup: 5,
  className: '5 Elm',
  stage: 'support',
  need: { code: 'SLCN', knownAs: null },
  keyWorker: null,
  reviewMonth: null,
  homeLanguage: 'English',
  attendance: 96,
  clocks: [],
  strategies: [],
  lastContact: day('2026-11-16'),
  goals: [],
  provision: [],
  events: { asked: 0, in: 0, marks: {} },
  booked: [],
  differences: 0,
  ...facts,
});

/** An open clock that the school owes, due on a day. */
export const aClock = (rule: string, due: string, more: Partial<ClockFact> = {}): ClockFact => ({
  clock: `${rule}~00000000-0000-4000-8000-00000000000a`,
  rule,
  due: day(due),
  owedBy: 'school',
  state: due < '2026-11-23' ? 'late' : 'running',
  on: day('2026-11-06'),
  ...more,
});
