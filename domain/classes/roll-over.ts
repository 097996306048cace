import { addDays, type Day, type DayRange } from '#domain/calendar/day.ts';
import { type SchoolYear, schoolYearOf, schoolYearStarting } from '#domain/calendar/school-year.ts';

/** A form class: where a pupil belongs, `6 Oak`. */
export type Form = { readonly name: string; readonly yearGroup: number };

/** A pupil of the old year. `placed` is the class in which the roster already has them for the new year. */
export type Rolling = {
  readonly id: string;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly placed: string | null;
};

/** What becomes of a pupil: to a class of the next year, the same year again, off the roll; or nobody can tell yet. */
export type Move =
  | { readonly sort: 'moves'; readonly to: string; readonly toYear: number }
  | { readonly sort: 'repeats'; readonly to: string | null }
  | { readonly sort: 'leaves' }
  | { readonly sort: 'doubt'; readonly why: string };

/** What a person settled. `to` is a class of the school, or the name of one to be made. */
export type Settled = { readonly sort: 'moves' | 'repeats' | 'leaves'; readonly to: string | null };

const yearName = (year: number): string => (year === 0 ? 'R' : String(year));

/** `6 Oak` becomes `7 Oak`, `R Ash` becomes `1 Ash`: the same class a year on; nothing where the name does not begin with its year. */
export const nextClassName = (name: string, year: number): string | null => {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return first.toUpperCase() === yearName(year) && rest.length > 0 ? [yearName(year + 1), ...rest].join(' ') : null;
};

/**
 * What becomes of a pupil: what somebody settled goes first, then where the roster has them, then the rule that a class moves up as one.
 * `lastYear` is the highest year the school teaches: who was in it leaves. What cannot be told is said, and waits for a person.
 */
export const moveOf = (pupil: Rolling, forms: readonly Form[], lastYear: number, settled?: Settled): Move => {
  const { yearGroup, className, placed } = pupil;
  if (settled?.sort === 'leaves') return { sort: 'leaves' };
  if (settled?.sort === 'repeats') return { sort: 'repeats', to: settled.to ?? className };
  if (yearGroup === null) return { sort: 'doubt', why: 'No year group is recorded' };
  if (settled?.to) return { sort: 'moves', to: settled.to, toYear: yearGroup + 1 };
  if (placed) {
    const year = forms.find(({ name }) => name === placed)?.yearGroup ?? yearGroup + 1;
    return year === yearGroup ? { sort: 'repeats', to: placed } : { sort: 'moves', to: placed, toYear: year };
  }
  if (yearGroup >= lastYear) return { sort: 'leaves' };
  if (className === null) return { sort: 'doubt', why: 'In no class yet' };
  const next = nextClassName(className, yearGroup);
  if (next !== null && forms.some(({ name }) => name === next)) return { sort: 'moves', to: next, toYear: yearGroup + 1 };
  return { sort: 'doubt', why: next === null ? `${className} does not say its year` : `There is no ${next}` };
};

/** When a year is stepped into: its first school day, the last of the year before, and the day from which the step can be taken. */
export type YearTurn = { readonly year: SchoolYear; readonly from: Day; readonly lastDay: Day; readonly possibleFrom: Day };

/** The turn into a year by the school's terms; undefined where the calendar does not hold both years. The step waits for the last school day. */
export const turnInto = (year: SchoolYear, terms: readonly DayRange[]): YearTurn | undefined => {
  const [from] = terms
    .map((term) => term.from)
    .filter((day) => day >= year.from && day <= year.to)
    .sort();
  const lastDay = terms
    .map((term) => term.to)
    .filter((day) => day < year.from && day >= addDays(year.from, -366))
    .sort()
    .at(-1);
  return from && lastDay ? { year, from, lastDay, possibleFrom: addDays(lastDay, 1) } : undefined;
};

/** A school that had no time in the holidays can still take the step in the first weeks: four. */
const LATE_DAYS = 28;

/** The year that is next to step into on a day: for the first weeks the one just begun; otherwise the coming one; never one that is done. */
export const nextYear = (today: Day, terms: readonly DayRange[], done: readonly string[]): SchoolYear => {
  const current = schoolYearOf(today);
  const turn = turnInto(current, terms);
  const late = turn && today <= addDays(turn.from, LATE_DAYS) && !done.includes(current.name);
  if (late) return current;
  const coming = schoolYearStarting(Number(current.from.slice(0, 4)) + 1);
  return done.includes(coming.name) ? schoolYearStarting(Number(coming.from.slice(0, 4)) + 1) : coming;
};
