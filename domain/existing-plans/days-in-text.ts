import { type Day, isDay } from '#domain/calendar/day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+(\\d{4})\\b`, 'i');
const MONTH_DAY = new RegExp(`\\b${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const FIGURES = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/;

/** How a nation writes a date in figures: `04/12/2025` is 4 December in England and 12 April in the United States. */
export type DateManner = 'england' | 'us';

const two = (number: number): string => String(number).padStart(2, '0');

const dayFrom = (year: number, month: number, date: number): Day | null => {
  const text = `${year}-${two(month)}-${two(date)}`;
  return isDay(text) ? text : null;
};

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

type Reader = (found: RegExpExecArray, manner: DateManner) => Day | null;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [ISO, (found) => dayFrom(Number(found[1]), Number(found[2]), Number(found[3]))],
  [DAY_MONTH, (found) => dayFrom(Number(found[3]), monthNumber(found[2] ?? ''), Number(found[1]))],
  [MONTH_DAY, (found) => dayFrom(Number(found[3]), monthNumber(found[1] ?? ''), Number(found[2]))],
  [
    FIGURES,
    (found, manner) => {
      const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
      const whole = year < 100 ? 2000 + year : year;
      return manner === 'us' ? dayFrom(whole, first, second) : dayFrom(whole, second, first);
    },
  ],
];

/** The first date that a text states in full, and where it stands; null where there is none, or where it names no day that exists. */
export function dayIn(text: string, manner: DateManner): { readonly day: Day; readonly from: number; readonly to: number } | null {
  const found = readers
    .flatMap(([shape, read]) => {
      const match = shape.exec(text);
      const day = match && read(match, manner);
      return match && day ? [{ day, from: match.index, to: match.index + match[0].length }] : [];
    })
    .sort((one, other) => one.from - other.from);
  return found[0] ?? null;
}

const KEY_STAGE_ENDS: Readonly<Record<string, number>> = { '1': 2, '2': 6, '3': 9, '4': 11, '5': 13 };

/**
 * "By the end of Year 7", "by the end of Key Stage 4": the summer in which that year group of the child's ends, taken as 31 July. It is
 * reckoned from the birthday (a school year holds birthdays of 1 September to 31 August) and so only ever a suggestion.
 */
export function endOfYearIn(text: string, birthday: Day | null): Day | null {
  const found = /\bend of (?:(?:school )?year\s*(\d{1,2})|(?:key stage|ks)\s*(\d))\b/i.exec(text);
  const year = found?.[1] ? Number(found[1]) : found?.[2] ? KEY_STAGE_ENDS[found[2]] : undefined;
  if (!birthday || !year || year > 14) return null;
  const born = Number(birthday.slice(0, 4)) - (birthday.slice(5) < '09-01' ? 1 : 0);
  return dayFrom(born + 6 + year, 7, 31);
}
