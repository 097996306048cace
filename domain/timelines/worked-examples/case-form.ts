import { isWorkingDay, sameOrPreviousWorkingDay } from '#domain/calendar/counting.ts';
import type { Day } from '#domain/calendar/day.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { type CaseEvent, inOrder } from '#domain/timelines/case-event.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { type Calendars, HOLIDAY_CALENDAR, SCHOOL_CALENDAR } from '#domain/timelines/reckoned.ts';
import { type RuleSet, ruleOf } from '#domain/timelines/rule.ts';
import { type Given, NotAnExample } from '#domain/timelines/worked-examples/given.ts';

/** Where an example is worked: the rules of its nation and the calendars it names. */
export type CaseSetting = {
  readonly rules: RuleSet;
  readonly calendars: Calendars;
  /** Told of each clock that an answer was read from, with the events it was counted from. */
  readonly seen?: (clock: DatedClock, events: readonly CaseEvent[]) => void;
};

/** Named answers; what an example expects is looked up among them. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * How the examples of one rule id are read: the given fields it knows, and its answers. Answers come from the same rules, clocks and
 * functions that the product uses; a form only names the fields.
 */
export type CaseForm = {
  readonly reads: readonly string[];
  readonly answers: (given: Given, setting: CaseSetting) => Answers;
};

/** The school calendar that an example names. */
export function schoolOf({ calendars }: CaseSetting): SchoolCalendar {
  if (!calendars.school) throw new NotAnExample('given.calendar must name a school calendar.');
  return calendars.school;
}

/** The far day on which an example is looked at: all that is given has happened, and nothing else will. */
export const AT_THE_END = '9999-12-31' as Day;

/** A clock with a date. */
export type DatedClock = Extract<Clock, { due: Day }>;

/** The clocks of one rule from given events, those without a date left out. */
export function clocksOf(rule: string, events: readonly CaseEvent[], setting: CaseSetting): DatedClock[] {
  ruleOf(setting.rules, rule);
  const clocks = clocksFor(events, { ...setting, today: AT_THE_END });
  return clocks.filter((clock): clock is DatedClock => clock.rule.id === rule && clock.due !== undefined);
}

/** The clock of one rule that binds: of several the latest that was not stopped by an event. Fails where there is none. */
export function clockOf(rule: string, events: readonly CaseEvent[], setting: CaseSetting): DatedClock {
  const clocks = clocksOf(rule, inOrder(events), setting);
  const clock = clocks.findLast(({ state, ...rest }) => state !== 'stopped' || !('stoppedBy' in rest)) ?? clocks.at(-1);
  if (!clock) throw new NotAnExample(whyNone(rule, inOrder(events), setting));
  setting.seen?.(clock, events);
  return clock;
}

/** Why a rule has no clock with a date: a calendar that does not reach, or nothing that starts it. */
function whyNone(rule: string, events: readonly CaseEvent[], setting: CaseSetting): string {
  const undated = clocksFor(events, { ...setting, today: AT_THE_END }).find((clock) => clock.rule.id === rule);
  const waitsFor = undated && 'waitsFor' in undated ? undated.waitsFor : undefined;
  if (waitsFor === SCHOOL_CALENDAR) return `${rule} counts school days: given.calendar must name a school calendar that reaches so far.`;
  if (waitsFor === HOLIDAY_CALENDAR) return `${rule} leaves out public holidays, and those of that year are not known.`;
  return `What is given starts no clock of ${rule}.`;
}

/** The due day of one rule from given events. */
export function dueOf(rule: string, events: readonly CaseEvent[], setting: CaseSetting): Day {
  return clockOf(rule, events, setting).due;
}

/** An event of a kind on a day, where a day is given. */
export function event(kind: string, on: Day | undefined, more: Partial<CaseEvent> = {}): CaseEvent[] {
  return on ? [{ ...more, kind, on }] : [];
}

/** What is said of a due day beside the day itself. */
export function aboutDue(due: Day, { calendars }: CaseSetting): Answers {
  return {
    due,
    isBankHoliday: calendars.holidays.dates.has(due),
    isWorkingDay: isWorkingDay(due, calendars.holidays),
    softTarget: sameOrPreviousWorkingDay(due, calendars.holidays),
    rollsForward: false,
    ...(calendars.school ? { dueOnSchoolDay: isSchoolDay(due, calendars.school) } : {}),
  };
}

/** The plain form: each field is an event of a kind, and the answer is the due day, under the name the examples give it. */
export function clockForm(rule: string, kinds: Readonly<Record<string, string>>, dueAs = 'due'): CaseForm {
  return {
    reads: Object.keys(kinds),
    answers: (given, setting) => {
      given.oneOf(Object.keys(kinds));
      const events = Object.entries(kinds).flatMap(([field, kind]) => event(kind, given.optionalDay(field)));
      const { due } = clockOf(rule, events, setting);
      return { ...aboutDue(due, setting), [dueAs]: due };
    },
  };
}

/** The form of several limits that run from the same events: each answer is the due day of one rule. */
export function chainForm(kinds: Readonly<Record<string, string>>, dues: Readonly<Record<string, string>>, outcome?: string): CaseForm {
  return {
    reads: Object.keys(kinds),
    answers: (given, setting) => {
      given.oneOf(Object.keys(kinds));
      const more = outcome ? { outcome } : {};
      const events = Object.entries(kinds).flatMap(([field, kind]) => event(kind, given.optionalDay(field), more));
      return Object.fromEntries(Object.entries(dues).map(([name, rule]) => [name, dueOf(rule, events, setting)]));
    },
  };
}
