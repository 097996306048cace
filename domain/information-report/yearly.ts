import type { Day } from '#domain/calendar/day.ts';
import { type Clock, isOpen } from '#domain/timelines/clock.ts';
import { type ClockSetting, clocksFor } from '#domain/timelines/compute-clocks.ts';

const RULE = 'eng.informationReport';

/** The yearly date of a school’s report, counted from the last day on which it was published; undefined where it never was. */
export const reportClock = (publishedOn: readonly Day[], { rules, ...setting }: ClockSetting): Clock | undefined =>
  clocksFor(
    publishedOn.map((on) => ({ kind: 'information-report-published', on })),
    { ...setting, rules: { ...rules, rules: rules.rules.filter(({ id }) => id === RULE) } },
  ).find(isOpen);
