import { addDays, type Day, type DayRange, dayProblem, daysBetween, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import { breaksOf, type SchoolCalendarFacts, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { monthName, weekdayName } from '#domain/calendar/wording.ts';
import { Unclear } from '../turn.ts';

/** The days between which a review is wanted, and the words that were left when they were taken out. */
export type Wanted = { readonly left: string; readonly notBefore?: Day; readonly notAfter?: Day };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = String.raw`(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS.join('|')})[a-z]*(?: \d{4})?|\d{4}-\d{2}-\d{2}|today|tomorrow|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)`;
const BREAK = `(?:(?:the )?(?:half[- ]?term|christmas|easter|summer|holidays|end of (?:the )?term))`;
const WHEN = `(?:${DAY}|${BREAK})`;

/**
 * Takes a wish for dates off the end of a command: `before half term`, `in the week of 7 Dec`, `after Fri 4 Dec`, `by 18 December`,
 * `next week`, `between 7 Dec and 18 Dec`. Without such words both ends stay open. Throws {@link Unclear} where words name no real day.
 */
export const wantedDays = (words: string, today: Day, terms: SchoolCalendarFacts | null): Wanted => {
  for (const { shape, days } of WISHES) {
    const found = new RegExp(`(?:^|\\s)${shape}[.?!]*$`, 'i').exec(words);
    if (!found) continue;
    const [from, to] = found.slice(1);
    const range = days((text) => daysOf(text, today, terms), from ?? '', to ?? '', today);
    if (range.notBefore && range.notAfter && range.notBefore > range.notAfter) throw new Unclear('The first day comes after the last one.');
    if (range.notAfter && range.notAfter < today) throw new Unclear('That is in the past.');
    return { left: words.slice(0, found.index).trim(), ...range };
  }
  return { left: words.trim() };
};

type Reading = (words: string) => DayRange;
type Wish = {
  readonly shape: string;
  readonly days: (read: Reading, from: string, to: string, today: Day) => { readonly notBefore?: Day; readonly notAfter?: Day };
};

const week = (day: Day) => ({ notBefore: mondayOf(day), notAfter: addDays(mondayOf(day), 6) });
const WISHES: readonly Wish[] = [
  {
    shape: `between (${WHEN}) and (${WHEN})`,
    days: (read, from, to) => ({ notBefore: read(from).from, notAfter: read(to).to }),
  },
  { shape: `(?:in |during )?(?:the )?week (?:of|beginning|commencing) (${DAY})`, days: (read, from) => week(read(from).from) },
  { shape: 'next week', days: (_, __, ___, today) => week(addDays(today, 7)) },
  { shape: 'this week', days: (_, __, ___, today) => ({ ...week(today), notBefore: today }) },
  { shape: `before (${WHEN})`, days: (read, from) => ({ notAfter: addDays(read(from).from, -1) }) },
  { shape: `(?:by|until|no later than) (${WHEN})`, days: (read, from) => ({ notAfter: read(from).from }) },
  { shape: `after (${WHEN})`, days: (read, from) => ({ notBefore: addDays(read(from).to, 1) }) },
  { shape: `(?:from|not before) (${WHEN})`, days: (read, from) => ({ notBefore: read(from).from }) },
  { shape: `on (${DAY})`, days: (read, from) => ({ notBefore: read(from).from, notAfter: read(from).from }) },
];

const daysOf = (words: string, today: Day, terms: SchoolCalendarFacts | null): DayRange => {
  const text = words.toLowerCase().replace(/^the /, '');
  if (new RegExp(`^${BREAK}$`, 'i').test(text)) return breakOf(text, today, terms);
  const day = oneDay(text, today);
  return { from: day, to: day };
};

/** The next school holiday of that name, from the school's own term dates: five days or more without school. */
const breakOf = (name: string, today: Day, terms: SchoolCalendarFacts | null): DayRange => {
  const coming = terms
    ? breaksOf(schoolCalendar(terms)).filter((range) => range.from > today && daysBetween(range.from, range.to) >= 4)
    : [];
  const fits = coming.find(
    (range) => name.startsWith('end') || name === 'holidays' || HOLIDAYS[nameOf(name)].some((month) => touches(range, month)),
  );
  if (!fits) throw new Unclear(`The term dates do not say when ${name.replace(/^the /, '')} is. Say a date, as in “before Fri 18 Dec”.`);
  return fits;
};

const nameOf = (words: string): keyof typeof HOLIDAYS =>
  words.startsWith('half') ? 'half term' : (words as 'christmas' | 'easter' | 'summer');

/** Months and days by which a holiday is known. Half terms lie in late October, mid February and late May; Easter moves. */
const HOLIDAYS = {
  'half term': ['10-20/11-06', '02-08/02-28', '05-22/06-06'],
  christmas: ['12-25/12-25'],
  easter: ['03-22/04-25'],
  summer: ['07-15/08-31'],
} as const;

const touches = (range: DayRange, span: string): boolean => {
  const [from = '', to = ''] = span.split('/');
  return (
    [range.from.slice(0, 4), range.to.slice(0, 4)].some((year) => range.from <= `${year}-${to}` && range.to >= `${year}-${from}`) &&
    daysBetween(range.from, range.to) < 60
  );
};

const oneDay = (words: string, today: Day): Day => {
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  if (/^\d{4}-/.test(words)) return real(words);
  const weekday = WEEKDAYS.indexOf(words.replace(/^next /, '').slice(0, 3));
  if (weekday >= 0 && !/\d/.test(words)) return addDays(today, ((weekday + 1 - weekdayOf(today) + 6) % 7) + 1);
  const [, named, date = '', month = '', year] =
    /^(?:([a-z]+),? )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)(?: (\d{4}))?$/.exec(words) ?? [];
  const monthAndDate = `${String(MONTHS.indexOf(month.slice(0, 3)) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const day = real(`${year ?? (`${thisYear}-${monthAndDate}` < today ? thisYear + 1 : thisYear)}-${monthAndDate}`);
  if (named && !weekdayName(day).toLowerCase().startsWith(named.slice(0, 3))) {
    throw new Unclear(`${Number(date)} ${monthName(day).slice(0, 3)} ${day.slice(0, 4)} is a ${weekdayName(day)}. Say the date again.`);
  }
  return day;
};

const real = (text: string): Day => {
  const problem = dayProblem(text);
  if (problem) throw new Unclear(problem);
  return text as Day;
};
