import { type DayRange, daysBetween, overlapOf } from '#domain/calendar/day.ts';
import { type Closure, isSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

/** A calendar as somebody writes it down. */
export type WrittenCalendar = {
  readonly name: string;
  readonly years: readonly DayRange[];
  readonly weekdays: readonly number[];
  readonly noSchool: readonly DayRange[];
  readonly closures: readonly Closure[];
};

/** Why a calendar cannot be so: the list, the place in it, and the reason to follow the line's name. */
export type CalendarFault = { readonly field: string; readonly reason: string };

/** A term or a year of teaching is never longer: what is, has a slip in one of its dates. */
const LONGEST = 400;

/** What is wrong with a calendar; nothing where it can be counted with. */
export function calendarFaults({ name, years, weekdays, noSchool, closures }: WrittenCalendar): readonly CalendarFault[] {
  const faults = [
    ...years.flatMap((term, at) => rangeFaults(term, `terms.${at}`)),
    ...noSchool.flatMap((off, at) => rangeFaults(off, `daysOff.${at}`)),
  ];
  for (const [at, term] of years.entries()) {
    const other = years.findIndex((each, place) => place < at && overlapOf(each, term));
    if (other >= 0)
      faults.push({ field: `terms.${at}`, reason: `runs at the same time as the one from ${dayWordsWithYear(years[other]!.from)}` });
  }
  if (faults.length > 0) return faults;
  const published = schoolCalendar({ name, years, weekdays, noSchool, closures: [] });
  for (const [at, { on }] of closures.entries()) {
    if (closures.findIndex((each) => each.on === on) < at) faults.push({ field: `closures.${at}`, reason: 'stands in the list already' });
    else if (!isSchoolDay(on, published))
      faults.push({ field: `closures.${at}`, reason: 'was no school day: nothing is closed that was not to open' });
  }
  return faults;
}

function rangeFaults({ from, to }: DayRange, field: string): CalendarFault[] {
  if (to < from) return [{ field, reason: 'ends before it begins' }];
  if (daysBetween(from, to) > LONGEST) return [{ field, reason: `is longer than ${LONGEST} days` }];
  return [];
}

/** What two calendars say differently, in a line for those whose dates it moves: `Closed Thu 26 Nov 2026: snow`. */
export function calendarChangeWords(before: WrittenCalendar, after: WrittenCalendar): string {
  const added = after.closures.filter(({ on }) => !before.closures.some((each) => each.on === on));
  const gone = before.closures.filter(({ on }) => !after.closures.some((each) => each.on === on));
  const words = [
    ...added.map(({ on, reason }) => `Closed ${dayWordsWithYear(on)}: ${reason}`),
    ...gone.map(({ on }) => `Open after all ${dayWordsWithYear(on)}`),
    ...(sameDays(before.noSchool, after.noSchool) ? [] : ['Holidays or training days changed']),
    ...(sameDays(before.years, after.years) ? [] : ['Terms changed']),
  ];
  return words.length > 3 ? `${words.slice(0, 3).join('. ')}, and more` : words.join('. ') || 'Nothing changed';
}

const sameDays = (a: readonly DayRange[], b: readonly DayRange[]): boolean => written(a) === written(b);
const written = (ranges: readonly DayRange[]): string =>
  ranges
    .map(({ from, to }) => `${from} ${to}`)
    .sort()
    .join(',');
