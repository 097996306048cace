import {
  atLeastBusinessDaysBefore,
  atLeastDaysBefore,
  atLeastMonthsBefore,
  atLeastWeeksBefore,
  daysBeginningWith,
  daysFrom,
  fixedDateInYearOf,
  lodgingDay,
  monthsFrom,
  monthsStartingWith,
  schoolDaysBeginningWith,
  schoolDaysFrom,
  tribunalWorkingDaysFrom,
  weeksFrom,
  workingDaysBeginningWith,
  workingDaysFrom,
} from '#domain/calendar/counting.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { monthOf, yearOf } from '#domain/calendar/day-number.ts';
import { birthdayAt, nthWeekday, schoolYearOf } from '#domain/calendar/school-year.ts';
import { type CaseEvent, firstAfter, lastBefore } from '#domain/timelines/case-event.ts';
import { reckonAfterReport, reckonPaused, reckonWithAbsences } from '#domain/timelines/reckon-state-ways.ts';
import {
  type Calendars,
  dated,
  draftOf,
  HOLIDAY_CALENDAR,
  type Outcome,
  onDate,
  type ReckonContext,
  type Reckoned,
  SCHOOL_CALENDAR,
  waiting,
} from '#domain/timelines/reckoned.ts';
import type { Anchor, Reckoning, Unit } from '#domain/timelines/reckoning.ts';

/** The date that a reckoning reaches from a trigger, and how; or what it still waits for. */
export function reckon(reckoning: Reckoning, trigger: CaseEvent, context: ReckonContext): Outcome {
  switch (reckoning.way) {
    case 'count':
      return reckonCount(reckoning, trigger, context);
    case 'before':
      return dated(trigger, countBack(reckoning.unit, trigger.on, reckoning.length, context.calendars), reckoning.unit, -reckoning.length);
    case 'earlier-of':
    case 'later-of':
      return weigh(reckoning.way, reckoning.of, trigger, context);
    case 'fixed-date':
      return onDate(trigger, fixedDateInYearOf(trigger.on, reckoning.month, reckoning.date));
    case 'anniversary-of-birth':
      return dated(trigger, birthdayAt(trigger.on, reckoning.age), 'years', reckoning.age);
    case 'agreed-date':
      return reckonAgreed(reckoning.kinds, reckoning.otherwise, trigger, context);
    case 'if-happened': {
      const event = firstAfter(context.events, reckoning.kinds, trigger);
      return event ? reckon(reckoning.counted, event, context) : reckon(reckoning.otherwise, trigger, context);
    }
    case 'counted-on': {
      const first = reckon(reckoning.first, trigger, context);
      return first.due === undefined ? first : reckon(reckoning.onwards, { ...trigger, on: first.due }, context);
    }
    case 'lodging':
      return reckonLodging(reckoning.limit, trigger, context);
    case 'paused-by-long-breaks':
      return reckonPaused(reckoning, trigger, context);
    case 'with-absences':
      return reckonWithAbsences(reckoning, trigger, context);
    case 'not-in-summer':
      return reckonAfterReport(reckoning, trigger, context, reckon);
    case 'weekday-of-month':
      return onDate(trigger, weekdayInSchoolYear(trigger.on, reckoning));
    case 'end-of-school-year':
      return onDate(trigger, schoolYearOf(trigger.on).to);
    default:
      return reckoning satisfies never;
  }
}

function reckonCount(count: Extract<Reckoning, { way: 'count' }>, trigger: CaseEvent, context: ReckonContext): Outcome {
  const start = count.anchor ? anchorOf(count.anchor, trigger, context.events) : trigger;
  if (!start) return waiting(count.anchor?.kinds[0] ?? '');
  const { unit, length, beginningWith } = count;
  const due = beginningWith
    ? countBeginningWith(unit, start.on, length, context.calendars)
    : countFrom(unit, start.on, length, context.calendars);
  if (due === undefined) return waiting(unit === 'school-days' ? SCHOOL_CALENDAR : HOLIDAY_CALENDAR);
  return dated(start, due, unit, length, beginningWith);
}

