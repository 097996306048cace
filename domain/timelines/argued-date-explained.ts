import { asDay } from '#domain/calendar/day.ts';
import { ARGUED_OWNERS, type ArguedDate } from '#domain/timelines/argued-dates.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { type ExplainSetting, type Explanation, explain } from '#domain/timelines/explanation.ts';
import { rulesOf } from '#domain/timelines/jurisdictions.ts';

export type ArguedClock = {
  readonly clock: Exclude<Clock, { state: 'not-started' }>;
  readonly explanation: Explanation;
  readonly setting: ExplainSetting;
};

/** Works out an argued date by the rules of its nation, as any case's date is. Throws a RangeError where its case starts no such clock. */
export function explainArgued({ id, jurisdiction, rule, events, today, school }: ArguedDate): ArguedClock {
  const rules = rulesOf(jurisdiction);
  const calendars = { holidays: rules.holidays, ...(school ? { school } : {}) };
  const setting: ExplainSetting = { rules, calendars, today: asDay(today), events, owners: ARGUED_OWNERS };
  const clock = clocksFor(events, setting).findLast((each) => each.rule.id === rule);
  if (!clock || clock.state === 'not-started') throw new RangeError(`The case of “${id}” starts no clock of ${rule}.`);
  return { clock, explanation: explain(clock, setting), setting };
}
