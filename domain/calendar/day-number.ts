import type { Day } from '#domain/calendar/day.ts';

/**
 * Days as whole numbers, 0 being 1 January 1970, for arithmetic without Date or Temporal: a nation's clocks are recounted every night,
 * and this is the inner loop. The conversion is the usual proleptic Gregorian one over 400-year eras that begin on 1 March.
 */

const DAYS_IN_ERA = 146_097;
const EPOCH_SHIFT = 719_468;
const ZERO = 48;

/** Day number of a calendar date; the date must exist. */
export function numberOfDate(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_SHIFT;
}

/** Day number of a day; text of the form `YYYY-MM-DD` is read digit by digit. */
export function numberOf(day: Day): number {
  return numberOfDate(yearOf(day), monthOf(day), dateOf(day));
}

/** Year of a day, read from its text. */
export function yearOf(day: Day): number {
  return digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
}

/** Month of a day, 1 to 12, read from its text. */
export function monthOf(day: Day): number {
  return digit(day, 5) * 10 + digit(day, 6);
}

/** Date in the month, 1 to 31, read from its text. */
export function dateOf(day: Day): number {
  return digit(day, 8) * 10 + digit(day, 9);
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;

/** Texts already made, from 1 January 1900 to the end of 2099: the same few thousand days come up again and again. */
const FIRST_KEPT = -25_567;
const LAST_KEPT = 47_481;
const texts: (Day | undefined)[] = [];

/** The day with this number. */
export function dayOfNumber(number: number): Day {
  if (number < FIRST_KEPT || number > LAST_KEPT) return writeDay(number);
  const known = texts[number - FIRST_KEPT];
  if (known !== undefined) return known;
  const day = writeDay(number);
  texts[number - FIRST_KEPT] = day;
  return day;
}

function writeDay(number: number): Day {
  const shifted = number + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return textOfDate(year, month, date) as Day;
}

/** The day of a year, month (1 to 12) and date; whoever calls has made sure that it exists. */
export function dayOfDate(year: number, month: number, date: number): Day {
  return dayOfNumber(numberOfDate(year, month, date));
}

/** A date written out as `2026-03-27`, whether it exists or not. */
export function textOfDate(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Number of days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
