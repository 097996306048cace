import { breaksThatPause, daysFrom, daysFromPaused, schoolDaysBeginningWith, schoolDaysFrom } from '#domain/calendar/counting.ts';
import { addDays, type Day, type DayRange, daysBetween, isWithin, overlapOf } from '#domain/calendar/day.ts';
import { dayOfDate, yearOf } from '#domain/calendar/day-number.ts';
import { breaksOf, gapAround, gapsOf, instructionalPeriodOf, type SchoolCalendar, schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { type CaseEvent, lastBefore } from '#domain/timelines/case-event.ts';
import { type Calendars, dated, type Outcome, onDate, type ReckonContext, SCHOOL_CALENDAR, waiting } from '#domain/timelines/reckoned.ts';
import type { Reckoning } from '#domain/timelines/reckoning.ts';

/*
 * Ways of counting that single States have made: clocks that pause for long breaks (California), that absences lengthen and the end of the
 * year replaces (Texas). They are ways, not States: a rule names them, and another State's rule may.
 */

type Way<Name extends Reckoning['way']> = Extract<Reckoning, { way: Name }>;

/** Calendar days that stop for breaks of more than five schooldays; without any calendar nothing pauses, which gives the earlier date. */
export function reckonPaused(way: Way<'paused-by-long-breaks'>, trigger: CaseEvent, { events, calendars }: ReckonContext): Outcome {
  const late = way.lateReferral && lateReferralDue(way.lateReferral, trigger, events, calendars.school);
  if (late) return { ...onDate(trigger, late), replaced: 'late-referral' };
  const pauses = pausesOf(calendars);
  const due = daysFromPaused(trigger.on, way.days, pauses);
  const met = pauses.filter((pause) => pause.to > trigger.on && pause.from <= due);
  return { ...dated(trigger, due, 'days', way.days), ...(met.length > 0 ? { pauses: met } : {}) };
}

function pausesOf({ breaks, school }: Calendars): DayRange[] {
  return breaksThatPause(breaks ?? (school ? breaksOf(school) : []), school?.weekdays);
}

function lateReferralDue(
  late: NonNullable<Way<'paused-by-long-breaks'>['lateReferral']>,
  trigger: CaseEvent,
  events: readonly CaseEvent[],
  school: SchoolCalendar | undefined,
): Day | undefined {
  const referral = late.kinds ? lastBefore(events, late.kinds, trigger) : trigger;
  const year = referral && school && instructionalPeriodOf(referral.on, school);
  if (!year || daysBetween(referral.on, year.to) > late.within) return undefined;
  const summer = gapsOf(school).find((gap) => gap.from > year.to);
  return summer && daysFrom(addDays(summer.to, 1), late.afterStart);
}

/**
 * School days, day 1 the first after the trigger. From so many absences on, all of them are added. Where the days left in the year lie
 * between two numbers and absences stay below it, a date takes the place of the count.
 */
export function reckonWithAbsences(way: Way<'with-absences'>, trigger: CaseEvent, { events, calendars }: ReckonContext): Outcome {
  const { school } = calendars;
  if (!school) return waiting(SCHOOL_CALENDAR);
  const endOfYear = endOfYearDue(way, trigger, events, school);
  if (endOfYear) return { ...onDate(trigger, endOfYear), replaced: 'end-of-year' };
  let length = way.schoolDays;
  for (;;) {
    const due = schoolDaysFrom(trigger.on, length, school);
    if (!due) return waiting(SCHOOL_CALENDAR);
    const absent = absencesIn({ from: addDays(trigger.on, 1), to: due }, events, school);
    const lengthened = way.schoolDays + (absent >= way.absencesFrom ? absent : 0);
    if (lengthened === length) return dated(trigger, due, 'school-days', length);
    length = lengthened;
  }
}

function endOfYearDue(
  way: Way<'with-absences'>,
  trigger: CaseEvent,
  events: readonly CaseEvent[],
  school: SchoolCalendar,
): Day | undefined {
  const year = instructionalPeriodOf(trigger.on, school);
  const left = schoolDaysLeftAfter(trigger.on, school);
  const { least, most, month, date } = way.endOfYear;
  if (!year || left < least || left > most) return undefined;
  if (absencesIn({ from: addDays(trigger.on, 1), to: year.to }, events, school) >= way.absencesFrom) return undefined;
  return dayOfDate(yearOf(year.to), month, date);
}

/** School days left in the year of instruction after a day, that day left out. */
export function schoolDaysLeftAfter(day: Day, school: SchoolCalendar): number {
  const year = instructionalPeriodOf(day, school);
  return year ? schoolDaysIn({ from: addDays(day, 1), to: year.to }, school) : 0;
}

function absencesIn(range: DayRange, events: readonly CaseEvent[], school: SchoolCalendar): number {
  let absent = 0;
  for (const event of events) {
    if (event.kind !== 'school-absence') continue;
    if (event.days !== undefined) {
      absent += isWithin(event.on, { from: addDays(range.from, -1), to: range.to }) ? event.days : 0;
      continue;
    }
    const away = overlapOf({ from: event.on, to: event.until ?? event.on }, range);
    absent += away ? schoolDaysIn(away, school) : 0;
  }
  return absent;
}

/**
 * Calendar days from a report; where the last falls between two school years, the first day of classes, unless summer services are needed.
 * After an evaluation that was due on the date at the end of the year, so many school days of the next year.
 */
export function reckonAfterReport(
  way: Way<'not-in-summer'>,
  trigger: CaseEvent,
  context: ReckonContext,
  reckon: (reckoning: Reckoning, trigger: CaseEvent, context: ReckonContext) => Outcome,
): Outcome {
  const due = daysFrom(trigger.on, way.days);
  const counted = dated(trigger, due, 'days', way.days);
  const { school } = context.calendars;
  const summer = school && gapAround(due, school);
  if (!school || !summer || trigger.outcome === way.unless) return counted;
  const opens = addDays(summer.to, 1);
  const consent = lastBefore(context.events, way.afterEndOfYear.kinds, trigger);
  const evaluation = consent && reckon(way.afterEndOfYear.evaluation, consent, context);
  if (evaluation?.due !== undefined && evaluation.replaced === 'end-of-year') {
    const late = schoolDaysBeginningWith(opens, way.afterEndOfYear.schoolDays, school);
    if (late) return { ...onDate(trigger, late), replaced: 'after-end-of-year' };
  }
  return { ...counted, due: opens, moved: { from: due, why: 'summer' } };
}
