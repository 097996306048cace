import { type DayRange, overlapOf } from '#domain/calendar/day.ts';
import { instructionalPeriodOf, type SchoolCalendar, schoolDaysIn } from '#domain/calendar/school-calendar.ts';

/** School days from which services are owed during a disciplinary removal (34 CFR 300.530(d)). */
export const SERVICES_FROM_SCHOOL_DAY = 11;

/** School days removed in one school year, and whether services are owed. */
export type RemovalSum = { readonly schoolDaysRemoved: number; readonly overTen: boolean };

/**
 * Sums the school days of removals in the school year of the latest one: the sum starts at zero with each year, holidays and breaks drop
 * out (34 CFR 300.530(b)(2), (d), 300.536).
 */
export function sumOfRemovals(removals: readonly DayRange[], calendar: SchoolCalendar): RemovalSum {
  const latest = removals.reduce<DayRange | undefined>((last, range) => (last && last.from >= range.from ? last : range), undefined);
  const year = latest && instructionalPeriodOf(latest.from, calendar);
  const inYear = removals.flatMap((range) => (year ? (overlapOf(range, year) ?? []) : []));
  const schoolDaysRemoved = inYear.reduce((sum, range) => sum + schoolDaysIn(range, calendar), 0);
  return { schoolDaysRemoved, overTen: schoolDaysRemoved >= SERVICES_FROM_SCHOOL_DAY };
}
