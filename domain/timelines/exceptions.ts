import { addDays, type Day, daysBetween, daysShared } from '#domain/calendar/day.ts';
import { closuresLastingAtLeast, type SchoolClosure } from '#domain/calendar/school-calendar.ts';
import { dayWords, rangeWords } from '#domain/calendar/wording.ts';
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
  const words = (day: Day) => dayWords(day, today);
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
  { leastDays, windowDays, askedOf }: Extract<ExceptionRule, { test: 'closure' }>,
  { trigger, due }: Limit,
  { events, calendars }: ReckonContext,
  words: (day: Day) => string,
): Finding {
  const asked = events.filter(
    (event) => event.kind === 'advice-requested' && event.on >= trigger.on && event.on <= due && askedOf.includes(event.who ?? 'school'),
  );
  const lastAsked = asked.at(-1);
  if (!lastAsked) return { applies: false, because: 'The council has not asked for this advice.', decidedBy: [] };
  if (!calendars.school) return { applies: false, because: 'Not known: there is no school calendar.', decidedBy: [lastAsked.on] };
  const windows = closuresLastingAtLeast(leastDays, calendars.school).map((closure) => closureWindow(closure, leastDays, windowDays));
  for (const { on } of asked) {
    const open = windows.find((window) => isAskedInWindow(on, window));
    if (open)
      return {
        applies: true,
        because: `The window for asking advice ran from ${words(open.windowFrom)} to ${words(open.windowTo)}; the council asked on ${words(on)}.`,
        decidedBy: [open.windowFrom, open.windowTo, on],
      };
  }
  const nearest = windows.filter((window) => window.windowTo >= addDays(trigger.on, -leastDays) && window.windowFrom <= due).at(-1);
  if (!nearest) return { applies: false, because: 'The school was not closed for that long in this time.', decidedBy: [lastAsked.on] };
  return lastAsked.on > nearest.windowTo
    ? {
        applies: false,
        because: `The window for asking advice shut on ${words(nearest.windowTo)}; the council asked on ${words(lastAsked.on)}.`,
        decidedBy: [nearest.windowTo, lastAsked.on],
      }
    : {
        applies: false,
        because: `The window for asking advice opened on ${words(nearest.windowFrom)}; the council asked on ${words(lastAsked.on)}.`,
        decidedBy: [nearest.windowFrom, lastAsked.on],
      };
}

/** Days of an absence, and how many of them fall inside a limit. The day of return is not a day away. */
export function absenceInside(absentFrom: Day, backOn: Day, limit?: { readonly from: Day; readonly to: Day }) {
  const away = { from: absentFrom, to: addDays(backOn, -1) };
  const days = Math.max(0, daysBetween(absentFrom, backOn));
  return { days, inside: limit ? daysShared(away, limit) : days };
}

function considerAbsence(leastDays: number, { trigger, due }: Limit, { events }: ReckonContext): Finding {
  const absences = events
    .filter((event) => event.kind === 'absence-from-area')
    .map((event) => {
      const last = event.until ?? due;
      return { event, last, inside: absenceInside(event.on, addDays(last, 1), { from: trigger.on, to: due }).inside };
    })
    .filter(({ inside }) => inside > 0)
    .sort((a, b) => b.inside - a.inside);
  const longest = absences[0];
  if (!longest) return { applies: false, because: 'No absence recorded in this time.', decidedBy: [] };
  const { event, last, inside } = longest;
  const away = `${event.who === 'parent' ? 'Parent away' : 'Away'} ${rangeWords(event.on, last)}`;
  return {
    applies: inside >= leastDays,
    because: `${away}: ${inside} days inside the limit, ${leastDays} needed.`,
    decidedBy: [event.on, last],
  };
}

function considerClaim(id: string, { trigger }: Limit, { events }: ReckonContext, words: (day: Day) => string): Finding {
  const claim = events.find((event) => event.kind === 'exception-claimed' && event.exception === id && event.on >= trigger.on);
  if (!claim) return { applies: false, because: 'None recorded.', decidedBy: [] };
  return { applies: true, because: `Recorded on ${words(claim.on)}: ${claim.because ?? 'no ground given'}.`, decidedBy: [claim.on] };
}
