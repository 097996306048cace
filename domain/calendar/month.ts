import { addDays, addMonths, asDay, type Day, type DayRange } from './day.ts';
import { monthName } from './wording.ts';

/** The first and the last day of a month, `2027-03`. Throws where there is no such month. */
export function daysOfMonth(month: string): DayRange {
  const from = asDay(`${month}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** `March 2027` for `2027-03`; nothing is reckoned, so that a page which only names months carries no calendar. */
export function monthWords(month: string): string {
  return `${monthName(`${month}-01` as Day)} ${month.slice(0, 4)}`;
}
