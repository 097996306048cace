import { addDays, type Day, type Instant, weekdayOf } from '#domain/calendar/day.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { asWallClock, instantOf, localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';

/**
 * When people are asked and reminded: all in school days, and only between `opens` and `closes`. A practice of the school, not law.
 * Two reminders at most; after them the asker is told, to ask in person.
 */
export type Chasing = {
  /** School days that people have to answer, when nobody says otherwise. */
  readonly answerWithin: number;
  /** The first reminder: school days before the due day. */
  readonly remindBefore: number;
  /** The second reminder: school days after the due day. */
  readonly remindAfter: number;
  /** When the asker is told who has not answered: school days after the due day. */
  readonly tellAfter: number;
  readonly opens: string;
  readonly closes: string;
};

export const USUAL_CHASING: Chasing = {
  answerWithin: 5,
  remindBefore: 1,
  remindAfter: 1,
  tellAfter: 2,
  opens: '08:00',
  closes: '17:00',
};

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

/** The day by which people are asked to answer when nobody says otherwise. */
export const usualDueDay = (today: Day, calendar: SchoolCalendar, { answerWithin }: Chasing): Day =>
  schoolDaysOn(today, answerWithin, calendar);

/** The steps of a chase, each on a later school day than the one before. */
export type ChaseDays = { readonly first: Day; readonly second: Day; readonly tell: Day };

/** When those who have not answered are reminded, and the asker told. Nobody is reminded on the day they were asked. */
export const chaseDays = (asked: Day, due: Day, calendar: SchoolCalendar, chasing: Chasing): ChaseDays => {
  const later = (day: Day, than: Day): Day => (day > than ? day : schoolDaysOn(than, 1, calendar));
  const first = later(schoolDaysOn(due, -chasing.remindBefore, calendar), asked);
  const second = later(schoolDaysOn(due, chasing.remindAfter, calendar), first);
  return { first, second, tell: later(schoolDaysOn(due, chasing.tellAfter, calendar), second) };
};

/** The moment at which the school opens on a day. */
export const openingOf = (day: Day, { opens }: Chasing, zone: Zone): Instant => instantOf(day, asWallClock(opens), zone);

/** Now where people may be written to now, else the opening of the next school day: the evening and the weekend are theirs. */
export const nextOpenMoment = (now: Instant, calendar: SchoolCalendar, chasing: Chasing, zone: Zone): Instant => {
  const { day, time } = localTimeOf(now, zone);
  const open = isWorkingDayAt(calendar, day);
  if (open && time >= chasing.opens && time < chasing.closes) return now;
  if (open && time < chasing.opens) return openingOf(day, chasing, zone);
  return openingOf(schoolDaysOn(day, 1, calendar), chasing, zone);
};
