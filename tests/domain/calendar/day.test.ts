import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asDay,
  compareDays,
  dayOf,
  dayProblem,
  daysBetween,
  daysFromTo,
  daysShared,
  isDay,
  mondayOf,
  NotADay,
  weekdayOf,
} from '#domain/calendar/day.ts';
import { ageInMonths, ageOn, curriculumYear, endOfCompulsorySchoolAge, nthWeekday, schoolYearOf } from '#domain/calendar/school-year.ts';

const day = asDay;
const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days));

describe('a day', () => {
  it('refuses 31 June by name', () => {
    expect(dayProblem('2026-06-31')).toBe('“2026-06-31” is not a date: June 2026 has 30 days.');
    expect(() => day('2026-06-31')).toThrow(NotADay);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '',
    '1900-02-29',
    '0000-01-01',
  ])('refuses “%s”', (text) => expect(isDay(text)).toBe(false));

  it.each(['2028-02-29', '2000-02-29', '1970-01-01', '0001-01-01', '9999-12-31'])('takes %s', (text) => expect(isDay(text)).toBe(true));

  it('knows the weekday: 23 November 2026 is a Monday, 1 March 2026 a Sunday', () => {
    expect(weekdayOf(day('2026-11-23'))).toBe(1);
    expect(weekdayOf(day('2026-03-01'))).toBe(7);
    expect(mondayOf(day('2026-11-29'))).toBe('2026-11-23');
  });

  it('counts across 29 February and across the turn of a century', () => {
    expect(daysBetween(day('2028-02-28'), day('2028-03-01'))).toBe(2);
    expect(daysBetween(day('1900-02-28'), day('1900-03-01'))).toBe(1);
    expect(addDays(day('1999-12-31'), 1)).toBe('2000-01-01');
  });

  it('lists both ends of a run and nothing for a run that ends before it begins', () => {
    expect(daysFromTo(day('2026-02-27'), day('2026-03-01'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysFromTo(day('2026-03-02'), day('2026-03-01'))).toEqual([]);
  });

  it('finds the days two runs share', () => {
    const a = { from: day('2026-03-02'), to: day('2026-04-13') };
    expect(daysShared(a, { from: day('2026-03-23'), to: day('2026-04-26') })).toBe(22);
    expect(daysShared(a, { from: day('2026-04-14'), to: day('2026-04-26') })).toBe(0);
  });

  it('adding days and counting them back agree, and the weekday moves with them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const end = addDays(start, days);
        expect(isDay(end)).toBe(true);
        expect(daysBetween(start, end)).toBe(days);
        expect((weekdayOf(start) + days - weekdayOf(end)) % 7).toBeCloseTo(0);
        expect(compareDays(end, start)).toBe(Math.sign(days));
      }),
    );
  });

  it('is the same day whichever way it is written: year, month and date, or text', () => {
    fc.assert(
      fc.property(anyDay, (some) => expect(dayOf(Number(some.slice(0, 4)), Number(some.slice(5, 7)), Number(some.slice(8)))).toBe(some)),
    );
  });

  it('keeps the date in the month, or takes the last day of a month that has none', () => {
    expect(addMonths(day('2025-12-31'), 2)).toBe('2026-02-28');
    expect(addMonths(day('2026-02-28'), 2)).toBe('2026-04-28');
    expect(addMonths(day('2026-03-31'), -13)).toBe('2025-02-28');
  });
});

describe('school years and ages', () => {
  it('31 August ends one school year and 1 September begins the next', () => {
    expect(schoolYearOf(day('2026-08-31')).name).toBe('2025/26');
    expect(schoolYearOf(day('2026-09-01'))).toEqual({ name: '2026/27', from: '2026-09-01', to: '2027-08-31' });
    expect(schoolYearOf(day('2099-10-01')).name).toBe('2099/00');
  });

  it('a child is a year older on the birthday and not the day before', () => {
    expect(ageOn(day('2016-03-10'), day('2026-03-09'))).toBe(9);
    expect(ageOn(day('2016-03-10'), day('2026-03-10'))).toBe(10);
    expect(ageInMonths(day('2016-03-10'), day('2026-11-23'))).toBe(128);
  });

  it('someone born on 29 February is a year older on 1 March of an ordinary year', () => {
    expect(ageOn(day('2012-02-29'), day('2026-02-28'))).toBe(13);
    expect(ageOn(day('2012-02-29'), day('2026-03-01'))).toBe(14);
  });

  it('31 August and 1 September divide two year groups', () => {
    expect(curriculumYear(day('2013-08-31'), day('2026-09-01'))).toBe(9);
    expect(curriculumYear(day('2013-09-01'), day('2026-09-01'))).toBe(8);
    expect(curriculumYear(day('2021-10-01'), day('2026-09-07'))).toBe(0);
  });

  it('compulsory school age ends on the last Friday of June of the year in which the pupil turns 16', () => {
    expect(endOfCompulsorySchoolAge(day('2010-08-20'))).toBe('2026-06-26');
    expect(endOfCompulsorySchoolAge(day('2010-09-01'))).toBe('2027-06-25');
    expect(endOfCompulsorySchoolAge(day('2007-12-01'))).toBe('2024-06-28');
  });

  it('the third Thursday of January 2027 is the 21st', () => expect(nthWeekday(2027, 1, 4, 3)).toBe('2027-01-21'));
});
