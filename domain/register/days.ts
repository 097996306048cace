import { addDays, asDay, type Day, isDay } from '#domain/calendar/day.ts';
import type { Cell } from './cell.ts';

/** Whether `03/04/2026` is 3 April (the United Kingdom) or March 4 (the United States). */
export type DayOrder = 'day-first' | 'month-first';

/** A value read, or why not, in words for the person who has the sheet open. */
export type Read<T> = { readonly value: T } | { readonly fault: string; readonly suggestion?: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

/** Days that a spreadsheet counts from 30 December 1899; below and above, a bare number is a number and no date (1927 to 2119). */
const SERIALS = { from: 10_000, to: 80_000 };
const SERIAL_ZERO = asDay('1899-12-30');

/** The day of a spreadsheet's serial number in the 1900 system; a time of day after the point is left off. */
export const dayOfSerial = (serial: number): Day | null =>
  serial >= SERIALS.from && serial < SERIALS.to ? addDays(SERIAL_ZERO, Math.floor(serial)) : null;

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;

/**
 * The order that a column's own values prove: one whose first number is above 12 is day first, one whose second is, month first. The
 * nation's order where nothing proves it, or where the column proves both.
 */
export const dayOrderOf = (values: readonly Cell[], usual: DayOrder): DayOrder => {
  const parts = values
    .flatMap((cell) => (typeof cell === 'string' ? [NUMERIC.exec(withoutTime(cell))] : []))
    .filter((match) => match !== null);
  const dayFirst = parts.some(([, first]) => Number(first) > 12);
  const monthFirst = parts.some(([, , second]) => Number(second) > 12);
  if (dayFirst === monthFirst) return usual;
  return dayFirst ? 'day-first' : 'month-first';
};

const withoutTime = (text: string): string =>
  text
    .trim()
    .replace(/(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|Z|[+-]\d{2}:?\d{2})?$/i, '')
    .trim();

/** A year of two figures: not further ahead than `ahead` years from today, else of the century before. */
const wholeYear = (text: string, today: Day, ahead: number): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  const now = Number(today.slice(0, 4));
  const guess = Math.floor(now / 100) * 100 + year;
  return guess > now + ahead ? guess - 100 : guess;
};

const madeOf = (year: number, month: number, date: number): Read<Day> => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (isDay(text)) return { value: text };
  if (month < 1 || month > 12) return { fault: `There is no month ${month}` };
  if (month === 2 && date === 29) return { fault: `${year} has no 29 February` };
  return { fault: `There is no ${date} ${MONTH_NAMES[month - 1]}` };
};

const monthNamed = (text: string): number => MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;

/**
 * The day of a cell: a date of the spreadsheet, a serial number, or text as people write it (28/02/2017, 28 Feb 2017, Feb 28, 2017,
 * 2017-02-28). `ahead`: how many years ahead a year of two figures may lie.
 */
export const readDay = (cell: Cell, order: DayOrder, today: Day, ahead = 0): Read<Day> => {
  if (typeof cell === 'number') {
    const day = dayOfSerial(cell);
    return day ? { value: day } : { fault: 'Not a date' };
  }
  if (cell !== null && typeof cell === 'object' && 'day' in cell) return { value: cell.day };
  if (typeof cell !== 'string') return { fault: 'Not a date' };
  const text = withoutTime(cell);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return madeOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const year = wholeYear(numeric[3] ?? '', today, ahead);
    return order === 'day-first' ? madeOf(year, second, first) : madeOf(year, first, second);
  }
  return written(text, today, ahead);
};

const written = (text: string, today: Day, ahead: number): Read<Day> => {
  const bare = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '').replace(/(\d)(?:st|nd|rd|th)\b/i, '$1');
  const dayFirst = /^(\d{1,2})[\s\-/.]+(?:of\s+)?([a-z]{3,9})[\s\-/.,]+(\d{4}|\d{2})$/i.exec(bare);
  if (dayFirst && monthNamed(dayFirst[2] ?? '') > 0)
    return madeOf(wholeYear(dayFirst[3] ?? '', today, ahead), monthNamed(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})[\s\-/.]+(\d{1,2})[\s\-/.,]+(\d{4}|\d{2})$/i.exec(bare);
  if (monthFirst && monthNamed(monthFirst[1] ?? '') > 0)
    return madeOf(wholeYear(monthFirst[3] ?? '', today, ahead), monthNamed(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return { fault: 'Not a date' };
};
