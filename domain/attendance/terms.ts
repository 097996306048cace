import { addDays, type Day, type DayRange } from '#domain/calendar/day.ts';
import { closuresLastingAtLeast, instructionalPeriodOf, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';

/** Calendar days without school that end a term: Christmas and Easter do, a half-term with its two weekends (9 days) does not. */
const ENDS_A_TERM = 12;

/**
 * The term that holds a day, from its first school day to the day before the next one begins; a holiday belongs to the term before it.
 * Undefined where the school has published no calendar for that time.
 */
export const termOf = (day: Day, calendar: SchoolCalendar): DayRange | undefined => {
  const year = instructionalPeriodOf(day, calendar) ?? lastBefore(day, calendar.years);
  if (!year) return undefined;
  const begins = closuresLastingAtLeast(ENDS_A_TERM, calendar).map(({ reopens }) => reopens);
  const starts = [...new Set([...calendar.years.map(({ from }) => from), ...begins])].sort();
  const from = starts.filter((start) => start <= day).at(-1);
  const next = starts.find((start) => start > day);
  return from && { from, to: next ? addDays(next, -1) : schoolYearOf(from).to };
};

const lastBefore = (day: Day, years: readonly DayRange[]): DayRange | undefined => years.filter(({ to }) => to < day).at(-1);
