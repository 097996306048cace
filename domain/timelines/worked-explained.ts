import { addDays } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { rulesFor, workOut } from '#domain/timelines/check-case.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { type Explanation, explain } from '#domain/timelines/explanation.ts';
import type { Answers, DatedClock } from '#domain/timelines/worked-examples/case-form.ts';
import { type CalendarEntry, calendarsOf, Given, type WorkedExample } from '#domain/timelines/worked-examples/given.ts';

/**
 * What a rule answers to what is given, and the count of each limit it was answered from, one a limit. The counts are looked at from the day
 * before their trigger: nothing of what is given says what has happened since. Throws {@link NotAnExample} as `workOut` does.
 */
export function workOutExplained(
  example: Pick<WorkedExample, 'rule' | 'given'>,
  calendars: Readonly<Record<string, CalendarEntry>> = {},
): { readonly answers: Answers; readonly explanations: readonly Explanation[] } {
  const seen: { clock: DatedClock; events: readonly CaseEvent[] }[] = [];
  const answers = workOut(example, calendars, (clock, events) => {
    if (!seen.some((one) => one.clock.rule.id === clock.rule.id)) seen.push({ clock, events });
  });
  const rules = rulesFor(example.rule);
  const counted = { rules, calendars: calendarsOf(new Given(example.given), calendars, rules), owners: {} };
  const explanations = seen.flatMap(({ clock, events }) => {
    const setting = { ...counted, events, today: addDays(clock.trigger.on, -1) };
    const same = clocksFor(events, setting).find(({ rule, trigger }) => rule.id === clock.rule.id && trigger?.on === clock.trigger.on);
    return same ? [explain(same, setting)] : [];
  });
  return { answers, explanations };
}
