import { addDays, type Day, daysBetween, daysShared, isWithin } from '#domain/calendar/day.ts';
import { closuresLastingAtLeast, type SchoolClosure } from '#domain/calendar/school-calendar.ts';
import { countWords, nearDayWords, rangeWords } from '#domain/calendar/wording.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { ReckonContext } from '#domain/timelines/reckoned.ts';
import type { ExceptionRule } from '#domain/timelines/rule.ts';

/** An exception held against a case: whether it applies, why in a sentence, and the days that decide it. */
export type Considered = {
  readonly id: string;
  readonly title: string;
  readonly applies: boolean;
  readonly because: string;
  readonly decidedBy: readonly Day[];
  readonly source: string;
};

/** The limit that is to be excused: its trigger and its last day. */
export type Limit = { readonly trigger: CaseEvent; readonly due: Day };

/** Holds one exception against a limit. It answers only whether the facts fit; being late is excused only if that made it impractical. */
export function considerException(exception: ExceptionRule, limit: Limit, context: ReckonContext, today: Day): Considered {
  const words = (day: Day) => nearDayWords(day, today);
  const named = { id: exception.id, title: exception.title, source: exception.source };
  switch (exception.test) {
    case 'closure':
      return { ...named, ...considerClosure(exception, limit, context, words) };
    case 'absence':
      return { ...named, ...considerAbsence(exception.leastDays, limit, context) };
    case 'claim':
      return { ...named, ...considerClaim(exception.id, limit, context, words) };
    default:
      return exception satisfies never;
  }
}

type Finding = Pick<Considered, 'applies' | 'because' | 'decidedBy'>;

/** The window for asking advice that a long closure opens: from one week before the closure to one week before re-opening. */
export type ClosureWindow = {
  readonly closureDays: number;
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly longEnough: boolean;
};

/** The window of a closure (SEND Regulations 2014, reg 5(4)(a)). */
export function closureWindow({ firstDayClosed, reopens }: SchoolClosure, leastDays = 28, windowDays = 7): ClosureWindow {
  const closureDays = daysBetween(firstDayClosed, reopens);
  return {
    closureDays,
    windowFrom: addDays(firstDayClosed, -windowDays),
    windowTo: addDays(reopens, -windowDays),
    longEnough: closureDays >= leastDays,
  };
}

/** Whether advice asked for on a day falls into the window of a closure that is long enough. */
export function isAskedInWindow(asked: Day, window: ClosureWindow): boolean {
  return window.longEnough && window.windowFrom <= asked && asked <= window.windowTo;
}

function considerClosure(
  exception: Extract<ExceptionRule, { test: 'closure' }>,
  { trigger, due }: Limit,
  { events, calendars }: ReckonContext,
  words: (day: Day) => string,
): Finding {
  const asked = events.filter(
    (event) =>
      event.kind === 'advice-requested' &&
      isWithin(event.on, { from: trigger.on, to: due }) &&
      exception.askedOf.includes(event.who ?? 'school'),
  );
  const lastAsked = asked.at(-1)?.on;
  if (!lastAsked) return { applies: false, because: `The council has not asked for ${exception.advice}.`, decidedBy: [] };
  if (!calendars.school) return { applies: false, because: 'Not known: there is no school calendar.', decidedBy: [lastAsked] };
  const windows = closuresLastingAtLeast(exception.leastDays, calendars.school).map((closure) =>
    closureWindow(closure, exception.leastDays, exception.windowDays),
  );
  const finding = (applies: boolean, window: string, asked: Day, decidedBy: readonly Day[]): Finding => ({
    applies,
    because: `The window for asking ${exception.advice} ${window}; the council asked on ${words(asked)}.`,
    decidedBy: [...decidedBy, asked],
  });
  for (const { on } of asked) {
    const open = windows.find((window) => isAskedInWindow(on, window));
    if (open) return finding(true, `ran from ${words(open.windowFrom)} to ${words(open.windowTo)}`, on, [open.windowFrom, open.windowTo]);
  }
  const near = windows.filter((window) => window.windowTo >= addDays(trigger.on, -exception.leastDays) && window.windowFrom <= due).at(-1);
  if (!near) return { applies: false, because: 'The school was not closed for that long in this time.', decidedBy: [lastAsked] };
  return lastAsked > near.windowTo
    ? finding(false, `shut on ${words(near.windowTo)}`, lastAsked, [near.windowTo])
    : finding(false, `opened on ${words(near.windowFrom)}`, lastAsked, [near.windowFrom]);
}

/** Days of an absence, and how many of them fall inside a limit. The day of return is not a day away. */
export function absenceInside(absentFrom: Day, backOn: Day, limit?: { readonly from: Day; readonly to: Day }) {
  const away = { from: absentFrom, to: addDays(backOn, -1) };
  const days = Math.max(0, daysBetween(absentFrom, backOn));
  return { days, inside: limit ? daysShared(away, limit) : days };
}

function considerAbsence(leastDays: number, { trigger, due }: Limit, { events }: ReckonContext): Finding {
  const limit = { from: trigger.on, to: due };
  const absences = events
    .filter((event) => event.kind === 'absence-from-area')
    .map((event) => ({ event, last: event.until ?? due }))
    .map((absence) => ({ ...absence, ...absenceInside(absence.event.on, addDays(absence.last, 1), limit) }))
    .sort((a, b) => b.inside - a.inside);
  const longest = absences[0];
  if (!longest || longest.inside === 0) return { applies: false, because: 'No absence recorded in this time.', decidedBy: [] };
  const { event, last, days, inside } = longest;
  const away = `${event.who === 'parent' ? 'Parent away' : 'Away'} ${rangeWords(event.on, last)}: ${countWords(days, 'day')}`;
  const within = inside === days ? '' : `, ${inside} inside the limit`;
  return { applies: inside >= leastDays, because: `${away}${within}, ${leastDays} needed.`, decidedBy: [event.on, last] };
}

function considerClaim(id: string, { trigger }: Limit, { events }: ReckonContext, words: (day: Day) => string): Finding {
  const claim = events.find((event) => event.kind === 'exception-claimed' && event.exception === id && event.on >= trigger.on);
  if (!claim) return { applies: false, because: 'None recorded.', decidedBy: [] };
  return { applies: true, because: `Recorded on ${words(claim.on)}: ${claim.because ?? 'no ground given'}.`, decidedBy: [claim.on] };
}
