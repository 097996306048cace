import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { schoolYearStarting } from '#domain/calendar/school-year.ts';
import { moveOf, nextClassName, nextYear, turnInto } from '#domain/classes/roll-over.ts';

const forms = [
  { name: 'R Ash', yearGroup: 0 },
  { name: '1 Ash', yearGroup: 1 },
  { name: '6 Oak', yearGroup: 6 },
  { name: '7 A', yearGroup: 7 },
  { name: '11 A', yearGroup: 11 },
];
const pupil = (className: string | null, yearGroup: number | null, placed: string | null = null) => ({
  id: 'one',
  className,
  yearGroup,
  placed,
});

describe('what becomes of a pupil in the new year', () => {
  it.each([
    ['R Ash', 0, '1 Ash'],
    ['6 Oak', 6, '7 Oak'],
    ['11 A', 11, '12 A'],
    ['Oak', 6, null],
    ['6 Oak', 5, null],
  ])('%s of year %d is called %s a year on', (name, year, next) => expect(nextClassName(name, year)).toBe(next));

  it('a class moves up as one', () => expect(moveOf(pupil('R Ash', 0), forms, 11)).toEqual({ sort: 'moves', to: '1 Ash', toYear: 1 }));
  it('who was in the last year leaves', () => expect(moveOf(pupil('11 A', 11), forms, 11)).toEqual({ sort: 'leaves' }));
  it('where the next class does not exist, it is said', () =>
    expect(moveOf(pupil('6 Oak', 6), forms, 11)).toEqual({ sort: 'doubt', why: 'There is no 7 Oak' }));
  it('who is in no class waits for a person', () =>
    expect(moveOf(pupil(null, 3), forms, 11)).toEqual({ sort: 'doubt', why: 'In no class yet' }));
  it('the roster goes before the rule', () =>
    expect(moveOf(pupil('6 Oak', 6, '7 A'), forms, 11)).toEqual({ sort: 'moves', to: '7 A', toYear: 7 }));
  it('what somebody settled goes before the roster', () => {
    expect(moveOf(pupil('6 Oak', 6, '7 A'), forms, 11, { sort: 'repeats', to: null })).toEqual({ sort: 'repeats', to: '6 Oak' });
    expect(moveOf(pupil('11 A', 11), forms, 11, { sort: 'moves', to: '12 A' })).toEqual({ sort: 'moves', to: '12 A', toYear: 12 });
  });
});

describe('when a year is stepped into', () => {
  const terms = [
    { from: asDay('2026-09-02'), to: asDay('2027-07-20') },
    { from: asDay('2027-09-01'), to: asDay('2028-07-25') },
  ];
  const into2027 = schoolYearStarting(2027);

  it('it can be taken from the day after the last school day', () =>
    expect(turnInto(into2027, terms)).toMatchObject({ from: '2027-09-01', lastDay: '2027-07-20', possibleFrom: '2027-07-21' }));
  it('a year that the calendar does not hold has no turn', () => expect(turnInto(schoolYearStarting(2028), terms)).toBeUndefined());
  it('the coming year is next, and for four weeks the one just begun unless it is done', () => {
    expect(nextYear(asDay('2027-08-10'), terms, []).name).toBe('2027/28');
    expect(nextYear(asDay('2027-08-10'), terms, ['2027/28']).name).toBe('2028/29');
    expect(nextYear(asDay('2027-09-20'), terms, []).name).toBe('2027/28');
    expect(nextYear(asDay('2027-09-20'), terms, ['2027/28']).name).toBe('2028/29');
    expect(nextYear(asDay('2027-11-01'), terms, []).name).toBe('2028/29');
  });
});
