import { describe, expect, it } from '@jest/globals';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { schoolCalendarOfTerms } from '#domain/calendar/school-calendar.ts';
import { nextOpenMoment, schoolDaysOn } from '#domain/calendar/writing-hours.ts';
import { chaseDays, USUAL_CHASING, usualDueDay } from '#domain/contributions/chasing.ts';

const day = (text: string) => text as Day;
const at = (text: string) => `${text}:00.000Z` as Instant;
const CALENDAR = schoolCalendarOfTerms(
  'Hollin Bank School',
  [{ from: day('2026-09-02'), to: day('2027-07-20') }],
  [
    { from: day('2026-10-26'), to: day('2026-10-30') },
    { from: day('2026-12-21'), to: day('2027-01-01') },
  ],
  [{ on: day('2026-11-26'), reason: 'snow' }],
);
const NO_CALENDAR = schoolCalendarOfTerms('no school', [], []);
const LONDON = 'Europe/London';

describe('the day by which to answer', () => {
  it.each([
    ['2026-11-23', '2026-12-01', 'five school days on, past a weekend and a day of snow'],
    ['2026-10-22', '2026-11-05', 'half term is not counted'],
    ['2026-12-17', '2027-01-07', 'nor is Christmas'],
  ])('asked on %s it is %s: %s', (asked, due) => {
    expect(usualDueDay(day(asked), CALENDAR, USUAL_CHASING)).toBe(due);
  });

  it('counts Monday to Friday where the school has published no days', () => {
    expect(usualDueDay(day('2026-11-25'), NO_CALENDAR, USUAL_CHASING)).toBe('2026-12-02');
  });

  it('counts back as well', () => {
    expect(schoolDaysOn(day('2026-11-27'), -1, CALENDAR)).toBe('2026-11-25');
    expect(schoolDaysOn(day('2027-01-04'), -1, CALENDAR)).toBe('2026-12-18');
  });
});

describe('those who have not answered', () => {
  it('are reminded the school day before and the school day after, and then the asker is told', () => {
    expect(chaseDays(day('2026-11-16'), day('2026-11-20'), CALENDAR, USUAL_CHASING)).toEqual({
      first: '2026-11-19',
      second: '2026-11-23',
      tell: '2026-11-24',
    });
  });

  it('are not reminded on the day they are asked, nor twice on one day', () => {
    expect(chaseDays(day('2026-11-23'), day('2026-11-23'), CALENDAR, USUAL_CHASING)).toEqual({
      first: '2026-11-24',
      second: '2026-11-25',
      tell: '2026-11-27',
    });
    const none = { ...USUAL_CHASING, remindBefore: 0, remindAfter: 0, tellAfter: 0 };
    expect(chaseDays(day('2026-11-16'), day('2026-11-20'), CALENDAR, none)).toEqual({
      first: '2026-11-20',
      second: '2026-11-23',
      tell: '2026-11-24',
    });
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-11-23T09:00', '2026-11-23T09:00', 'in school hours it goes at once'],
    ['2026-11-23T06:30', '2026-11-23T08:00', 'before school it waits for the morning'],
    ['2026-11-23T17:00', '2026-11-24T08:00', 'from five it waits for the next day'],
    ['2026-11-20T18:00', '2026-11-23T08:00', 'over a weekend it waits for Monday'],
    ['2026-11-25T20:00', '2026-11-27T08:00', 'a day of snow is waited out'],
    ['2026-12-18T19:00', '2027-01-04T08:00', 'and the holidays'],
    ['2027-05-10T06:30', '2027-05-10T07:00', 'eight in the morning is seven in UTC once the clocks have changed'],
  ])('at %s it leaves at %s: %s', (now, leaves) => {
    expect(nextOpenMoment(at(now), CALENDAR, USUAL_CHASING, LONDON)).toBe(at(leaves));
  });
});
