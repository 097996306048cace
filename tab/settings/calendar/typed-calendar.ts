import type { CalendarFacts } from '#contract/school-calendar.ts';
import { type Day, isDay } from '#domain/calendar/day.ts';

/** A line of the calendar as it stands in its fields; `id` only tells lines apart while they are typed. */
export type TypedTerm = { readonly id: string; readonly from: string; readonly to: string };
export type TypedOff = TypedTerm & { readonly kind: CalendarFacts['daysOff'][number]['kind']; readonly words: string };
export type TypedClosure = { readonly id: string; readonly on: string; readonly reason: string; readonly announcedOn: string | null };

/** The whole calendar as it is typed. */
export type TypedCalendar = {
  readonly terms: readonly TypedTerm[];
  readonly daysOff: readonly TypedOff[];
  readonly closures: readonly TypedClosure[];
};

let lines = 0;
/** A name for a new line. */
export const freshLine = (): string => {
  lines += 1;
  return `line-${lines}`;
};

/** The calendar of the record as it goes into the fields. */
export const typedFrom = ({ terms, daysOff, closures }: CalendarFacts): TypedCalendar => ({
  terms: terms.map((term) => ({ id: freshLine(), ...term })),
  daysOff: daysOff.map((off) => ({ id: freshLine(), ...off })),
  closures: closures.map((closure) => ({ id: freshLine(), ...closure })),
});

/** Lines that cannot be sent yet: a day is missing, or a reason. */
export const unfinished = ({ terms, daysOff, closures }: TypedCalendar): string[] => [
  ...terms.flatMap(({ from, to }, at) => (isDay(from) && isDay(to) ? [] : [`term ${at + 1} needs its first and last day`])),
  ...daysOff.flatMap(({ from, to }, at) => (isDay(from) && isDay(to) ? [] : [`line ${at + 1} of days off needs its first and last day`])),
  ...closures.flatMap(({ on, reason }, at) => (isDay(on) && reason.trim() ? [] : [`closure ${at + 1} needs its day and a reason`])),
];

/** What was typed, to be sent; undefined while a line is unfinished. */
export const factsIn = (typed: TypedCalendar): CalendarFacts | undefined =>
  unfinished(typed).length > 0
    ? undefined
    : {
        terms: typed.terms.map(({ from, to }) => ({ from: from as Day, to: to as Day })),
        daysOff: typed.daysOff.map(({ from, to, kind, words }) => ({ from: from as Day, to: to as Day, kind, words: words.trim() })),
        closures: typed.closures.map(({ on, reason, announcedOn }) => ({
          on: on as Day,
          reason: reason.trim(),
          announcedOn: announcedOn as Day | null,
        })),
      };
