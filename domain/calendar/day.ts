import { dateOf, dayOfDate, dayOfNumber, daysInMonth, monthOf, numberOf, textOfDate, yearOf } from '#domain/calendar/day-number.ts';

/** A calendar day as branded ISO text, `2026-03-27`: it sorts and compares as text and passes through JSON and SQL unchanged. */
export type Day = string & { readonly __brand: 'Day' };

/** A moment as branded UTC text, `2026-03-27T09:00:00.000Z`; only for things that happen at a moment. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A run of days, both ends included. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** Day of the week as ISO 8601 counts: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Text that names no day; the message says which text and why. */
export class NotADay extends RangeError {
  override readonly name = 'NotADay';
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Why a text is not a day, in words fit to show, or undefined where it is one. */
export function dayProblem(text: string): string | undefined {
  if (!DAY_SHAPE.test(text)) return `“${text}” is not a date of the form 2026-03-27.`;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (year < 1) return `“${text}” is not a date: there is no year 0.`;
  if (month < 1 || month > 12) return `“${text}” is not a date: there is no month ${month}.`;
  const last = daysInMonth(year, month);
  if (date < 1 || date > last) return `“${text}” is not a date: ${MONTHS[month - 1]} ${year} has ${last} days.`;
  return undefined;
}

/** Whether a text names a day that exists; `2026-06-31` does not. */
export function isDay(text: string): text is Day {
  return dayProblem(text) === undefined;
}

/** The day that a text names. Throws {@link NotADay}, naming the text, where there is none. */
export function asDay(text: string): Day {
  const problem = dayProblem(text);
  if (problem) throw new NotADay(problem);
  return text as Day;
}

/** The day of a year, month (1 to 12) and date. Throws {@link NotADay} where the month has no such date. */
export function dayOf(year: number, month: number, date: number): Day {
  return asDay(textOfDate(year, month, date));
}

/** The day so many days later, or earlier where the number is negative. */
export function addDays(day: Day, days: number): Day {
  return days === 0 ? day : dayOfNumber(numberOf(day) + days);
}

/** Days from one day to another: 0 on the same day, negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/**
 * The corresponding date so many months on (or back), or the last day of that month where it has no such date. The end of the month does
 * not stick: two months from 28 February is 28 April (*Dodds v Walker*).
 */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOfDate(year, month, Math.min(dateOf(day), daysInMonth(year, month)));
}

/** The corresponding date so many years on; 29 February becomes 28 February in ordinary years. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): Weekday {
  return weekdayOfNumber(numberOf(day));
}

/** Day of the week of a day number; 1 January 1970 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Order of two days for sorting: negative when the first comes first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The Monday of the week that holds a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** Whether a day lies in a range, both ends included. */
export function isWithin(day: Day, range: DayRange): boolean {
  return range.from <= day && day <= range.to;
}

/** Each day from one to another, both included; none when the second comes first. */
export function daysFromTo(from: Day, to: Day): Day[] {
  const first = numberOf(from);
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, offset) => dayOfNumber(first + offset));
}

/** The days that two ranges share, or undefined when they do not meet. */
export function overlapOf(a: DayRange, b: DayRange): DayRange | undefined {
  const from = compareDays(a.from, b.from) > 0 ? a.from : b.from;
  const to = compareDays(a.to, b.to) < 0 ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}

/** How many days two ranges share, both ends included; 0 when they do not meet. */
export function daysShared(a: DayRange, b: DayRange): number {
  const shared = overlapOf(a, b);
  return shared ? daysBetween(shared.from, shared.to) + 1 : 0;
}
