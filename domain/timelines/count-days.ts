import { isTribunalWorkingDay, isWorkingDay } from '#domain/calendar/counting.ts';
import { addDays, type Day, daysBetween, daysFromTo, isWithin, weekdayOf } from '#domain/calendar/day.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Calendars, Reckoned } from '#domain/timelines/reckoned.ts';

/** One day of a count, as a square of its small calendar. */
export type CountedDay = {
  readonly day: Day;
  /** Which day of the count it is; 0 is the trigger where it is left out; null where the day is not counted. */
  readonly number: number | null;
  /** The school was closed; the day may count all the same. */
  readonly schoolClosed: boolean;
  readonly time: 'past' | 'today' | 'to-come';
  readonly isTrigger: boolean;
  readonly isDue: boolean;
  /** What falls on this day on the way. */
  readonly milestone?: string;
};

/** A count longer than this is told in words and not drawn. */
const LONGEST_DRAWN = 400;

/**
 * The count of a date, day by day, from its start to its last day (for counts backwards, from the date to the event). Empty for dates that
 * are not counted and for counts longer than 400 days.
 */
export function countDays(reckoned: Reckoned, calendars: Calendars, today: Day, milestones: ReadonlyMap<Day, string>): CountedDay[] {
  const { due, start, unit } = reckoned;
  const backwards = due < start.on;
  const [from, to] = backwards ? [due, start.on] : [start.on, due];
  if (unit === 'date' || daysBetween(from, to) > LONGEST_DRAWN) return [];
  const counts = countsIn(reckoned, calendars);
  const days = backwards ? daysFromTo(from, to).reverse() : daysFromTo(from, to);
  let counted = 0;
  const numbered = days.map((day, index): CountedDay => {
    const isDayZero = index === 0 && !reckoned.beginningWith;
    if (!isDayZero && counts(day)) counted += 1;
    const milestone = milestones.get(day);
    return {
      day,
      number: isDayZero ? 0 : counts(day) ? counted : null,
      schoolClosed: calendars.school !== undefined && isClosed(day, calendars.school),
      time: day < today ? 'past' : day === today ? 'today' : 'to-come',
      isTrigger: day === start.on,
      isDue: day === due,
      ...(milestone ? { milestone } : {}),
    };
  });
  return backwards ? numbered.reverse() : numbered;
}

/** Which days a unit counts; days after a limit that was moved are passed over, but the day it moved to is shown as due. */
function countsIn(reckoned: Reckoned, { holidays, school }: Calendars): (day: Day) => boolean {
  const { moved, pauses } = reckoned;
  if (moved) return (day) => day <= moved.from;
  if (pauses) return (day) => !pauses.some((pause) => isWithin(day, pause));
  switch (reckoned.unit) {
    case 'school-days':
      return (day) => school !== undefined && isSchoolDay(day, school);
    case 'working-days':
    case 'business-days':
      return (day) => isWorkingDay(day, holidays);
    case 'tribunal-days':
      return (day) => isTribunalWorkingDay(day, holidays);
    default:
      return () => true;
  }
}

/** Whether pupils are away: a weekday without school, or a weekend inside a longer closure. */
function isClosed(day: Day, school: SchoolCalendar): boolean {
  const weekday = weekdayOf(day);
  if (weekday <= 5) return !isSchoolDay(day, school);
  const friday = addDays(day, 5 - weekday);
  return !isSchoolDay(friday, school) && !isSchoolDay(addDays(friday, 3), school);
}
