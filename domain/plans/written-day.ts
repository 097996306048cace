import type { Day } from '#domain/calendar/day.ts';
import { dateOf, yearOf } from '#domain/calendar/day-number.ts';
import { dayWords, dayWordsWithYear, monthName, weekdayName } from '#domain/calendar/wording.ts';

export type Place = 'england' | 'us';

const american = (day: Day): string => `${monthName(day).slice(0, 3)} ${dateOf(day)}, ${yearOf(day)}`;

/** A day as a plan prints it: `Fri 26 Mar 2027`, or `Fri, Mar 26, 2027` in the United States. */
export const writtenDay = (day: Day, place: Place): string =>
  place === 'us' ? `${weekdayName(day).slice(0, 3)}, ${american(day)}` : dayWordsWithYear(day);

/** The same without the year where it lies in the school year in which the plan is dated: `Tue 8 Sep`. */
export const shortDay = (day: Day, dated: Day, place: Place): string => (place === 'us' ? american(day) : dayWords(day, dated));

/** A day in a narrow column: `26 Mar 2027`, or `Mar 26, 2027`. */
export const columnDay = (day: Day, place: Place): string => (place === 'us' ? american(day) : dayWordsWithYear(day).slice(4));
