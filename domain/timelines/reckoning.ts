/**
 * How a rule reaches its date, as data: a small tree of named ways of counting, read by `reckon.ts` and told by the explanation. The words
 * below build it, so that a rule reads as the law does: `laterOf(months(2), months(1, from('certificate-issued')))`.
 */
export type Reckoning =
  | { readonly way: 'count'; readonly unit: Unit; readonly length: number; readonly beginningWith: boolean; readonly anchor?: Anchor }
  | { readonly way: 'before'; readonly unit: BackUnit; readonly length: number; readonly anchor?: Anchor }
  | { readonly way: 'earlier-of' | 'later-of'; readonly of: readonly Reckoning[] }
  | { readonly way: 'fixed-date'; readonly month: number; readonly date: number }
  | { readonly way: 'anniversary-of-birth'; readonly age: number }
  | { readonly way: 'agreed-date'; readonly kinds: readonly string[]; readonly otherwise: Reckoning }
  | { readonly way: 'if-happened'; readonly kinds: readonly string[]; readonly counted: Reckoning; readonly otherwise: Reckoning }
  | { readonly way: 'counted-on'; readonly first: Reckoning; readonly onwards: Reckoning }
  | { readonly way: 'lodging'; readonly limit: Reckoning }
  | { readonly way: 'paused-by-long-breaks'; readonly days: number; readonly lateReferral?: LateReferral }
  | { readonly way: 'with-absences'; readonly schoolDays: number; readonly absencesFrom: number; readonly endOfYear: EndOfYear }
  | { readonly way: 'not-in-summer'; readonly days: number; readonly unless: string; readonly afterEndOfYear: AfterEndOfYear }
  | { readonly way: 'weekday-of-month'; readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly way: 'end-of-school-year' };

/** Kinds of event beside the trigger that a way of counting looks for. */
export function kindsIn(reckoning: Reckoning): readonly string[] {
  switch (reckoning.way) {
    case 'count':
    case 'before':
      return reckoning.anchor?.kinds ?? [];
    case 'earlier-of':
    case 'later-of':
      return reckoning.of.flatMap(kindsIn);
    case 'agreed-date':
      return [...reckoning.kinds, ...kindsIn(reckoning.otherwise)];
    case 'if-happened':
      return [...reckoning.kinds, ...kindsIn(reckoning.counted), ...kindsIn(reckoning.otherwise)];
    case 'counted-on':
      return [...kindsIn(reckoning.first), ...kindsIn(reckoning.onwards)];
    case 'lodging':
      return kindsIn(reckoning.limit);
    case 'paused-by-long-breaks':
      return reckoning.lateReferral?.kinds ?? [];
    case 'not-in-summer':
      return reckoning.afterEndOfYear.kinds;
    default:
      return [];
  }
}

/** What a length is counted in. */
export type Unit = 'days' | 'weeks' | 'months' | 'years' | 'school-days' | 'working-days' | 'business-days' | 'tribunal-days';

/** Units that are counted backwards from an event. */
export type BackUnit = 'days' | 'weeks' | 'months' | 'business-days';

/** Another event that a length is counted from: the last of a kind before the trigger, or the first after it. */
export type Anchor = { readonly kinds: readonly string[]; readonly which: 'last-before' | 'first-after' };

/** A referral so late in the year that the limit runs from the first day of the next. */
export type LateReferral = { readonly within: number; readonly afterStart: number; readonly kinds?: readonly string[] };

/** Consent with so many school days left that a date takes the place of the count. */
export type EndOfYear = { readonly least: number; readonly most: number; readonly month: number; readonly date: number };

/** What follows an evaluation that was due on a date at the end of the year: so many school days of the next one. */
export type AfterEndOfYear = { readonly kinds: readonly string[]; readonly evaluation: Reckoning; readonly schoolDays: number };

const count = (unit: Unit, length: number, beginningWith: boolean, anchor?: Anchor): Reckoning => ({
  way: 'count',
  unit,
  length,
  beginningWith,
  ...(anchor ? { anchor } : {}),
});

/** The last event of these kinds before the trigger. */
export const sinceLast = (...kinds: string[]): Anchor => ({ kinds, which: 'last-before' });

/** The first event of these kinds after the trigger. */
export const fromNext = (...kinds: string[]): Anchor => ({ kinds, which: 'first-after' });

