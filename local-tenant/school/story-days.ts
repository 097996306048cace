import { addDays, addYears, asDay, type Day, daysBetween, type Instant, weekdayOf } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import { hollinBankCalendar } from './terms.ts';

/** The Monday on which the stories were written: with this as today every date is as written. */
const WRITTEN_ON = asDay('2026-11-23');
const ZONE = 'Europe/London';

/**
 * The stories are written in the dates of autumn 2026 and told as if they had happened around today. With any other today, each date keeps
 * its distance from it; what happened on a school day moves to the school day next to it, so that nobody teaches on a Sunday.
 */
export type StoryDays = {
  readonly today: Day;
  readonly calendar: SchoolCalendar;
  /** The day on which something written as this date happens. */
  on(written: string): Day;
  /** A moment on such a day, never later than the night before today. */
  at(written: string, time: string): Instant;
  /** A moment still to come, or past, exactly on its day. */
  startsAt(written: string, time: string): Instant;
  /** A birthday or another date that keeps its place in the school year and moves by whole years. */
  inSchoolYear(written: string): Day;
};

/** The stories' days, told for a today. On a weekend they are told for the Monday after it. */
export const storyDays = (today: Day): StoryDays => {
  const calendar = hollinBankCalendar(today);
  const shift = daysBetween(WRITTEN_ON, nextWeekday(today));
  const years = yearOf(schoolYearOf(today).from) - 2026;
  const on = (written: string): Day => {
    const asWritten = asDay(written);
    if (shift === 0 || isWeekend(asWritten)) return addDays(asWritten, shift);
    return nearest(addDays(asWritten, shift), asWritten <= WRITTEN_ON ? -1 : 1, calendar);
  };
  return {
    today,
    calendar,
    on,
    at: (written, time) => {
      const day = on(written);
      return instantOf(day < today ? day : addDays(today, -1), asWallClock(time), ZONE);
    },
    startsAt: (written, time) => instantOf(on(written), asWallClock(time), ZONE),
    inSchoolYear: (written) => addYears(asDay(written), years),
  };
};

/** The school day at or next to a day, looking one way; a holiday longer than three weeks is left as it is. */
const nearest = (day: Day, step: 1 | -1, calendar: SchoolCalendar): Day => {
  for (let distance = 0; distance <= 21; distance += 1) {
    const candidate = addDays(day, step * distance);
    if (isSchoolDay(candidate, calendar)) return candidate;
  }
  return isWeekend(day) ? addDays(day, step * 2) : day;
};

const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;
const nextWeekday = (day: Day): Day => (isWeekend(day) ? nextWeekday(addDays(day, 1)) : day);
