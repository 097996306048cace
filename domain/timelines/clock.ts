import type { Day } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { Reckoned } from '#domain/timelines/reckoned.ts';
import type { Owner, Rule } from '#domain/timelines/rule.ts';

/** What every clock has. */
type AnyClock = { readonly rule: Rule; readonly owedBy: Owner };

/** A clock with its date: the trigger that started it and the way the date was reached. */
type DatedClock = AnyClock & { readonly trigger: CaseEvent; readonly due: Day; readonly reckoned: Reckoned };

/** A clock that is to be expected but has no date: its trigger has not come, or a calendar does not reach far enough. */
export type ClockNotStarted = AnyClock & {
  readonly state: 'not-started';
  /** The kind of event it waits for, or `school-calendar` or `holiday-calendar`. */
  readonly waitsFor: string;
  /** What makes it expected. */
  readonly trigger?: CaseEvent;
  readonly due?: never;
};
export type ClockRunning = DatedClock & { readonly state: 'running'; readonly done: number };
export type ClockMet = DatedClock & { readonly state: 'met' | 'met-late'; readonly metOn: Day; readonly metBy: CaseEvent };
export type ClockLate = DatedClock & { readonly state: 'late'; readonly done: number };
/** Late with a claim that the facts bear out; the due date stays. */
export type ClockExcused = DatedClock & { readonly state: 'excused'; readonly claim: CaseEvent; readonly metOn?: Day };
/** Ended without being met: nothing was left to do, or the time of a right ran out (then without an event). */
export type ClockStopped = DatedClock & { readonly state: 'stopped'; readonly stoppedOn: Day; readonly stoppedBy?: CaseEvent };

/**
 * A statutory limit in one case, computed from its events and never typed. Days left are not kept: they follow from `due` and today.
 */
export type Clock = ClockNotStarted | ClockRunning | ClockMet | ClockLate | ClockExcused | ClockStopped;

/** Whether somebody still has to act on it. */
export function isOpen(clock: Clock): clock is ClockRunning | ClockLate | Extract<ClockExcused, { metOn?: never }> {
  return clock.state === 'running' || clock.state === 'late' || (clock.state === 'excused' && clock.metOn === undefined);
}

/** Order for lists: by date, the undated last, then by rule. */
export function compareClocks(a: Clock, b: Clock): number {
  const dates = (a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0;
  return dates || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
}
