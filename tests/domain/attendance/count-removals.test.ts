import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { countRemovals, daysWords } from '#domain/attendance/count-removals.ts';
import type { Removal } from '#domain/attendance/removal.ts';
import { NO_LIMITS, REMOVAL_LAW } from '#domain/attendance/removal-limits.ts';
import { termOf } from '#domain/attendance/terms.ts';
import { asDay } from '#domain/calendar/day.ts';
import { schoolCalendar, schoolCalendarOfTerms } from '#domain/calendar/school-calendar.ts';

const range = (from: string, to: string) => ({ from: asDay(from), to: asDay(to) });
/** One year without a gap between its terms, as some schools publish it: the holidays are days without school. */
const school = schoolCalendar({
  name: 'Hollin Bank School',
  years: [range('2025-09-03', '2026-07-21'), range('2026-09-02', '2027-07-20')],
  weekdays: [1, 2, 3, 4, 5],
  noSchool: [
    range('2025-12-22', '2026-01-02'),
    range('2026-10-26', '2026-10-30'),
    range('2026-12-21', '2027-01-01'),
    range('2027-02-15', '2027-02-19'),
    range('2027-03-26', '2027-04-09'),
  ],
  closures: [],
});
const today = asDay('2026-11-23');

const removal = (from: string, to: string | null, more: Partial<Removal> = {}): Removal => ({
  id: randomUUID(),
  kind: 'suspension',
  from: asDay(from),
  to: to === null ? null : asDay(to),
  days: null,
  reason: null,
  ...more,
});
const count = (nation: string, removals: readonly Removal[], on = today, calendar = school) =>
  countRemovals(removals, { nation, law: REMOVAL_LAW[nation] ?? NO_LIMITS, calendar, today: on });
const inShort = (counts: ReturnType<typeof count>) => counts.map(({ limit, days, standing }) => [limit?.id ?? 'year', days, standing]);

describe('terms', () => {
  it.each([
    ['2026-09-02', '2026-09-02', '2027-01-03'],
    ['2026-10-28', '2026-09-02', '2027-01-03'],
    ['2026-12-28', '2026-09-02', '2027-01-03'],
    ['2027-01-04', '2027-01-04', '2027-04-11'],
    ['2027-04-12', '2027-04-12', '2027-08-31'],
  ])('%s lies in the term from %s to %s: half-term ends none, Christmas and Easter do', (day, from, to) => {
    expect(termOf(asDay(day), school)).toEqual(range(from, to));
  });

  it('are those that the school published, where it published terms', () => {
    const terms = schoolCalendarOfTerms('School', [range('2026-09-02', '2026-12-18'), range('2027-01-04', '2027-03-25')], []);
    expect(termOf(asDay('2026-11-23'), terms)).toEqual(range('2026-09-02', '2027-01-03'));
    expect(termOf(asDay('2027-02-01'), terms)).toEqual(range('2027-01-04', '2027-08-31'));
    expect(termOf(asDay('2026-08-01'), terms)).toBeUndefined();
  });
});

describe('days out of school in England', () => {
  it('are summed over the term and over the school year, holidays left out', () => {
    // Thu 22 Oct to Tue 3 Nov: Thu, Fri, then half-term, Mon, Tue.
    expect(inShort(count('england', [removal('2026-10-22', '2026-11-03')]))).toEqual([
      ['term', 4, 'plain'],
      ['year', 4, 'plain'],
    ]);
  });

  it('begin at zero with the term, and with 1 September', () => {
    const removals = [removal('2026-07-06', '2026-07-10'), removal('2026-11-09', '2026-11-13')];
    expect(inShort(count('england', removals, asDay('2027-01-11')))).toEqual([
      ['term', 0, 'plain'],
      ['year', 5, 'plain'],
    ]);
  });

  it('are near the term’s 15 from the 11th, and over only beyond the 15th', () => {
    const of = (days: number) => inShort(count('england', [removal('2026-09-07', '2026-09-07', { days })]))[0];
    expect(of(10.5)).toEqual(['term', 10.5, 'plain']);
    expect(of(11)).toEqual(['term', 11, 'near']);
    expect(of(15)).toEqual(['term', 15, 'near']);
    expect(of(15.5)).toEqual(['term', 15.5, 'over']);
  });

  it('take the school system’s number where it has one, and half a day for a lunchtime where it has none', () => {
    const removals = [removal('2026-09-22', '2026-09-24', { days: 2.5 }), removal('2026-11-09', '2026-11-13', { kind: 'lunchtime' })];
    const [term] = count('england', removals);
    expect(term?.days).toBe(5);
    expect(term?.counted.map(({ days, known }) => [days, known])).toEqual([
      [2.5, 'as recorded'],
      [2.5, 'counted with the school’s calendar'],
    ]);
  });

  it('leave a permanent exclusion and a day inside school beside the sum', () => {
    const removals = [
      removal('2026-11-16', '2026-11-16', { kind: 'in-school', days: 1 }),
      removal('2026-11-17', null, { kind: 'exclusion' }),
    ];
    const [term] = count('england', removals);
    expect([term?.days, term?.beside.length]).toEqual([0, 2]);
  });

  it('say that they rest on a text that was not read', () => {
    expect(REMOVAL_LAW.england?.limits.every(({ unverified }) => unverified)).toBe(true);
  });
});

