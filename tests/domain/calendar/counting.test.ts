import { describe, expect, it } from '@jest/globals';
import { BANK_HOLIDAYS_ENGLAND_AND_WALES as BANK_HOLIDAYS, FEDERAL_HOLIDAYS, withHolidays } from '#domain/calendar/bank-holidays.ts';
import {
  atLeastBusinessDaysBefore,
  atLeastMonthsBefore,
  atLeastWeeksBefore,
  businessDaysFrom,
  daysBeginningWith,
  daysFrom,
  earlierOf,
  fixedDateInYearOf,
  laterOf,
  lodgingDay,
  monthsFrom,
  monthsStartingWith,
  sameOrPreviousWorkingDay,
  tribunalWorkingDaysFrom,
  weeksFrom,
  workingDaysBeginningWith,
  workingDaysFrom,
  yearPeriodStartingWith,
} from '#domain/calendar/counting.ts';
import { asDay } from '#domain/calendar/day.ts';

const day = asDay;

describe('weeks and days', () => {
  it('six weeks end on the same weekday, clock change or not', () => {
    expect(weeksFrom(day('2026-03-02'), 6)).toBe('2026-04-13');
    expect(weeksFrom(day('2026-10-24'), 6)).toBe('2026-12-05');
  });

  it('“from” leaves the day out and “beginning with” counts it', () => {
    expect(daysFrom(day('2026-04-10'), 15)).toBe('2026-04-25');
    expect(daysBeginningWith(day('2026-04-08'), 15)).toBe('2026-04-22');
    expect(daysBeginningWith(day('2028-02-16'), 15)).toBe('2028-03-01');
  });

  it('two weeks before 24 June is 10 June', () => expect(atLeastWeeksBefore(day('2026-06-24'), 2)).toBe('2026-06-10'));
});

describe('months, as the House of Lords counted them in Dodds v Walker', () => {
  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-02-28', 2, '2026-04-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
  ])('from %s, %d months end on %s', (from, months, due) => expect(monthsFrom(day(from), months)).toBe(due));

  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-04-20', 3, '2026-07-19'],
    ['2026-01-01', 1, '2026-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('a period starting with %s of %d months ends on %s', (start, months, end) => expect(monthsStartingWith(day(start), months)).toBe(end));

  it.each([
    ['2025-09-15', '2026-09-14'],
    ['2027-03-01', '2028-02-29'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-27'],
  ])('a year starting with %s ends on %s', (start, end) => expect(yearPeriodStartingWith(day(start))).toBe(end));

  it.each([
    ['2026-09-07', 5, '2026-04-07'],
    ['2028-07-31', 5, '2028-02-29'],
    ['2027-06-30', 5, '2027-01-31'],
    ['2027-09-30', 5, '2027-04-30'],
  ])('counted back from %s, %d months before is %s', (event, months, latest) =>
    expect(atLeastMonthsBefore(day(event), months)).toBe(latest),
  );
});

describe('working and business days', () => {
  it('pass over Good Friday, Easter Monday and weekends', () => {
    expect(workingDaysFrom(day('2026-04-01'), 3, BANK_HOLIDAYS)).toBe('2026-04-08');
    expect(workingDaysBeginningWith(day('2026-04-01'), 3, BANK_HOLIDAYS)).toBe('2026-04-07');
  });

  it('take Monday 28 December 2026 as the holiday for Boxing Day, a Saturday', () => {
    expect(workingDaysBeginningWith(day('2026-12-17'), 15, BANK_HOLIDAYS)).toBe('2027-01-11');
  });

  it('a settlement of 1 July 2026 can be voided until 7 July, Independence Day being observed on the 3rd', () => {
    expect(businessDaysFrom(day('2026-07-01'), 3, FEDERAL_HOLIDAYS)).toBe('2026-07-07');
  });

  it('a State’s own holiday drops out too', () => {
    const withState = withHolidays(FEDERAL_HOLIDAYS, 'With State holidays', [day('2026-07-06')]);
    expect(businessDaysFrom(day('2026-07-01'), 3, withState)).toBe('2026-07-08');
  });

  it('five business days before a hearing on Tuesday 8 September 2026 is 31 August, Labor Day left out', () => {
    expect(atLeastBusinessDaysBefore(day('2026-09-08'), 5, FEDERAL_HOLIDAYS)).toBe('2026-08-31');
  });

  it('no date is given past the last year whose bank holidays are known', () => {
    expect(workingDaysFrom(day('2028-12-20'), 15, BANK_HOLIDAYS)).toBeUndefined();
  });

  it('the day to aim for before Easter Monday is Maundy Thursday', () => {
    expect(sameOrPreviousWorkingDay(day('2026-04-06'), BANK_HOLIDAYS)).toBe('2026-04-02');
  });
});

describe('the tribunal', () => {
  it('leaves out August for every act but lodging', () => {
    expect(tribunalWorkingDaysFrom(day('2026-07-20'), 30, BANK_HOLIDAYS)).toBe('2026-09-29');
  });

  it('leaves out Christmas to New Year', () => {
    expect(tribunalWorkingDaysFrom(day('2026-12-23'), 2, BANK_HOLIDAYS)).toBe('2027-01-04');
  });

  it.each([
    ['2025-12-29', '2026-01-02', 'christmas'],
    ['2025-12-25', '2026-01-02', 'christmas'],
    ['2027-01-01', '2027-01-04', 'christmas'],
    ['2025-12-24', '2025-12-24', 'none'],
    ['2026-08-10', '2026-09-01', 'august'],
    ['2026-08-31', '2026-09-01', 'august'],
    ['2026-07-31', '2026-07-31', 'none'],
    ['2026-04-03', '2026-04-07', 'next-working-day'],
    ['2026-05-02', '2026-05-05', 'next-working-day'],
  ])('an appeal whose time ends on %s can be lodged until %s (%s)', (limit, due, extension) => {
    expect(lodgingDay(day(limit), BANK_HOLIDAYS)).toEqual({ due, extension });
  });
});

describe('choosing among days', () => {
  it('takes the later or the earlier and passes over what is not known', () => {
    expect(laterOf(day('2026-01-01'), undefined, day('2026-02-01'))).toBe('2026-02-01');
    expect(earlierOf(undefined, day('2026-01-01'), day('2026-02-01'))).toBe('2026-01-01');
    expect(laterOf(undefined)).toBeUndefined();
  });

  it('finds 15 February of the year of transfer', () => expect(fixedDateInYearOf(day('2027-09-01'), 2, 15)).toBe('2027-02-15'));
});
