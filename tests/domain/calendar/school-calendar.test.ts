import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breaksThatPause, daysFromPaused, schoolDaysBeginningWith, schoolDaysFrom } from '#domain/calendar/counting.ts';
import { addDays, asDay } from '#domain/calendar/day.ts';
import {
  asKnownOn,
  breaksOf,
  closuresLastingAtLeast,
  gapAround,
  isSchoolDay,
  nextSchoolDayFrom,
  schoolCalendar,
  schoolCalendarOfTerms,
  schoolDaysIn,
  schooldaysLost,
  withClosure,
} from '#domain/calendar/school-calendar.ts';

const day = asDay;
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });

const district = schoolCalendar({
  name: 'A made-up district',
  years: [range('2026-08-12', '2027-05-27'), range('2027-08-11', '2028-05-25')],
  weekdays: [1, 2, 3, 4, 5],
  noSchool: [range('2026-09-07', '2026-09-07'), range('2026-11-23', '2026-11-27'), range('2026-12-21', '2027-01-04')],
  closures: [{ on: day('2027-01-21'), reason: 'ice storm', announcedOn: day('2027-01-20') }],
});

const hollinBank = schoolCalendarOfTerms(
  'Hollin Bank School',
  [range('2026-04-13', '2026-07-22'), range('2026-09-02', '2026-12-18')],
  [range('2026-05-25', '2026-05-29'), range('2026-10-26', '2026-10-30')],
);

describe('a school calendar', () => {
  it('has no school at weekends, on days without school, on closures and in the summer', () => {
    expect(['2026-09-04', '2026-09-05', '2026-09-07', '2027-01-21', '2027-07-01'].map((text) => isSchoolDay(day(text), district))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('counts school days from the first one after the trigger', () => {
    expect(schoolDaysFrom(day('2026-09-03'), 2, district)).toBe('2026-09-08');
    expect(schoolDaysBeginningWith(day('2026-09-03'), 2, district)).toBe('2026-09-04');
  });

  it('carries a count over the summer', () => expect(schoolDaysFrom(day('2027-05-26'), 2, district)).toBe('2027-08-11'));

  it('gives no date past its end, nor for a trigger long before it begins', () => {
    expect(schoolDaysFrom(day('2028-05-20'), 30, district)).toBeUndefined();
    expect(schoolDaysFrom(day('2026-01-10'), 3, district)).toBeUndefined();
    expect(schoolDaysFrom(day('2026-07-10'), 1, district)).toBe('2026-08-12');
  });

  it('counts the school days of a run, both ends included', () => {
    expect(schoolDaysIn(range('2026-11-19', '2026-12-01'), district)).toBe(4);
    expect(schoolDaysIn(range('2026-12-25', '2026-12-26'), district)).toBe(0);
  });

  it('knows the next school day and the summer between two years', () => {
    expect(nextSchoolDayFrom(day('2026-12-19'), district)).toBe('2027-01-05');
    expect(gapAround(day('2027-06-16'), district)).toEqual(range('2027-05-28', '2027-08-10'));
  });

  it('an ice day counts until it is announced', () => {
    const before = asKnownOn(district, day('2027-01-19'));
    expect(schoolDaysFrom(day('2027-01-13'), 10, before)).toBe('2027-01-27');
    expect(schoolDaysFrom(day('2027-01-13'), 10, district)).toBe('2027-01-28');
  });

  it('a closure added later never shortens a count of school days', () => {
    const within = fc.integer({ min: 0, max: 280 });
    fc.assert(
      fc.property(within, fc.integer({ min: 1, max: 60 }), within, (offset, length, closed) => {
        const trigger = addDays(day('2026-08-12'), offset);
        const before = schoolDaysFrom(trigger, length, district)!;
        const after = schoolDaysFrom(trigger, length, withClosure(district, { on: addDays(day('2026-08-12'), closed), reason: 'snow' }))!;
        expect(after >= before).toBe(true);
      }),
    );
  });
});

describe('long closures of an English school', () => {
  it('the summer is one closure of four weeks or more, from the first day closed to the day of re-opening', () => {
    expect(closuresLastingAtLeast(28, hollinBank)).toEqual([{ firstDayClosed: '2026-07-23', reopens: '2026-09-02' }]);
  });

  it('a half-term is none', () =>
    expect(closuresLastingAtLeast(28, schoolCalendarOfTerms('One term', [range('2026-09-02', '2026-12-18')], [])).length).toBe(0));
});

describe('breaks that pause a Californian clock', () => {
  it('a week of five schooldays counts, a longer break does not', () => {
    expect(schooldaysLost(range('2026-11-23', '2026-11-27'))).toBe(5);
    expect(breaksThatPause([range('2026-11-23', '2026-11-27'), range('2026-12-21', '2027-01-03')])).toEqual([
      range('2026-12-21', '2027-01-03'),
    ]);
  });

  it('the weekend at the end of a break belongs to it, because the clock starts again when school reconvenes', () => {
    expect(breaksOf(district)).toContainEqual(range('2026-12-21', '2027-01-04'));
    expect(breaksOf(district)).toContainEqual(range('2026-11-23', '2026-11-29'));
  });

  it('ten days before the break and five after it are fifteen', () => {
    expect(daysFromPaused(day('2026-12-10'), 15, [range('2026-12-21', '2027-01-03')])).toBe('2027-01-08');
  });
});
