import type { HolidayCalendar } from '#domain/calendar/bank-holidays.ts';
import { addDays, addMonths, type Day, type DayRange, weekdayOfNumber } from '#domain/calendar/day.ts';
import { dateOf, dayOfDate, dayOfNumber, daysInMonth, monthOf, numberOf, yearOf } from '#domain/calendar/day-number.ts';
import { firstSchoolDayIndex, type SchoolCalendar, schooldaysLost } from '#domain/calendar/school-calendar.ts';

/*
 * Ways of counting, named as the law speaks. "From" leaves the trigger day out (it is day 0); "beginning with" counts it as day 1. Each
 * answers the last day on which the act is in time. Counts that need a calendar answer undefined where the calendar does not reach.
 */

/** "Within N weeks of": the same weekday N weeks on; holidays and weekends count (SEND Regulations 2014). */
export function weeksFrom(trigger: Day, weeks: number): Day {
  return addDays(trigger, weeks * 7);
}

/** "Within N days of": calendar days, the trigger left out (34 CFR 300.11(a)). */
export function daysFrom(trigger: Day, days: number): Day {
  return addDays(trigger, days);
}

/** "N days beginning with the day": the trigger is day 1, so 15 days end 14 days later. */
export function daysBeginningWith(trigger: Day, days: number): Day {
  return addDays(trigger, days - 1);
}

/** "Within N months of": the corresponding date, or the last of a month that has none (*Dodds v Walker* [1981] UKHL). */
export function monthsFrom(trigger: Day, months: number): Day {
  return addMonths(trigger, months);
}

/**
 * "A period of N months starting with": ends the day before the corresponding date; where that month has no such date the whole of it
 * belongs to the period, so it ends on the month's last day. Three months starting with 30 November end on 28 February.
 */
export function monthsStartingWith(start: Day, months: number): Day {
  const corresponding = addMonths(start, months);
  return dateOf(corresponding) === dateOf(start) ? addDays(corresponding, -1) : corresponding;
}

/** "A period of 12 months starting with" a day: ends the day before the anniversary (Children and Families Act 2014 s.44(1)). */
export function yearPeriodStartingWith(start: Day): Day {
  return monthsStartingWith(start, 12);
}

/** "At least N weeks before": the latest day, counting back with the event as day 0. */
export function atLeastWeeksBefore(event: Day, weeks: number): Day {
  return addDays(event, -weeks * 7);
}

/** "Not fewer than N days before": the latest day, counting back with the event as day 0. */
export function atLeastDaysBefore(event: Day, days: number): Day {
  return addDays(event, -days);
}

/**
 * "At least N months before": the latest day whose corresponding date is not after the event. Five months before 31 July is the last of
 * February, because from 1 March there are only four months and 30 days.
 */
export function atLeastMonthsBefore(event: Day, months: number): Day {
  let latest = addMonths(event, -months);
  while (addMonths(addDays(latest, 1), months) <= event) latest = addDays(latest, 1);
  return latest;
}

/** The later of some days; undefined where none is known. */
export function laterOf(...days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce((latest, day) => (latest === undefined || (day !== undefined && day > latest) ? day : latest), undefined);
}

/** The earlier of some days; undefined where none is known. */
export function earlierOf(...days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce((earliest, day) => (earliest === undefined || (day !== undefined && day < earliest) ? day : earliest), undefined);
}

/** The date with this month and number in the same calendar year as a day, such as 15 February of the year of transfer. */
export function fixedDateInYearOf(day: Day, month: number, date: number): Day {
  const year = yearOf(day);
  return dayOfDate(year, month, Math.min(date, daysInMonth(year, month)));
}

/** Whether a day is Monday to Friday and no public holiday. */
export function isWorkingDay(day: Day, holidays: HolidayCalendar): boolean {
  return weekdayOfNumber(numberOf(day)) <= 5 && !holidays.dates.has(day);
}

/** "Within N working days of": the trigger left out, weekends and bank holidays passed over. */
export function workingDaysFrom(trigger: Day, days: number, holidays: HolidayCalendar): Day | undefined {
  return countOn(trigger, days, holidays, (day) => isWorkingDay(day, holidays));
}

/** "N working days beginning with": the trigger is day 1 where it is a working day itself. */
export function workingDaysBeginningWith(trigger: Day, days: number, holidays: HolidayCalendar): Day | undefined {
  return workingDaysFrom(addDays(trigger, -1), days, holidays);
}

/** "Within N business days of": Monday to Friday except federal and State holidays (34 CFR 300.11(b)). */
export const businessDaysFrom = workingDaysFrom;

