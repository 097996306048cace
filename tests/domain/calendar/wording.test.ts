import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import {
  ageWords,
  countedDaysLeftWords,
  daysLeftWords,
  dayWords,
  dayWordsWithYear,
  nearDayWords,
  parentSlotWords,
  parentTimeWords,
  rangeWords,
  timesWords,
} from '#domain/calendar/wording.ts';

const day = asDay;
const today = day('2026-11-23');

describe('dates in words', () => {
  it('leave the year out inside the school year', () => {
    expect(dayWords(day('2026-11-27'), today)).toBe('Fri 27 Nov');
    expect(dayWords(day('2027-08-31'), today)).toBe('Tue 31 Aug');
  });

  it('give the year outside it, and where law is explained', () => {
    expect(dayWords(day('2026-08-31'), today)).toBe('Mon 31 Aug 2026');
    expect(dayWordsWithYear(day('2026-12-02'))).toBe('Wed 2 Dec 2026');
  });

  it('leave it out beside a whole date, within half a year', () => {
    expect(nearDayWords(day('2026-07-15'), today)).toBe('Wed 15 Jul');
    expect(nearDayWords(day('2026-01-15'), today)).toBe('Thu 15 Jan 2026');
  });

  it.each([
    ['2026-11-20', '3 days late'],
    ['2026-11-22', '1 day late'],
    ['2026-11-23', 'Today'],
    ['2026-11-24', '1 day left'],
    ['2026-12-02', '9 days left'],
  ])('a date due on %s is “%s” on 23 November', (due, words) => expect(daysLeftWords(day(due), today)).toBe(words));

  it('say school days where the rule counts them', () => {
    expect(countedDaysLeftWords(9, 'school day')).toBe('9 school days left');
    expect(countedDaysLeftWords(1, 'working day')).toBe('1 working day left');
  });

  it('write a run of days once where the month is the same', () => {
    expect(rangeWords(day('2026-08-01'), day('2026-08-14'))).toBe('1 to 14 Aug');
    expect(rangeWords(day('2026-07-28'), day('2026-08-03'))).toBe('28 Jul to 3 Aug');
    expect(rangeWords(day('2026-12-30'), day('2027-01-02'))).toBe('30 Dec 2026 to 2 Jan 2027');
    expect(rangeWords(day('2026-08-01'), day('2026-08-01'))).toBe('1 Aug');
  });
});

describe('times and ages in words', () => {
  it('are of 24 hours for staff', () => expect(timesWords('14:00', '15:00')).toBe('14:00 to 15:00'));

  it('are of 12 hours for parents', () => {
    expect(parentSlotWords(day('2026-12-08'), '14:00', '15:00')).toBe('Tuesday 8 December, 2 pm to 3 pm');
    expect(['09:30', '12:00', '00:00', '12:15', '00:05'].map(parentTimeWords)).toEqual([
      '9.30 am',
      'noon',
      'midnight',
      '12.15 pm',
      '12.05 am',
    ]);
  });

  it('give an age in years and months', () => {
    expect(ageWords(128)).toBe('10 years 8 months');
    expect(ageWords(12)).toBe('1 year');
    expect(ageWords(13)).toBe('1 year 1 month');
  });
});
