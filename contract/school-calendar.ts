import { z } from 'zod';
import { eventEffect } from './case-events.ts';
import { day, id, instant, line } from './fields.ts';

const term = z.strictObject({ from: day, to: day });

/** Days without school that were published: a holiday, or training for staff. */
export const daysOff = z.strictObject({ from: day, to: day, kind: z.enum(['holiday', 'training', 'other']), words: z.string().max(120) });
export type DaysOff = z.infer<typeof daysOff>;

/** A day on which school was to open and did not. */
export const closedDay = z.strictObject({ on: day, reason: line, announcedOn: day.nullable() });
export type ClosedDay = z.infer<typeof closedDay>;

/** What a school publishes: terms or years of teaching, days without school in them, closures added later. */
export const calendarFacts = z.strictObject({
  terms: z.array(term).max(60),
  daysOff: z.array(daysOff).max(300),
  closures: z.array(closedDay).max(300),
});
export type CalendarFacts = z.infer<typeof calendarFacts>;

/** A school's calendar as it stands. `version` is what `If-Match` is to name. */
export const schoolCalendar = z.strictObject({
  school: id,
  name: z.string(),
  version: z.number().int(),
  facts: calendarFacts,
  /** School days of each term, in the order of the terms. */
  schoolDays: z.array(z.number().int()),
  changes: z.array(z.strictObject({ at: instant, by: z.string().nullable(), words: z.string() })),
});
export type SchoolCalendarPage = z.infer<typeof schoolCalendar>;

/** GET /api/calendars : the calendars of the reader's schools. */
export const schoolCalendars = z.strictObject({ schools: z.array(schoolCalendar), may: z.boolean() });
export type SchoolCalendars = z.infer<typeof schoolCalendars>;

/** A clock that a change of a calendar moves, of whom. */
export const movedClock = eventEffect.extend({
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
});
export type MovedClock = z.infer<typeof movedClock>;

/** POST /api/calendars/:school/preview : which open clocks a change moves, before anything is saved. */
export const previewCalendarRequest = z.strictObject({ facts: calendarFacts });
export const calendarPreview = z.strictObject({
  moved: z.array(movedClock),
  /** Pupils whose clocks were counted, and of how many something changes. */
  counted: z.number().int(),
  touched: z.number().int(),
  /** Who will be told, by name. */
  told: z.array(z.string()),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;

/** PUT /api/calendars/:school, with `If-Match` */
export const changeCalendarRequest = z.strictObject({ facts: calendarFacts });
export type ChangeCalendarRequest = z.infer<typeof changeCalendarRequest>;
export const calendarChanged = z.strictObject({ calendar: schoolCalendar, moved: z.array(movedClock), told: z.array(z.string()) });
export type CalendarChanged = z.infer<typeof calendarChanged>;

/** GET /api/dates-moved/:change : the dates that one change of a calendar moved, as the reader may see them. */
export const datesMovedPage = z.strictObject({
  words: z.string(),
  at: instant,
  by: z.string().nullable(),
  moved: z.array(
    z.strictObject({
      clock: z.string(),
      title: z.string(),
      pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
      from: day.nullable(),
      to: day.nullable(),
    }),
  ),
});
export type DatesMovedPage = z.infer<typeof datesMovedPage>;
