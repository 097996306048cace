import { holidayCalendar } from '#domain/calendar/bank-holidays.ts';
import { asDay, type Day, type DayRange } from '#domain/calendar/day.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Calendars } from '#domain/timelines/reckoned.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';

/** One worked example: a rule, what is given and what is to come out. Field names are the file's own. */
export type WorkedExample = {
  readonly id?: string;
  readonly title?: string;
  readonly jurisdiction?: string;
  readonly rule: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
};

/** A school or holiday calendar as the file writes it. */
export type CalendarEntry = {
  readonly name?: string;
  readonly years?: readonly { readonly firstInstructionalDay: string; readonly lastInstructionalDay: string }[];
  readonly weekdays?: readonly number[];
  readonly noSchool?: readonly (readonly [string, string])[];
  readonly closures?: readonly { readonly date: string; readonly reason?: string; readonly announced?: string }[];
  readonly dates?: readonly string[];
};

/** A file of worked examples with the calendars it counts by. */
export type WorkedExamples = {
  readonly calendars?: Readonly<Record<string, CalendarEntry>>;
  readonly examples: readonly WorkedExample[];
};

/** What is wrong with an example itself, as opposed to a difference in its answers. */
export class NotAnExample extends Error {
  override readonly name = 'NotAnExample';
}

/** The given fields of an example, read by name and kind; each reading says which field is at fault. */
export class Given {
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.fields = fields;
  }

  /** The day in a field, or undefined where it is missing or null. */
  optionalDay(field: string): Day | undefined {
    const value = this.fields[field];
    return value === undefined || value === null ? undefined : dayIn(value, field);
  }

  day(field: string): Day {
    const day = this.optionalDay(field);
    if (!day) throw new NotAnExample(`given.${field} is needed.`);
    return day;
  }

  /** The day in a field, or the days of a list; none where it is missing or null. */
  days(field: string): Day[] {
    const value = this.fields[field];
    if (Array.isArray(value)) return value.map((one: unknown) => dayIn(one, field));
    return value === undefined || value === null ? [] : [dayIn(value, field)];
  }

  /** Fails where none of the fields is there, naming them. */
  oneOf(fields: readonly string[]): void {
    if (fields.some((field) => this.fields[field] !== undefined && this.fields[field] !== null)) return;
    const names = fields.map((field) => `given.${field}`);
    throw new NotAnExample(`${[names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ')} is needed.`);
  }

  optionalText(field: string): string | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new NotAnExample(`given.${field} must be text.`);
    return value;
  }

  text(field: string): string {
    const text = this.optionalText(field);
    if (text === undefined) throw new NotAnExample(`given.${field} is needed.`);
    return text;
  }

  optionalNumber(field: string): number | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number') throw new NotAnExample(`given.${field} must be a number.`);
    return value;
  }

  flag(field: string): boolean {
    const value = this.fields[field];
    if (value === undefined || value === null) return false;
    if (typeof value !== 'boolean') throw new NotAnExample(`given.${field} must be true or false.`);
    return value;
  }

  optionalRanges(field: string): DayRange[] | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw new NotAnExample(`given.${field} must be a list of pairs of dates.`);
    return value.map((pair: unknown) => rangeIn(pair, field));
  }

  /** A list of entries, each with fields of its own; one that is not among the known is a fault that is named. */
  list(field: string, known: readonly string[]): Given[] {
    const value = this.fields[field];
    if (!Array.isArray(value)) throw new NotAnExample(`given.${field} must be a list.`);
    return value.map((entry: unknown) => entryIn(entry, field, known));
  }

  /** An entry with fields of its own, or undefined where it is missing or null. */
  optionalEntry(field: string, known: readonly string[]): Given | undefined {
    const value = this.fields[field];
    return value === undefined || value === null ? undefined : entryIn(value, field, known);
  }
}

function entryIn(value: unknown, field: string, known: readonly string[]): Given {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotAnExample(`given.${field} must hold named fields.`);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger) throw new NotAnExample(`given.${field} does not know ${stranger}.`);
  return new Given(Object.fromEntries(Object.entries(value)));
}

function rangeIn(pair: unknown, field: string): DayRange {
  if (!Array.isArray(pair) || pair.length !== 2) throw new NotAnExample(`given.${field} must be a list of pairs of dates.`);
  return { from: dayIn(pair[0], field), to: dayIn(pair[1], field) };
}

function dayIn(value: unknown, field: string): Day {
  if (typeof value !== 'string') throw new NotAnExample(`given.${field} must be a date of the form 2026-03-27.`);
  try {
    return asDay(value);
  } catch (problem) {
    throw new NotAnExample(`given.${field}: ${problem instanceof Error ? problem.message : 'not a date.'}`);
  }
}

/** The calendars an example counts by: those of its jurisdiction, with the one it names from the file in their place. */
export function calendarsOf(given: Given, entries: Readonly<Record<string, CalendarEntry>>, set: RuleSet): Calendars {
  const breaks = given.optionalRanges('breaks');
  const base: Calendars = { holidays: set.holidays, ...(breaks ? { breaks } : {}) };
  const name = given.optionalText('calendar');
  if (name === undefined) return base;
  const entry = entries[name];
  if (!entry) throw new NotAnExample(`given.calendar names “${name}”, which the file does not hold.`);
  if (entry.dates) return { ...base, holidays: holidayCalendar(entry.name ?? name, entry.dates.map(asDay)) };
  return { ...base, school: schoolCalendarOf(name, entry) };
}

function schoolCalendarOf(name: string, entry: CalendarEntry) {
  return schoolCalendar({
    name: entry.name ?? name,
    years: (entry.years ?? []).map((year) => ({ from: asDay(year.firstInstructionalDay), to: asDay(year.lastInstructionalDay) })),
    weekdays: entry.weekdays ?? [1, 2, 3, 4, 5],
    noSchool: (entry.noSchool ?? []).map(([from, to]) => ({ from: asDay(from), to: asDay(to) })),
    closures: (entry.closures ?? []).map(({ date, reason, announced }) => ({
      on: asDay(date),
      reason: reason ?? '',
      ...(announced ? { announcedOn: asDay(announced) } : {}),
    })),
  });
}
