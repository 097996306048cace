import { type Day, daysBetween, weekdayOf } from '#domain/calendar/day.ts';
import { dateOf, monthOf, yearOf } from '#domain/calendar/day-number.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `Fri 27 Nov`; with the year only where the day lies outside the school year of today. */
export function dayWords(day: Day, today: Day): string {
  const year = schoolYearOf(today);
  return year.from <= day && day <= year.to ? shortDay(day) : dayWordsWithYear(day);
}

/**
 * `Wed 26 Aug` where a whole date with its year stands close by: the year is given only for days of another school year that lie more than
 * six months from today.
 */
export function nearDayWords(day: Day, today: Day): string {
  return Math.abs(daysBetween(day, today)) <= HALF_A_YEAR ? shortDay(day) : dayWords(day, today);
}

const HALF_A_YEAR = 183;

/** `Wed 2 Dec 2026`: for places where law is explained. */
export function dayWordsWithYear(day: Day): string {
  return `${shortDay(day)} ${yearOf(day)}`;
}

function shortDay(day: Day): string {
  return `${weekdayName(day).slice(0, 3)} ${dateOf(day)} ${monthName(day).slice(0, 3)}`;
}

/** `November`. */
export function monthName(day: Day): string {
  return MONTHS[monthOf(day) - 1] ?? '';
}

/** `Friday`. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? '';
}

/** A run of days: `1 to 14 Aug`, `28 Jul to 3 Aug`, `30 Dec 2026 to 2 Jan 2027`. */
export function rangeWords(from: Day, to: Day): string {
  const end = `${dateOf(to)} ${monthName(to).slice(0, 3)}`;
  if (from === to) return end;
  if (yearOf(from) !== yearOf(to)) return `${dateOf(from)} ${monthName(from).slice(0, 3)} ${yearOf(from)} to ${end} ${yearOf(to)}`;
  return monthOf(from) === monthOf(to) ? `${dateOf(from)} to ${end}` : `${dateOf(from)} ${monthName(from).slice(0, 3)} to ${end}`;
}

/** `3 days late`, `Today`, `1 day left`, `9 days left`: calendar days from today to a due date. */
export function daysLeftWords(due: Day, today: Day): string {
  return leftWords(daysBetween(today, due), 'day');
}

/** `9 school days left`: for rules that count school or working days; the number left is counted with the calendar. */
export function countedDaysLeftWords(left: number, unit: 'school day' | 'working day' | 'business day'): string {
  return leftWords(left, unit);
}

function leftWords(left: number, unit: string): string {
  if (left === 0) return 'Today';
  return left < 0 ? `${countWords(-left, unit)} late` : `${countWords(left, unit)} left`;
}

/** `1 day`, `12 days`: a number with its noun; the plural takes an s unless another is given. */
export function countWords(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `14:00 to 15:00`. */
export function timesWords(from: string, to: string): string {
  return `${from} to ${to}`;
}

/** For parents: `Tuesday 8 December`. */
export function parentDayWords(day: Day): string {
  return `${weekdayName(day)} ${dateOf(day)} ${monthName(day)}`;
}

/** For parents: `2 pm`, `9.30 am`, `noon` and `midnight`, from a 24-hour time. */
export function parentTimeWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const hours = hour % 12 === 0 ? 12 : hour % 12;
  return `${hours}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`} ${hour < 12 ? 'am' : 'pm'}`;
}

/** For parents: `Tuesday 8 December, 2 pm to 3 pm`. */
export function parentSlotWords(day: Day, from: string, to: string): string {
  return `${parentDayWords(day)}, ${parentTimeWords(from)} to ${parentTimeWords(to)}`;
}

/** `10 years 8 months`, from completed months of age. */
export function ageWords(months: number): string {
  const years = countWords(Math.floor(months / 12), 'year');
  return months % 12 === 0 ? years : `${years} ${countWords(months % 12, 'month')}`;
}
