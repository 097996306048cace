import { addDays, addMonths, asDay, type DayRange } from './day.ts';
import { yearOf } from './day-number.ts';
import { monthName } from './wording.ts';

/** The first and the last day of a month, `2027-03`. Throws where there is no such month. */
export function daysOfMonth(month: string): DayRange {
  const from = asDay(`${month}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** `March 2027` for `2027-03`. */
export function monthWords(month: string): string {
  const { from } = daysOfMonth(month);
  return `${monthName(from)} ${yearOf(from)}`;
}
