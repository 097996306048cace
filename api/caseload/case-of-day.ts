import type { Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { asInstant, dayIn, type Zone } from '#domain/calendar/wall-clock.ts';
import { asReadBy, type CaseloadLine, type UnreadLine, unreadLine } from '#domain/caseload/caseload.ts';
import { isMine, type Reader } from '#domain/caseload/owner-words.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import { lasting } from '../lasting.ts';
import type { KeptFacts } from './case-facts-records.ts';

/** The day and the place that a case is looked at from. */
export type Lookout = { readonly today: Day; readonly zone: Zone; readonly calendar: SchoolCalendar; readonly nation: Nation };

/** One case: its facts, and its line on a day as somebody reads it. */
export type CaseOfDay = { readonly facts: KeptFacts; line(lookout: Lookout, reader: Reader): CaseloadLine };

/** What a case looks like from one place on one day: to those who owe its next date, and to everybody else. */
type Seen = { readonly lookout: Lookout; readonly unread: UnreadLine; readonly line: CaseloadLine; own?: CaseloadLine };

/** A case whose line is worked out once a day, and again only where it is looked at from elsewhere. */
export const caseOfDay = (facts: KeptFacts): CaseOfDay => {
  let seen: Seen | undefined;
  return {
    facts,
    line: (lookout, reader) => {
      if (!seen || !isSame(seen.lookout, lookout)) seen = seenFrom(facts, lookout);
      const { nearest } = seen.unread;
      if (!nearest || !isMine(nearest, reader)) return seen.line;
      seen.own ??= lasting(asReadBy(seen.unread, reader));
      return seen.own;
    },
  };
};

const isSame = (a: Lookout, b: Lookout): boolean =>
  a.today === b.today && a.zone === b.zone && a.calendar === b.calendar && a.nation === b.nation;

const seenFrom = (facts: KeptFacts, lookout: Lookout): Seen => {
  const { today, zone, calendar, nation } = lookout;
  const booked = facts.booked.map(({ at, purpose }) => ({ on: dayIn(zone, asInstant(at)), purpose }));
  const unread = unreadLine({ ...facts, booked }, { today, calendar, nation });
  return { lookout, unread, line: lasting(unread.line) };
};