/** "At least N business days before": counting back with the event as day 0. */
export function atLeastBusinessDaysBefore(event: Day, days: number, holidays: HolidayCalendar): Day {
  let day = event;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days from one day to another, both included. */
export function workingDaysIn(range: DayRange, holidays: HolidayCalendar): number {
  let days = 0;
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) days += 1;
  return days;
}

/** The day itself where it is a working day, else the next one. */
export function sameOrNextWorkingDay(day: Day, holidays: HolidayCalendar): Day {
  return isWorkingDay(day, holidays) ? day : sameOrNextWorkingDay(addDays(day, 1), holidays);
}

/** The working day before a day off, or the day itself: a display aid ("soft target"), never law. */
export function sameOrPreviousWorkingDay(day: Day, holidays: HolidayCalendar): Day {
  return isWorkingDay(day, holidays) ? day : sameOrPreviousWorkingDay(addDays(day, -1), holidays);
}

/** "Within N school days of": day 1 is the first school day after the trigger (34 CFR 300.11(c)). */
export function schoolDaysFrom(trigger: Day, days: number, calendar: SchoolCalendar): Day | undefined {
  return days === 0 ? trigger : nthSchoolDay(numberOf(trigger) + 1, days, calendar);
}

/** "N school days beginning with": the trigger is school day 1 where pupils attend on it. */
export function schoolDaysBeginningWith(trigger: Day, days: number, calendar: SchoolCalendar): Day | undefined {
  return nthSchoolDay(numberOf(trigger), days, calendar);
}

/** The longest time before a calendar's first day for which no school day is presumed: a summer. What lies further back is not known. */
const SUMMER = 100;

function nthSchoolDay(from: number, nth: number, calendar: SchoolCalendar): Day | undefined {
  const first = calendar.schoolDays[0];
  if (first === undefined || from < first - SUMMER) return undefined;
  const number = calendar.schoolDays[firstSchoolDayIndex(from, calendar) + nth - 1];
  return number === undefined ? undefined : dayOfNumber(number);
}

/** Whether a day drops out of a tribunal count: 25 December to 1 January and all of August (SI 2008/2699 r.12(3)(b)). */
export function isTribunalPause(day: Day): boolean {
  const month = monthOf(day);
  return month === 8 || (month === 12 && dateOf(day) >= 25) || (month === 1 && dateOf(day) === 1);
}

/** Whether a day counts among the tribunal's working days. */
export function isTribunalWorkingDay(day: Day, holidays: HolidayCalendar): boolean {
  return !isTribunalPause(day) && isWorkingDay(day, holidays);
}

/** "Within N working days" in a SEN appeal, for every act but lodging it: Christmas and August are not counted (r.12(3)(b)). */
export function tribunalWorkingDaysFrom(trigger: Day, days: number, holidays: HolidayCalendar): Day | undefined {
  return countOn(trigger, days, holidays, (day) => isTribunalWorkingDay(day, holidays));
}

/** Why the last day for lodging an appeal moved. */
export type LodgingExtension = 'none' | 'christmas' | 'august' | 'next-working-day';

/**
 * The last day for lodging an appeal: a limit that ends on 25 December to 1 January or in August moves to the first working day after it,
 * one that ends on another day off moves to the next working day (SI 2008/2699 r.12(2), (3)(a)).
 */
export function lodgingDay(limit: Day, holidays: HolidayCalendar): { readonly due: Day; readonly extension: LodgingExtension } {
  if (isTribunalPause(limit)) {
    const august = monthOf(limit) === 8;
    const lastOfPause = august ? dayOfDate(yearOf(limit), 8, 31) : dayOfDate(yearOf(limit) + (monthOf(limit) === 12 ? 1 : 0), 1, 1);
    return { due: sameOrNextWorkingDay(addDays(lastOfPause, 1), holidays), extension: august ? 'august' : 'christmas' };
  }
  const due = sameOrNextWorkingDay(limit, holidays);
  return { due, extension: due === limit ? 'none' : 'next-working-day' };
}

/** Calendar days that do not count: those of breaks of more than five schooldays (Cal. Ed. Code 56043, 56344). */
export function breaksThatPause(breaks: readonly DayRange[], weekdays?: readonly number[]): DayRange[] {
  return breaks.filter((range) => schooldaysLost(range, weekdays) > 5);
}

/** "Within N days", days of the pauses left out; the clock starts again on the day after each pause. */
export function daysFromPaused(trigger: Day, days: number, pauses: readonly DayRange[]): Day {
  let day = trigger;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (!pauses.some((pause) => pause.from <= day && day <= pause.to)) left -= 1;
  }
  return day;
}

function countOn(trigger: Day, days: number, holidays: HolidayCalendar, counts: (day: Day) => boolean): Day | undefined {
  let day = trigger;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (day > holidays.knownTo) return undefined;
    if (counts(day)) left -= 1;
  }
  return day;
}
