import { addDays, type Day, type DayRange, daysFromTo, isWithin, weekdayOf, weekdayOfNumber } from '#domain/calendar/day.ts';
import { dayOfNumber, numberOf } from '#domain/calendar/day-number.ts';

/** A day on which school was to open and did not: a snow day, a burst boiler. It is known from the day it was announced. */
export type Closure = { readonly on: Day; readonly reason: string; readonly announcedOn?: Day };

/** What a school or district publishes: years of instruction, weekdays taught, days without school, closures added later. */
export type SchoolCalendarFacts = {
  readonly name: string;
  readonly years: readonly DayRange[];
  readonly weekdays: readonly number[];
  readonly noSchool: readonly DayRange[];
  readonly closures: readonly Closure[];
};

/** Published facts with the school days worked out once, in order, as day numbers, so that counting is a search and not a walk. */
export type SchoolCalendar = SchoolCalendarFacts & { readonly schoolDays: readonly number[] };

/** A school calendar ready to count with. */
export function schoolCalendar(facts: SchoolCalendarFacts): SchoolCalendar {
  const years = [...facts.years].sort((a, b) => (a.from < b.from ? -1 : 1));
  const shut = new Set<number>(facts.closures.map((closure) => numberOf(closure.on)));
  for (const range of facts.noSchool) {
    for (let day = numberOf(range.from); day <= numberOf(range.to); day += 1) shut.add(day);
  }
  const schoolDays: number[] = [];
  for (const year of years) {
    for (let day = numberOf(year.from); day <= numberOf(year.to); day += 1) {
      if (!shut.has(day) && facts.weekdays.includes(weekdayOfNumber(day))) schoolDays.push(day);
    }
  }
  return { ...facts, years, schoolDays };
}

/** A calendar from terms, as English schools publish them: each term with its holidays in between left out. */
export function schoolCalendarOfTerms(
  name: string,
  terms: readonly DayRange[],
  noSchool: readonly DayRange[],
  closures: readonly Closure[] = [],
) {
  return schoolCalendar({ name, years: terms, weekdays: [1, 2, 3, 4, 5], noSchool, closures });
}

/** The same calendar with one more closure; every school-day count that passes it grows by a day. */
export function withClosure(calendar: SchoolCalendar, closure: Closure): SchoolCalendar {
  return schoolCalendar({ ...calendar, closures: [...calendar.closures, closure] });
}

/** The calendar as it was known on a day: without closures announced later. A closure without an announcement day was always known. */
export function asKnownOn(calendar: SchoolCalendar, day: Day): SchoolCalendar {
  return schoolCalendar({ ...calendar, closures: calendar.closures.filter(({ announcedOn }) => !announcedOn || announcedOn <= day) });
}

/** Whether pupils attend for instruction on a day; a part day is a school day (34 CFR 300.11(c)). */
export function isSchoolDay(day: Day, calendar: SchoolCalendar): boolean {
  const number = numberOf(day);
  return calendar.schoolDays[firstSchoolDayIndex(number, calendar)] === number;
}

/** School days from one day to another, both included. */
export function schoolDaysIn(range: DayRange, calendar: SchoolCalendar): number {
  return Math.max(0, firstSchoolDayIndex(numberOf(range.to) + 1, calendar) - firstSchoolDayIndex(numberOf(range.from), calendar));
}

/** The first school day on or after a day, or undefined past the end of the calendar. */
export function nextSchoolDayFrom(day: Day, calendar: SchoolCalendar): Day | undefined {
  const number = calendar.schoolDays[firstSchoolDayIndex(numberOf(day), calendar)];
  return number === undefined ? undefined : dayOfNumber(number);
}

/** Position, among the school days, of the first one at or after a day number. */
export function firstSchoolDayIndex(number: number, calendar: SchoolCalendar): number {
  let low = 0;
  let high = calendar.schoolDays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calendar.schoolDays[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The school year, term or instructional period of the calendar that holds a day. */
export function instructionalPeriodOf(day: Day, calendar: SchoolCalendar): DayRange | undefined {
  return calendar.years.find((year) => isWithin(day, year));
}

/** The gap between two instructional periods that holds a day: the summer between school years. */
export function gapAround(day: Day, calendar: SchoolCalendar): DayRange | undefined {
  return gapsOf(calendar).find((gap) => isWithin(day, gap));
}

/** The gaps between the instructional periods of a calendar. */
export function gapsOf(calendar: SchoolCalendar): DayRange[] {
  return calendar.years.slice(1).map((next, index) => ({ from: addDays(calendar.years[index]!.to, 1), to: addDays(next.from, -1) }));
}

/**
 * Breaks in instruction: published ranges without school and the gaps between years, each running to the day before school reconvenes, so
 * that the weekend at the end belongs to the break. The weekend before it does not, unless it was published so.
 */
export function breaksOf(calendar: SchoolCalendar): DayRange[] {
  const reconvened = calendar.noSchool.map((range) => {
    const next = nextSchoolDayFrom(addDays(range.to, 1), calendar);
    return next ? { from: range.from, to: addDays(next, -1) } : range;
  });
  return [...reconvened, ...gapsOf(calendar)].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** From the day after the last school day of a school year to the year's end; null where the calendar does not reach the summer. */
export function summerOf(calendar: SchoolCalendar, year: DayRange): DayRange | null {
  const last = calendar.schoolDays[firstSchoolDayIndex(numberOf(addDays(year.to, 1)), calendar) - 1];
  // before May the calendar has not been put in to its end
  if (last === undefined || last < numberOf(addDays(year.to, -122))) return null;
  return { from: addDays(dayOfNumber(last), 1), to: year.to };
}

/** Days of a break that would otherwise have been schooldays: its weekdays taught. */
export function schooldaysLost(range: DayRange, weekdays: readonly number[] = [1, 2, 3, 4, 5]): number {
  return daysFromTo(range.from, range.to).filter((day) => weekdays.includes(weekdayOf(day))).length;
}

/** A continuous closure of the school: from its first day closed to the day before it re-opens. */
export type SchoolClosure = { readonly firstDayClosed: Day; readonly reopens: Day };

/**
 * Continuous closures of at least so many days between school days, weekends at either end included only from the first day that school
 * was to open: `firstDayClosed` is the day after the last school day, as a calendar shows it.
 */
export function closuresLastingAtLeast(days: number, calendar: SchoolCalendar): SchoolClosure[] {
  const long: SchoolClosure[] = [];
  for (let index = 1; index < calendar.schoolDays.length; index += 1) {
    const lastOpen = calendar.schoolDays[index - 1]!;
    const reopens = calendar.schoolDays[index]!;
    if (reopens - lastOpen - 1 >= days) long.push({ firstDayClosed: dayOfNumber(lastOpen + 1), reopens: dayOfNumber(reopens) });
  }
  return long;
}
