import { z } from 'zod';
import { day } from '#contract/fields.ts';
import type { CalendarFacts, SchoolCalendarPage } from '#contract/school-calendar.ts';
import { calendarFaults, type WrittenCalendar } from '#domain/calendar/calendar-faults.ts';
import { schoolCalendar, schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { Refusal } from '../refusal.ts';
import type { StoredCalendar } from './calendar-records.ts';

const kinds = ['holiday', 'training', 'other'] as const;

/** What the record keeps of a calendar, with what days off are called; the meetings' part of it is not spoken of here. */
const kept = z.object({
  years: z.array(z.object({ from: day, to: day })).default([]),
  weekdays: z.array(z.number()).default([1, 2, 3, 4, 5]),
  noSchool: z.array(z.object({ from: day, to: day, kind: z.enum(kinds).default('holiday'), words: z.string().default('') })).default([]),
  closures: z.array(z.object({ on: day, reason: z.string(), announcedOn: day.exactOptional() })).default([]),
});

/** A stored calendar as the page shows it. */
export const factsOf = (stored: unknown): CalendarFacts => {
  const { years, noSchool, closures } = kept.parse(stored ?? {});
  return {
    terms: years.map(({ from, to }) => ({ from, to })),
    daysOff: noSchool.map(({ from, to, kind, words }) => ({ from, to, kind, words })),
    closures: closures.map(({ on, reason, announcedOn }) => ({ on, reason, announcedOn: announcedOn ?? null })),
  };
};

/** The calendar that a person wrote, ready to be counted with and kept: in order of days, on the weekdays the school teaches. */
export const writtenFrom = (
  facts: CalendarFacts,
  { name, calendar }: StoredCalendar,
): WrittenCalendar & { readonly noSchool: CalendarFacts['daysOff'] } => ({
  name,
  weekdays: kept.parse(calendar ?? {}).weekdays,
  years: [...facts.terms].sort((a, b) => (a.from < b.from ? -1 : 1)),
  noSchool: [...facts.daysOff].sort((a, b) => (a.from < b.from ? -1 : 1)),
  closures: facts.closures
    .map(({ on, reason, announcedOn }) => ({ on, reason, ...(announcedOn ? { announcedOn } : {}) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1)),
});

/** Refuses, line by line, a calendar that cannot be counted with. */
export const acceptCalendar = (written: WrittenCalendar, facts: CalendarFacts): void => {
  const inOrder = {
    ...written,
    years: facts.terms,
    noSchool: facts.daysOff,
    closures: facts.closures.map(({ on, reason }) => ({ on, reason })),
  };
  const faults = calendarFaults(inOrder);
  if (faults.length > 0)
    throw new Refusal('not-valid', sentence(faults.map(({ field, reason }) => `${lineName(field)} ${reason}`)), faults);
};

const sentence = (words: readonly string[]): string => `${words.slice(0, 3).join('. ')}${words.length > 3 ? '; and more' : ''}.`;

const LISTS: Readonly<Record<string, string>> = { terms: 'Term', daysOff: 'Line of days off', closures: 'Closure' };

const lineName = (field: string): string => {
  const [list = '', at = '0'] = field.split('.');
  return `${LISTS[list]} ${Number(at) + 1}`;
};

type Change = SchoolCalendarPage['changes'][number];

/** A calendar as the page shows it, with the school days of each term. */
export const calendarShown = (stored: StoredCalendar, changes: readonly Change[]): SchoolCalendarPage => {
  const facts = factsOf(stored.calendar);
  const ready = schoolCalendar(writtenFrom(facts, stored));
  return {
    school: stored.school,
    name: stored.name,
    version: stored.version,
    facts,
    schoolDays: facts.terms.map((term) => schoolDaysIn(term, ready)),
    changes: changes.map(({ at, by, words }) => ({ at, by, words })),
  };
};
