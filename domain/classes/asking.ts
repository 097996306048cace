import { addDays, type Day, daysBetween, weekdayOf } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { isWorkingDayAt, schoolDaysOn } from '#domain/calendar/writing-hours.ts';

/** A unit of work a teacher plans, by the day it begins. */
export type Unit = { readonly title: string; readonly on: Day };

/** When a teacher wants to be shown what helps: on one day of the week, on the school day before a unit of work, or never. */
export type Asking = {
  readonly strategies: 'weekly' | 'before-units' | 'never';
  /** Monday is 1, Friday 5. */
  readonly strategiesOn: number;
  readonly units: readonly Unit[];
};

/** What brings a card today: the week's day, a unit that begins next, or only that something changed since it was read. */
export type Occasion = { readonly kind: 'weekly' } | { readonly kind: 'unit'; readonly title: string } | { readonly kind: 'changed' };

/** The occasion of a day; null where nobody is written to: no school, or the teacher wants no card. */
export const occasionOf = ({ strategies, strategiesOn, units }: Asking, today: Day, calendar: SchoolCalendar): Occasion | null => {
  if (strategies === 'never' || !isWorkingDayAt(calendar, today)) return null;
  if (strategies === 'weekly')
    return weekdayOf(askingDayOfWeek(strategiesOn, today, calendar)) === weekdayOf(today) ? { kind: 'weekly' } : { kind: 'changed' };
  const unit = units.find(({ on }) => schoolDaysOn(on, -1, calendar) === today);
  return unit ? { kind: 'unit', title: unit.title } : { kind: 'changed' };
};

/** The chosen weekday of this week; the next school day of the week where the school is closed on it. */
const askingDayOfWeek = (weekday: number, today: Day, calendar: SchoolCalendar): Day => {
  const chosen = addDays(today, weekday - weekdayOf(today));
  return isWorkingDayAt(calendar, chosen) ? chosen : schoolDaysOn(chosen, 1, calendar);
};

/**
 * The next day on which a card comes by the teacher's own choice: today while its time has not come yet, else a later one; null where none
 * is set. Times are wall-clock times at the school.
 */
export const nextAsking = (
  asking: Asking & { readonly strategiesAt: string },
  today: Day,
  time: string,
  calendar: SchoolCalendar,
): Day | null => {
  if (asking.strategies === 'never') return null;
  for (let ahead = time < asking.strategiesAt ? 0 : 1; ahead <= 120; ahead += 1) {
    const day = addDays(today, ahead);
    const occasion = occasionOf(asking, day, calendar);
    if (occasion && occasion.kind !== 'changed') return day;
  }
  return null;
};

/** After so many days "it works" is worth asking again. */
const ASK_AGAIN_AFTER = 28;

/** Of one pupil a teacher teaches: was what stands now read, how many strategies have no answer, and when the teacher last answered. */
export type AskedPupil = { readonly reading: 'read' | 'changed' | 'new'; readonly open: number; readonly answeredOn: Day | null };

/**
 * Whether the card of the day asks about this pupil. Before a unit everybody is on it; on the week's day whoever is unread, unanswered or was
 * answered four weeks ago; on every other school day only what changed after it had been read.
 */
export const isAsked = ({ reading, open, answeredOn }: AskedPupil, occasion: Occasion, today: Day): boolean => {
  if (reading === 'changed') return true;
  if (occasion.kind === 'changed') return false;
  if (occasion.kind === 'unit') return answeredOn !== today;
  return reading === 'new' || open > 0 || answeredOn === null || daysBetween(answeredOn, today) >= ASK_AGAIN_AFTER;
};
