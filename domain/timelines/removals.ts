import { type DayRange, overlapOf } from '#domain/calendar/day.ts';
import { instructionalPeriodOf, type SchoolCalendar, schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { schoolDaysOn } from '#domain/calendar/writing-hours.ts';

/** School days from which services are owed during a disciplinary removal (34 CFR 300.530(d)). */
export const SERVICES_FROM_SCHOOL_DAY = 11;

/** School days removed in one school year, and whether services are owed. */
export type RemovalSum = { readonly schoolDaysRemoved: number; readonly overTen: boolean };

/**
 * Sums the school days of removals in the school year of the latest one: the sum starts at zero with each year, holidays and breaks drop
 * out (34 CFR 300.530(b)(2), (d), 300.536).
 */
export function sumOfRemovals(removals: readonly DayRange[], calendar: SchoolCalendar): RemovalSum {
  const schoolDaysRemoved = inLatestYear(removals, calendar).reduce((sum, range) => sum + schoolDaysIn(range, calendar), 0);
  return { schoolDaysRemoved, overTen: schoolDaysRemoved >= SERVICES_FROM_SCHOOL_DAY };
}

/** Whether removals change the placement. A pattern is for people to judge: similar behaviour, length, total and closeness. */
export type PlacementChange = {
  readonly longestRemoval: number;
  readonly changeOfPlacement: boolean;
  readonly patternToJudge: boolean;
};

/**
 * More than ten school days on end change the placement; more than ten in the school year in several removals may (34 CFR 300.536). Removals
 * without a school day between them are one.
 */
export function placementChange(removals: readonly DayRange[], calendar: SchoolCalendar): PlacementChange {
  const onEnd = removalsOnEnd(inLatestYear(removals, calendar), calendar);
  const longestRemoval = Math.max(0, ...onEnd.map((one) => one.reduce((sum, range) => sum + schoolDaysIn(range, calendar), 0)));
  const changeOfPlacement = longestRemoval >= SERVICES_FROM_SCHOOL_DAY;
  return { longestRemoval, changeOfPlacement, patternToJudge: !changeOfPlacement && sumOfRemovals(removals, calendar).overTen };
}

/** Removals in groups that stand on end: between those of one group lies no school day. */
export function removalsOnEnd<Removed extends DayRange>(removals: readonly Removed[], calendar: SchoolCalendar): Removed[][] {
  const groups: Removed[][] = [];
  for (const removal of [...removals].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = groups.at(-1)?.at(-1);
    if (last && removal.from <= schoolDaysOn(last.to, 1, calendar)) groups.at(-1)?.push(removal);
    else groups.push([removal]);
  }
  return groups;
}

function inLatestYear(removals: readonly DayRange[], calendar: SchoolCalendar): DayRange[] {
  const latest = removals.reduce<DayRange | undefined>((last, range) => (last && last.from >= range.from ? last : range), undefined);
  const year = latest && instructionalPeriodOf(latest.from, calendar);
  return removals.flatMap((range) => (year ? (overlapOf(range, year) ?? []) : []));
}
