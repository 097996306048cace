import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { happened } from './a-case.ts';
import { PUBLISHED } from './cases.ts';

const entry = PUBLISHED.calendars!['us-cal-2026-27']!;
const district = schoolCalendar({
  name: entry.name!,
  years: entry.years!.map((year) => ({ from: asDay(year.firstInstructionalDay), to: asDay(year.lastInstructionalDay) })),
  weekdays: entry.weekdays!,
  noSchool: entry.noSchool!.map(([from, to]) => ({ from: asDay(from), to: asDay(to) })),
  closures: entry.closures!.map(({ date }) => ({ on: asDay(date), reason: 'ice storm' })),
});

describe('a rule is not older than its text', () => {
  const clockIn = (jurisdiction: string, kind: string, on: string) => {
    const set = JURISDICTIONS[jurisdiction]!;
    return clocksFor([happened(kind, on)], { rules: set, calendars: { holidays: set.holidays, school: district }, today: asDay(on) });
  };

  it('Texas’s 20 school days for a transfer begin in July 2024', () => {
    expect(clockIn('us-tx', 'transfer-iep-received', '2024-06-28')).toEqual([]);
    expect(clockIn('us-tx', 'transfer-iep-received', '2026-10-01').map(({ due }) => due)).toEqual(['2026-10-30']);
  });

  it('Michigan’s limits begin on 27 June 2024', () => {
    expect(clockIn('us-mi', 'evaluation-requested', '2024-06-26')).toEqual([]);
    expect(clockIn('us-mi', 'evaluation-requested', '2026-09-01').map(({ due }) => due)).toEqual(['2026-09-16']);
  });
});