describe('duty 10 A3: days removed under IDEA', () => {
  it('warn before day 10, and say from the 11th that services are owed', () => {
    const of = (days: number) => inShort(count('idea', [removal('2026-09-08', '2026-09-08', { days })]))[0];
    expect(of(7)).toEqual(['us.discipline.cumulative', 7, 'plain']);
    expect(of(8)).toEqual(['us.discipline.cumulative', 8, 'near']);
    expect(of(10)).toEqual(['us.discipline.cumulative', 10, 'near']);
    expect(of(11)).toEqual(['us.discipline.cumulative', 11, 'over']);
  });

  it('tell many short removals, which may be a pattern, from one long removal, which changes the placement', () => {
    const short = ['2026-09-08', '2026-09-22', '2026-10-06'].map((from) => removal(from, from, { days: 4 }));
    expect(inShort(count('idea', short))).toEqual([
      ['us.discipline.cumulative', 12, 'over'],
      ['us.discipline.changeOfPlacement', 4, 'plain'],
    ]);
    expect(inShort(count('idea', [removal('2026-09-07', '2026-09-21')]))).toEqual([
      ['us.discipline.cumulative', 11, 'over'],
      ['us.discipline.changeOfPlacement', 11, 'over'],
    ]);
  });

  it('begin at zero with the district’s year of instruction', () => {
    expect(inShort(count('idea', [removal('2026-07-06', '2026-07-17')]))[0]).toEqual(['us.discipline.cumulative', 0, 'plain']);
  });
});

it('a removal without an end counts until today', () => {
  expect(count('idea', [removal('2026-11-18', null)])[0]?.days).toBe(4);
});

it('a removal across the end of a year counts only its own part', () => {
  expect(count('england', [removal('2026-07-20', '2026-09-04', { days: 5 })])[1]?.days).toBe(3);
});

it('where the school has published no calendar, a number nobody recorded is not known, and not zero days of a kind', () => {
  const empty = schoolCalendar({ name: 'none', years: [], weekdays: [1, 2, 3, 4, 5], noSchool: [], closures: [] });
  const [sum] = count('elsewhere', [removal('2026-11-09', '2026-11-13'), removal('2026-11-16', '2026-11-16', { days: 1 })], today, empty);
  expect([sum?.limit, sum?.days]).toEqual([null, 1]);
  expect(sum?.counted.map(({ days, known }) => [days, known])).toEqual([
    [null, 'no calendar to count with'],
    [1, 'as recorded'],
  ]);
});

it('numbers of days read as words', () => {
  expect([1, 0.5, 12].map(daysWords)).toEqual(['1 school day', '0.5 school days', '12 school days']);
});

describe('removals on end', () => {
  const longest = (...removals: readonly Removal[]) =>
    count('idea', removals).find(({ limit }) => limit?.id === 'us.discipline.changeOfPlacement')?.days;

  it('are one where no school day lies between them, and two where one does', () => {
    expect(longest(removal('2026-11-02', '2026-11-06'), removal('2026-11-09', '2026-11-16'))).toBe(11);
    expect(longest(removal('2026-11-02', '2026-11-06'), removal('2026-11-10', '2026-11-17'))).toBe(6);
    expect(longest(removal('2026-10-23', '2026-10-23'), removal('2026-11-02', '2026-11-03'))).toBe(3);
  });
});
