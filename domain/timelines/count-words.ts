import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import type { Reckoned } from '#domain/timelines/reckoned.ts';

const UNIT_WORDS: Readonly<Record<Exclude<Reckoned['unit'], 'date'>, string>> = {
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
  'school-days': 'school day',
  'working-days': 'working day',
  'business-days': 'business day',
  'tribunal-days': 'working day, Christmas and August left out',
};

/** `20 weeks`, `15 days beginning with the day itself`, `2 weeks before`, `a fixed date`. */
export function lengthWords({ unit, length, beginningWith }: Reckoned): string {
  if (unit === 'date') return 'a fixed date';
  if (length === 0) return 'the day itself';
  const size = Math.abs(length);
  const words =
    unit === 'tribunal-days' ? `${countWords(size, 'working day')}, Christmas and August left out` : countWords(size, UNIT_WORDS[unit]);
  if (length < 0) return `${words} before`;
  return beginningWith ? `${words} beginning with the day itself` : words;
}

/** `The count: day 131 of 140` while it runs in days or weeks, else the length alone. */
export function countHeading(clock: Exclude<Clock, { state: 'not-started' }>, today: Day): string {
  const { reckoned, due } = clock;
  const inDays = reckoned.unit === 'days' || reckoned.unit === 'weeks';
  const shift = reckoned.beginningWith ? 1 : 0;
  const total = daysBetween(reckoned.start.on, due) + shift;
  if (!inDays || reckoned.pauses || clock.state !== 'running' || total <= 0 || today < reckoned.start.on)
    return `The count: ${lengthWords(reckoned)}`;
  return `The count: day ${daysBetween(reckoned.start.on, today) + shift} of ${total}`;
}

/** Why the last day is not the end of the count. */
export function movedWords({ moved }: Reckoned): string | undefined {
  if (!moved) return undefined;
  const from = dayWordsWithYear(moved.from);
  switch (moved.why) {
    case 'christmas':
      return `The count ends on ${from}. A limit that ends from 25 December to 1 January moves to the first working day after.`;
    case 'august':
      return `The count ends on ${from}. A limit that ends in August moves to the first working day after 31 August.`;
    case 'next-working-day':
      return `The count ends on ${from}, a day off, and moves to the next working day.`;
    case 'summer':
      return `The count ends on ${from}, in the summer, and moves to the first day of classes.`;
    case 'none':
      return undefined;
    default:
      return moved.why satisfies never;
  }
}

/** Why a date took the place of the count. */
export function replacedWords({ replaced }: Reckoned): string | undefined {
  switch (replaced) {
    case 'agreed':
      return 'The day that both sides agreed on takes the place of the count.';
    case 'end-of-year':
      return 'So few school days were left that a date at the end of the year takes the place of the count.';
    case 'late-referral':
      return 'The referral came so late in the year that the limit runs from the first day of the next.';
    case 'after-end-of-year':
      return 'The report was due at the end of the year, so the meeting follows in the first school days of the next.';
    case undefined:
      return undefined;
    default:
      return replaced satisfies never;
  }
}
