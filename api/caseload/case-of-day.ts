import type { Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { asInstant, dayIn, type Zone } from '#domain/calendar/wall-clock.ts';
import { type UnreadLine, unreadLine } from '#domain/caseload/caseload.ts';
import type { KeptFacts } from './case-facts-records.ts';

/** The day and the place that a case is looked at from. */
export type Lookout = { readonly today: Day; readonly zone: Zone; readonly calendar: SchoolCalendar };

/** One case: its facts, and its line on a day. */
export type CaseOfDay = { readonly facts: KeptFacts; line(lookout: Lookout): UnreadLine };

/** A case whose line is worked out once a day, and again only where it is looked at from elsewhere. */
export const caseOfDay = (facts: KeptFacts): CaseOfDay => {
  let last: { readonly lookout: Lookout; readonly line: UnreadLine } | undefined;
  return {
    facts,
    line: (lookout) => {
      if (!last || !isSame(last.lookout, lookout)) last = { lookout, line: lineFrom(facts, lookout) };
      return last.line;
    },
  };
};

const isSame = (a: Lookout, b: Lookout): boolean => a.today === b.today && a.zone === b.zone && a.calendar === b.calendar;

const lineFrom = (facts: KeptFacts, { today, zone, calendar }: Lookout): UnreadLine => {
  const booked = facts.booked.map(({ at, purpose }) => ({ on: dayIn(zone, asInstant(at)), purpose }));
  return unreadLine({ ...facts, booked }, { today, calendar });
};
