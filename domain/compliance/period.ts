import { addDays, addMonths, type Day, type DayRange, dayOf, mondayOf } from '#domain/calendar/day.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { dayWords, monthName } from '#domain/calendar/wording.ts';

export type PeriodKind = 'term' | 'month' | 'year';

/** One column of the chart, a week by its Monday or in the year view a month: `14 Dec` in its head, `Mon 14 Dec` or `December` in a sentence. */
export type Column = DayRange & { readonly words: string; readonly title: string };

/** The stretch of days that is looked at, in columns. */
export type Period = DayRange & { readonly kind: PeriodKind; readonly columns: readonly Column[] };

/** A term's worth of weeks before this one, and as many after. */
const WEEKS = 11;

const weeks = (from: Day, count: number, today: Day): Column[] =>
  Array.from({ length: count }, (_, index) => {
    const monday = addDays(from, 7 * index);
    const title = dayWords(monday, today);
    return { from: monday, to: addDays(monday, 6), words: title.replace(/^\w+ /, ''), title };
  });

const months = (year: DayRange): Column[] =>
  Array.from({ length: 12 }, (_, index) => {
    const from = addMonths(year.from, index);
    return { from, to: addDays(addMonths(from, 1), -1), words: monthName(from).slice(0, 3), title: monthName(from) };
  });

/** First days of this month and the next. */
const monthOf = (today: Day): DayRange => {
  const first = dayOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1);
  return { from: first, to: addDays(addMonths(first, 1), -1) };
};

const columnsOf = (kind: PeriodKind, today: Day): Column[] => {
  if (kind === 'year') return months(schoolYearOf(today));
  if (kind === 'term') return weeks(addDays(mondayOf(today), -7 * WEEKS), 2 * WEEKS + 1, today);
  const month = monthOf(today);
  const from = mondayOf(month.from);
  return weeks(from, Math.ceil((Number(month.to.slice(8)) + 7) / 7) + 1, today).filter((week) => week.from <= month.to);
};

/**
 * The days of a view: a *term* is eleven weeks either side of this one, a *month* the weeks that touch the current month, a *year* the
 * school year in months.
 */
export const periodOf = (kind: PeriodKind, today: Day): Period => {
  const columns = columnsOf(kind, today);
  return { kind, columns, from: columns[0]?.from ?? today, to: columns.at(-1)?.to ?? today };
};
