import type { HolidayCalendar } from '#domain/calendar/bank-holidays.ts';
import type { LodgingExtension } from '#domain/calendar/counting.ts';
import type { Day, DayRange } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { Unit } from '#domain/timelines/reckoning.ts';

/** The calendars a count may need. Without a school calendar, school-day clocks wait for one. */
export type Calendars = {
  readonly holidays: HolidayCalendar;
  readonly school?: SchoolCalendar;
  /** Published breaks, where they are known and the whole calendar is not. */
  readonly breaks?: readonly DayRange[];
};

/** Where a count stands: the case's events in order, and the calendars. */
export type ReckonContext = { readonly events: readonly CaseEvent[]; readonly calendars: Calendars };

/** A date with the way it was reached, enough to show it day by day. */
export type Reckoned = {
  readonly due: Day;
  /** The event the count that decided ran from: the trigger, or the one it is anchored in. */
  readonly start: CaseEvent;
  readonly unit: Unit | 'date';
  readonly length: number;
  readonly beginningWith: boolean;
  /** The ways weighed against each other, in the rule's order, where it takes the earlier or the later. */
  readonly weighed?: { readonly way: 'earlier-of' | 'later-of'; readonly of: readonly Outcome[] };
  /** The last day before it was moved off a pause or a day off, and why. */
  readonly moved?: { readonly from: Day; readonly why: LodgingExtension | 'summer' };
  /** Ranges that were not counted. */
  readonly pauses?: readonly DayRange[];
  /** Why a date took the place of the count. */
  readonly replaced?: 'agreed' | 'end-of-year' | 'late-referral' | 'after-end-of-year';
};

/** A count that cannot be made yet: the kind of event, or the calendar, that it waits for. */
export type Waiting = { readonly due: undefined; readonly waitsFor: string };

export type Outcome = Reckoned | Waiting;

export const waiting = (waitsFor: string): Waiting => ({ due: undefined, waitsFor });

/** What a count waits for that has run off the end of its calendar. */
export const SCHOOL_CALENDAR = 'school-calendar';
export const HOLIDAY_CALENDAR = 'holiday-calendar';

/** A date reached by counting. */
export function dated(start: CaseEvent, due: Day, unit: Unit, length: number, beginningWith = false): Reckoned {
  return { due, start, unit, length, beginningWith };
}

/** A date that is simply fixed. */
export function onDate(start: CaseEvent, due: Day): Reckoned {
  return { due, start, unit: 'date', length: 0, beginningWith: false };
}

/** A copy of a date reached, to be added to. */
export type ReckonedDraft = { -readonly [Field in keyof Reckoned]: Reckoned[Field] };

/** Copies a date reached, field by field: spreading costs a hundred times as much, and this runs for every clock of a nation. */
export function draftOf(reckoned: Reckoned): ReckonedDraft {
  const { due, start, unit, length, beginningWith, weighed, moved, pauses, replaced } = reckoned;
  const draft: ReckonedDraft = { due, start, unit, length, beginningWith };
  if (weighed) draft.weighed = weighed;
  if (moved) draft.moved = moved;
  if (pauses) draft.pauses = pauses;
  if (replaced) draft.replaced = replaced;
  return draft;
}
