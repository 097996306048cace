import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asDay, type DayRange } from '#domain/calendar/day.ts';
import { type SchoolCalendar, schoolCalendar, withClosure } from '#domain/calendar/school-calendar.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { reckon } from '#domain/timelines/reckon.ts';
import type { Rule, RuleSet } from '#domain/timelines/rule.ts';

const range = (from: string, to: string): DayRange => ({ from: asDay(from), to: asDay(to) });

/** Three school years with an autumn, a winter and a spring break, enough for every count that starts in 2026. */
const district: SchoolCalendar = schoolCalendar({
  name: 'A made-up district',
  years: [range('2025-08-13', '2026-05-28'), range('2026-08-12', '2027-05-27'), range('2027-08-11', '2028-05-25')],
  weekdays: [1, 2, 3, 4, 5],
  noSchool: [range('2026-11-23', '2026-11-27'), range('2026-12-21', '2027-01-04'), range('2027-03-15', '2027-03-19')],
  closures: [],
});

const START = asDay('2026-01-01');
const offsets = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }));

const dueFrom = (rule: Rule, set: RuleSet, offset: number, school: SchoolCalendar) => {
  const trigger = {
    kind: rule.from[0]!.kind,
    on: addDays(START, offset),
    ...(rule.from[0]!.outcome ? { outcome: rule.from[0]!.outcome } : {}),
  };
  return reckon(rule.due, trigger, { events: [trigger], calendars: { holidays: set.holidays, school } }).due;
};

/** Every rule once: a State keeps most of the federal ones. */
const ALL = Object.values(JURISDICTIONS).flatMap((set) => set.rules.map((rule) => [rule.id, rule, set] as const));
const EACH = ALL.filter(([id], index) => ALL.findIndex(([other]) => other === id) === index);

describe('a later trigger never gives an earlier due date', () => {
  it.each(EACH)('%s', (_id, rule, set) => {
    fc.assert(
      fc.property(offsets, ([offset, later]) => {
        const [first, second] = [dueFrom(rule, set, offset, district), dueFrom(rule, set, offset + later, district)];
        if (first && second) expect(second >= first).toBe(true);
      }),
    );
  });
});

describe('a closure added later never brings a date forward', () => {
  it.each(EACH.filter(([, rule]) => JSON.stringify(rule.due).includes('school-days')))('%s', (_id, rule, set) => {
    fc.assert(
      fc.property(offsets, fc.integer({ min: 0, max: 500 }), ([offset], closed) => {
        const snowed = withClosure(district, { on: addDays(START, closed), reason: 'snow' });
        const [before, after] = [dueFrom(rule, set, offset, district), dueFrom(rule, set, offset, snowed)];
        if (before && after) expect(after >= before).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('counting is repeatable', () => {
  it('the same trigger always gives the same date', () => {
    for (const [, rule, set] of EACH) expect(dueFrom(rule, set, 123, district)).toBe(dueFrom(rule, set, 123, district));
  });
});
