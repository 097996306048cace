import { addDays, type Day, type Instant, weekdayOf } from './day.ts';
import { isSchoolDay, type SchoolCalendar } from './school-calendar.ts';
import { asWallClock, instantOf, localTimeOf, type Zone } from './wall-clock.ts';

/**
 * The hours of a school day in which somebody may be written to of Waymark's own accord, `08:00` to `17:00` by the school's clock: asked,
 * reminded of a date, sent their morning card. The evening, the weekend and the holidays are theirs. A practice of the school, not law.
 */
export type WritingHours = { readonly opens: string; readonly closes: string };

/** Somebody's own hours: from the time they chose to hear from Waymark, else from the school's opening; never after the school closes. */
export const ownHours = (school: WritingHours, chosen: string | null): WritingHours => ({
  opens: chosen ?? school.opens,
  closes: school.closes,
});

/** Whether people may be written to on a day: a school day; Monday to Friday where the school's calendar does not reach. */
export const isWorkingDayAt = (calendar: SchoolCalendar, day: Day): boolean => {
  const [first, last] = [calendar.years[0], calendar.years.at(-1)];
  if (!first || !last || day < first.from || day > last.to) return weekdayOf(day) <= 5;
  return isSchoolDay(day, calendar);
};

/** A day so many school days on, or back where the number is negative; the day itself is not counted. */
export const schoolDaysOn = (day: Day, count: number, calendar: SchoolCalendar): Day => {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDayAt(calendar, at)) left -= 1;
  }
  return at;
};

/** The moment at which the hours of a day begin. */
export const openingOf = (day: Day, { opens }: Pick<WritingHours, 'opens'>, zone: Zone): Instant =>
  instantOf(day, asWallClock(opens), zone);

/** Now where somebody may be written to now, else the opening of the next school day. */
export const nextOpenMoment = (now: Instant, calendar: SchoolCalendar, hours: WritingHours, zone: Zone): Instant => {
  const { day, time } = localTimeOf(now, zone);
  const open = isWorkingDayAt(calendar, day);
  if (open && time >= hours.opens && time < hours.closes) return now;
  return openingOf(open && time < hours.opens ? day : schoolDaysOn(day, 1, calendar), hours, zone);
};
