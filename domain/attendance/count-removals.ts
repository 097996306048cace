import { type Day, type DayRange, overlapOf } from '#domain/calendar/day.ts';
import { instructionalPeriodOf, type SchoolCalendar, schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { removalsOnEnd } from '#domain/timelines/removals.ts';
import type { Removal, RemovalKind } from './removal.ts';
import type { RemovalLaw, RemovalLimit } from './removal-limits.ts';
import { termOf } from './terms.ts';

/** One removal as a sum takes it: its school days in the period, and how they are known. Null: nobody knows them. */
export type CountedRemoval = {
  readonly removal: Removal;
  readonly days: number | null;
  readonly known: 'as recorded' | 'counted with the school’s calendar' | 'no calendar to count with';
};

/** School days removed in a period, held to the law's number. */
export type RemovalCount = {
  readonly limit: RemovalLimit | null;
  readonly period: DayRange | null;
  readonly days: number;
  readonly standing: 'plain' | 'near' | 'over';
  readonly counted: readonly CountedRemoval[];
  /** Removals of the period that are not summed, because they do not take the pupil out of school. */
  readonly beside: readonly Removal[];
};

/** A lunchtime away is half a school day, where the school system does not say otherwise. */
const SHARE: Readonly<Partial<Record<RemovalKind, number>>> = { lunchtime: 0.5 };

type With = { readonly law: RemovalLaw; readonly calendar: SchoolCalendar; readonly nation: string; readonly today: Day };

/**
 * School days of each removal, as the school system has them where it lies whole in the period, else counted with the school's calendar;
 * summed for each number that the law names. A removal that was decided counts whole, with its days to come; one without an end until today.
 */
export const countRemovals = (removals: readonly Removal[], setting: With): readonly RemovalCount[] =>
  setting.law.limits.length === 0
    ? [countOf(null, removals, setting)]
    : setting.law.limits.map((limit) => countOf(limit, removals, setting));

const countOf = (limit: RemovalLimit | null, removals: readonly Removal[], setting: With): RemovalCount => {
  const period = periodOf(limit?.period ?? 'year', setting);
  const inPeriod = removals.flatMap((removal) => (period && overlapOf(spanOf(removal, setting.today), period) ? [removal] : []));
  const counted = inPeriod
    .filter(({ kind }) => setting.law.counted.includes(kind))
    .map((removal) => countedIn(removal, period as DayRange, setting));
  const days = limit?.period === 'one' ? longestOnEnd(counted, setting) : sumOf(counted);
  const standing = !limit ? 'plain' : days > limit.limit ? 'over' : days >= limit.nearFrom ? 'near' : 'plain';
  return { limit, period, days, standing, counted, beside: inPeriod.filter(({ kind }) => !setting.law.counted.includes(kind)) };
};

const sumOf = (counted: readonly Pick<CountedRemoval, 'days'>[]): number => counted.reduce((sum, { days }) => sum + (days ?? 0), 0);

/** Removals without a school day between them are one. */
const longestOnEnd = (counted: readonly CountedRemoval[], { calendar, today }: With): number => {
  const spans = counted.map(({ removal, days }) => ({ ...spanOf(removal, today), days }));
  return Math.max(0, ...removalsOnEnd(spans, calendar).map(sumOf));
};

/** England's school year runs from 1 September; a State's is the year of instruction that its district publishes. */
const periodOf = (period: RemovalLimit['period'], { nation, calendar, today }: With): DayRange | null => {
  if (period === 'term') return termOf(today, calendar) ?? null;
  const published = nation === 'england' ? undefined : instructionalPeriodOf(today, calendar);
  return published ?? schoolYearOf(today);
};

const spanOf = ({ from, to }: Removal, today: Day): DayRange => ({ from, to: to ?? (from > today ? from : today) });

const countedIn = (removal: Removal, period: DayRange, { calendar, today }: With): CountedRemoval => {
  const span = spanOf(removal, today);
  const within = overlapOf(span, period) as DayRange;
  if (removal.days !== null && within.from === span.from && within.to === span.to)
    return { removal, days: removal.days, known: 'as recorded' };
  if (!calendar.years.some((year) => overlapOf(within, year))) return { removal, days: null, known: 'no calendar to count with' };
  const days = schoolDaysIn(within, calendar) * (SHARE[removal.kind] ?? 1);
  return { removal, days, known: 'counted with the school’s calendar' };
};

/** `2 days`, `1 day`, `4.5 days`. */
export const daysWords = (days: number): string => `${Number(days.toFixed(1))} school ${days === 1 ? 'day' : 'days'}`;

/** `this school year (since Tue 1 Sep 2026)`. */
export const periodWords = ({ limit, period }: RemovalCount): string => {
  const since = period ? ` (since ${dayWordsWithYear(period.from)})` : '';
  if (limit?.period === 'one') return `on end this school year${since}`;
  return `${limit?.period === 'term' ? 'this term' : 'this school year'}${since}`;
};
