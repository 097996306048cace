import { type Day, daysBetween, daysFromTo, mondayOf } from '#domain/calendar/day.ts';
import { dateOf } from '#domain/calendar/day-number.ts';
import { monthName } from '#domain/calendar/wording.ts';

/** A month's short name and the week, counted from 0, over which it stands. */
export type MonthOver = { readonly month: string; readonly week: number };

/**
 * The months of a picture whose columns are weeks, Monday first: each month that has a day in it, over the week in which it begins. The
 * first month stands over the first week, even where the next begins in the same one.
 */
export function monthsOver(first: Day, last: Day): MonthOver[] {
  const monday = mondayOf(first);
  return daysFromTo(first, last)
    .filter((day) => day === first || dateOf(day) === 1)
    .map((day) => ({ month: monthName(day).slice(0, 3), week: Math.floor(daysBetween(monday, day) / 7) }));
}
