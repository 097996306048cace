import { addDays, addYears, type Day, type DayRange, daysBetween, isWithin } from '#domain/calendar/day.ts';

/** Under so many years of its own, a school has no usual number. */
const LEAST_YEARS = 2;
const MOST_YEARS = 3;

/** What a half-term's worth of weeks brought in earlier years. */
export type UsualNumber = { readonly least: number; readonly most: number; readonly mean: number; readonly years: number };

/**
 * How many events of a kind (requests for an assessment) the same stretch of days brought in each of the last three years; null where the
 * record is younger than two. `since` is the first day the record knows of.
 */
export const usualNumber = (events: readonly Day[], since: Day | null, stretch: DayRange): UsualNumber | null => {
  const years = [1, 2, 3].filter((back) => since !== null && since <= addYears(stretch.from, -back));
  if (years.length < LEAST_YEARS) return null;
  const counts = years.slice(0, MOST_YEARS).map((back) => {
    const then = { from: addYears(stretch.from, -back), to: addYears(stretch.to, -back) };
    return events.filter((day) => isWithin(day, then)).length;
  });
  const sum = counts.reduce((all, one) => all + one, 0);
  return { least: Math.min(...counts), most: Math.max(...counts), mean: sum / counts.length, years: counts.length };
};

/** So many days spread evenly over a stretch, the first after an even share of it. */
export const spreadOver = (count: number, { from, to }: DayRange): Day[] => {
  const step = (daysBetween(from, to) + 1) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => addDays(from, Math.floor(step * (index + 0.5))));
};
