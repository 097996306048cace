import { BANK_HOLIDAYS_ENGLAND_AND_WALES } from '#domain/calendar/bank-holidays.ts';
import { asDay } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { rulesOf } from '#domain/timelines/jurisdictions.ts';
import type { Measured } from './bench.ts';

const PUPILS = 60_000;

/** What happened in one case of an assessment that led to a plan and its first review; days shift from pupil to pupil. */
const eventsOf = (index: number): CaseEvent[] => {
  const month = String((index % 12) + 1).padStart(2, '0');
  const date = String((index % 28) + 1).padStart(2, '0');
  const at = (year: number) => asDay(`${year}-${month}-${date}`);
  return [
    { id: 'a', kind: 'request-received', on: at(2025) },
    { id: 'b', kind: 'plan-final', on: at(2026) },
    { id: 'c', kind: 'review-meeting-held', on: at(2026) },
    { id: 'd', kind: 'decision-sent', on: at(2026), outcome: 'keep' },
  ] as CaseEvent[];
};

/** All clocks of sixty thousand pupils under the law of England, on one core. */
export const benchClocks = async (): Promise<Measured[]> => {
  const setting = { rules: rulesOf('england'), calendars: { holidays: BANK_HOLIDAYS_ENGLAND_AND_WALES }, today: asDay('2026-11-23') };
  const cases = Array.from({ length: PUPILS }, (_, index) => eventsOf(index));
  for (const events of cases.slice(0, 5_000)) clocksFor(events, setting);
  const from = process.cpuUsage();
  let clocks = 0;
  for (const events of cases) clocks += clocksFor(events, setting).length;
  const { user, system } = process.cpuUsage(from);
  const perSecond = Math.round(PUPILS / ((user + system) / 1_000_000));
  return [
    {
      name: `clocks of ${PUPILS} pupils, ${(clocks / PUPILS).toFixed(1)} each, from 4 events`,
      value: perSecond,
      unit: 'pupils a second',
      bar: '≥ 60,000',
    },
  ];
};