function anchorOf(anchor: Anchor, trigger: CaseEvent, events: readonly CaseEvent[]): CaseEvent | undefined {
  return (anchor.which === 'last-before' ? lastBefore : firstAfter)(events, anchor.kinds, trigger);
}

function countFrom(unit: Unit, start: Day, length: number, { holidays, school }: Calendars): Day | undefined {
  switch (unit) {
    case 'days':
      return daysFrom(start, length);
    case 'weeks':
      return weeksFrom(start, length);
    case 'months':
      return monthsFrom(start, length);
    case 'years':
      return monthsFrom(start, length * 12);
    case 'school-days':
      return school && schoolDaysFrom(start, length, school);
    case 'working-days':
    case 'business-days':
      return workingDaysFrom(start, length, holidays);
    case 'tribunal-days':
      return tribunalWorkingDaysFrom(start, length, holidays);
    default:
      return unit satisfies never;
  }
}

function countBeginningWith(unit: Unit, start: Day, length: number, calendars: Calendars): Day | undefined {
  if (unit === 'months') return monthsStartingWith(start, length);
  if (unit === 'years') return monthsStartingWith(start, length * 12);
  if (unit === 'school-days') return calendars.school && schoolDaysBeginningWith(start, length, calendars.school);
  if (unit === 'days') return daysBeginningWith(start, length);
  if (unit === 'weeks') return daysBeginningWith(start, length * 7);
  if (unit === 'tribunal-days') return tribunalWorkingDaysFrom(addDays(start, -1), length, calendars.holidays);
  return workingDaysBeginningWith(start, length, calendars.holidays);
}

function countBack(unit: 'days' | 'weeks' | 'months' | 'business-days', event: Day, length: number, { holidays }: Calendars): Day {
  if (unit === 'days') return atLeastDaysBefore(event, length);
  if (unit === 'weeks') return atLeastWeeksBefore(event, length);
  if (unit === 'months') return atLeastMonthsBefore(event, length);
  return atLeastBusinessDaysBefore(event, length, holidays);
}

/** The earlier or the later of several; those that wait for an event that has not come are left out. */
function weigh(way: 'earlier-of' | 'later-of', of: readonly Reckoning[], trigger: CaseEvent, context: ReckonContext): Outcome {
  const outcomes: Outcome[] = [];
  let chosen: Reckoned | undefined;
  for (const branch of of) {
    const outcome = reckon(branch, trigger, context);
    outcomes.push(outcome);
    if (outcome.due === undefined) continue;
    if (!chosen || (way === 'earlier-of' ? outcome.due < chosen.due : outcome.due > chosen.due)) chosen = outcome;
  }
  if (!chosen) return outcomes[0]!;
  const draft = draftOf(chosen);
  draft.weighed = { way, of: outcomes };
  return draft;
}

function reckonAgreed(kinds: readonly string[], otherwise: Reckoning, trigger: CaseEvent, context: ReckonContext): Outcome {
  const agreement = firstAfter(context.events, kinds, trigger);
  if (agreement?.agreed) return { ...onDate(agreement, agreement.agreed), replaced: 'agreed' };
  return reckon(otherwise, trigger, context);
}

function reckonLodging(limit: Reckoning, trigger: CaseEvent, context: ReckonContext): Outcome {
  const base = reckon(limit, trigger, context);
  if (base.due === undefined) return base;
  const { due, extension } = lodgingDay(base.due, context.calendars.holidays);
  if (extension === 'none') return base;
  const draft = draftOf(base);
  draft.due = due;
  draft.moved = { from: base.due, why: extension };
  return draft;
}

function weekdayInSchoolYear(day: Day, { month, weekday, nth }: { month: number; weekday: number; nth: number }): Day {
  const start = yearOf(schoolYearOf(day).from);
  return nthWeekday(month >= monthOf(schoolYearOf(day).from) ? start : start + 1, month, weekday, nth);
}
