import type { Day } from '#domain/calendar/day.ts';
import { numberOf, yearOf } from '#domain/calendar/day-number.ts';
import { parentDayWords, parentTimeWords } from '#domain/calendar/wording.ts';

/** English letters in England say days and times as all our letters to families do. */
const BRITISH = 'en-GB';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Noon of a day in UTC, in milliseconds: days are counted in no zone, and noon is the same day wherever a formatter could put it. */
const noonOf = (day: Day): number => numberOf(day) * DAY + DAY / 2;

/** A time of the first day of all, in milliseconds. */
const momentOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;

/** `Tuesday 8 December 2026`, `wtorek, 8 grudnia 2026`, as the locale writes a whole date, in figures that English readers know too. */
export const dayInLanguage = (day: Day, locale: string): string =>
  locale === BRITISH ? `${parentDayWords(day)} ${yearOf(day)}` : inLocale(day, locale);

const inLocale = (day: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    numberingSystem: 'latn',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(noonOf(day));

/** `2 pm`, `14:00`: a wall-clock time as the locale writes it. */
export const timeInLanguage = (time: string, locale: string): string =>
  locale === BRITISH ? parentTimeWords(time) : timeInLocale(time, locale);

const timeInLocale = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  }).format(momentOf(time));
