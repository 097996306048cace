import { asDay, type Day } from '#domain/calendar/day.ts';
import { schoolCalendarOfTerms } from '#domain/calendar/school-calendar.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { type ClockSetting, clocksFor } from '#domain/timelines/compute-clocks.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';

const range = (from: string, to: string) => ({ from: asDay(from), to: asDay(to) });

/** Hollin Bank School's calendar as far as these tests need it. */
export const hollinBank = schoolCalendarOfTerms(
  'Hollin Bank School',
  [
    range('2026-04-13', '2026-07-22'),
    range('2026-09-02', '2026-12-18'),
    range('2027-01-04', '2027-03-25'),
    range('2027-04-12', '2027-07-21'),
  ],
  [
    range('2026-05-25', '2026-05-29'),
    range('2026-10-26', '2026-10-30'),
    range('2027-02-15', '2027-02-19'),
    range('2027-05-31', '2027-06-04'),
  ],
);

/** An event of a case: its kind, its day, and what else is known of it. */
export const happened = (kind: string, on: string, more: Partial<Omit<CaseEvent, 'kind' | 'on'>> = {}): CaseEvent => ({
  ...more,
  kind,
  on: asDay(on),
});

/** The setting of a case in England on a day. */
export const inEngland = (today: string): ClockSetting => ({
  rules: ENGLAND,
  calendars: { holidays: ENGLAND.holidays, school: hollinBank },
  today: asDay(today),
});

/** The setting of a case under other rules. */
export const under = (rules: RuleSet, today: string): ClockSetting => ({
  rules,
  calendars: { holidays: rules.holidays },
  today: asDay(today),
});

/** The clocks of one rule in a case. */
export const clocksOf = (rule: string, events: readonly CaseEvent[], setting: ClockSetting): Clock[] =>
  clocksFor(events, setting).filter((clock) => clock.rule.id === rule);

/** The only clock of a rule in a case; fails where there are none or several. */
export function clockOf(rule: string, events: readonly CaseEvent[], setting: ClockSetting): Clock {
  const clocks = clocksOf(rule, events, setting);
  if (clocks.length !== 1) throw new Error(`${clocks.length} clocks of ${rule}`);
  return clocks[0]!;
}

/** Callum Reid's request, as it stands on 23 November 2026. */
export const callumsCase: readonly CaseEvent[] = [
  happened('request-received', '2026-07-15', { source: { kind: 'document', id: 'letter-1', words: 'letter' } }),
  happened('absence-from-area', '2026-08-01', { who: 'child', until: asDay('2026-08-14') }),
  happened('assessment-decision-sent', '2026-08-26', { outcome: 'assess' }),
  happened('advice-requested', '2026-08-27', { who: 'school' }),
  happened('draft-plan-served', '2026-11-09'),
  happened('consultation-sent', '2026-11-10'),
];

export const day = (text: string): Day => asDay(text);
