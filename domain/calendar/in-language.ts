import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { parentDayWords, parentTimeWords } from '#domain/calendar/wording.ts';

/** English letters in England say days and times as all our letters to families do. */
const BRITISH = 'en-GB';

/** Days are counted in no zone; noon UTC is the same day everywhere a formatter could put it. */
const moment = (day: Day, time = '12:00'): Date => new Date(`${day}T${time}:00Z`);

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
  }).format(moment(day));

/** `2 pm`, `14:00`: a wall-clock time as the locale writes it. */
export const timeInLanguage = (time: string, locale: string): string =>
  locale === BRITISH ? parentTimeWords(time) : timeInLocale(time, locale);

const timeInLocale = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  }).format(moment('2026-01-01' as Day, time));