export const days = (length: number, anchor?: Anchor) => count('days', length, false, anchor);
export const weeks = (length: number, anchor?: Anchor) => count('weeks', length, false, anchor);
export const months = (length: number, anchor?: Anchor) => count('months', length, false, anchor);
export const years = (length: number, anchor?: Anchor) => count('years', length, false, anchor);
export const schoolDays = (length: number, anchor?: Anchor) => count('school-days', length, false, anchor);
export const workingDays = (length: number, anchor?: Anchor) => count('working-days', length, false, anchor);
export const businessDays = (length: number, anchor?: Anchor) => count('business-days', length, false, anchor);
export const tribunalDays = (length: number, anchor?: Anchor) => count('tribunal-days', length, false, anchor);

export const daysBeginningWith = (length: number, anchor?: Anchor) => count('days', length, true, anchor);
export const monthsStartingWith = (length: number, anchor?: Anchor) => count('months', length, true, anchor);
export const schoolDaysBeginningWith = (length: number, anchor?: Anchor) => count('school-days', length, true, anchor);
export const workingDaysBeginningWith = (length: number, anchor?: Anchor) => count('working-days', length, true, anchor);

const before = (unit: BackUnit, length: number): Reckoning => ({ way: 'before', unit, length });
export const daysBefore = (length: number) => before('days', length);
export const weeksBefore = (length: number) => before('weeks', length);
export const monthsBefore = (length: number) => before('months', length);
export const businessDaysBefore = (length: number) => before('business-days', length);

/** On the day of the trigger itself. */
export const onTheDay = days(0);

export const earlierOf = (...of: Reckoning[]): Reckoning => ({ way: 'earlier-of', of });
export const laterOf = (...of: Reckoning[]): Reckoning => ({ way: 'later-of', of });

/** A date of the trigger's calendar year, such as 15 February. */
export const dateInYear = (month: number, date: number): Reckoning => ({ way: 'fixed-date', month, date });

/** A birthday, where the trigger is the date of birth. */
export const atAge = (age: number): Reckoning => ({ way: 'anniversary-of-birth', age });

/** The day that people agreed on, where they did; else the ordinary count. */
export const agreedDateOr = (kinds: readonly string[], otherwise: Reckoning): Reckoning => ({ way: 'agreed-date', kinds, otherwise });

/** Once an event of these kinds has come after the trigger, a count from that event; until then the ordinary count. */
export const ifHappened = (kinds: readonly string[], counted: Reckoning, otherwise: Reckoning): Reckoning => ({
  way: 'if-happened',
  kinds,
  counted,
  otherwise,
});

/** A count from the day that another reaches: 90 days before the third birthday. */
export const countedOn = (first: Reckoning, onwards: Reckoning): Reckoning => ({ way: 'counted-on', first, onwards });

/** A limit for lodging an appeal, which Christmas, August and days off move (SI 2008/2699 r.12). */
export const lodging = (limit: Reckoning): Reckoning => ({ way: 'lodging', limit });

/** Calendar days that stop for breaks of more than five schooldays (California). */
export const daysPausedByLongBreaks = (length: number, lateReferral?: LateReferral): Reckoning => ({
  way: 'paused-by-long-breaks',
  days: length,
  ...(lateReferral ? { lateReferral } : {}),
});

/** School days that absences lengthen, and that a date replaces near the end of the year (Texas). */
export const schoolDaysWithAbsences = (length: number, absencesFrom: number, endOfYear: EndOfYear): Reckoning => ({
  way: 'with-absences',
  schoolDays: length,
  absencesFrom,
  endOfYear,
});

/** Calendar days that, where they end in the summer, run to the first day of classes, unless the trigger has this outcome (Texas). */
export const daysNotInSummer = (length: number, unless: string, afterEndOfYear: AfterEndOfYear): Reckoning => ({
  way: 'not-in-summer',
  days: length,
  unless,
  afterEndOfYear,
});

/** A day such as the third Thursday of January, in the academic year of the trigger. */
export const weekdayOfMonth = (nth: number, weekday: number, month: number): Reckoning => ({
  way: 'weekday-of-month',
  month,
  weekday,
  nth,
});

/** 31 August of the academic year of the trigger. */
export const endOfSchoolYear: Reckoning = { way: 'end-of-school-year' };
