import { describe, expect, it } from '@jest/globals';
import { wantedDays } from '#bot/commands/days-in-words.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { SchoolCalendarFacts } from '#domain/calendar/school-calendar.ts';

const day = (text: string) => text as Day;
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
const today = day('2026-11-23');

/** Hollin Bank's year: half terms, Christmas and Easter as gaps and ranges. */
const terms: SchoolCalendarFacts = {
  name: 'Hollin Bank School',
  years: [range('2026-09-02', '2026-12-18'), range('2027-01-04', '2027-03-25'), range('2027-04-12', '2027-07-21')],
  weekdays: [1, 2, 3, 4, 5],
  noSchool: [
    range('2026-10-26', '2026-10-30'),
    range('2027-02-15', '2027-02-19'),
    range('2027-05-31', '2027-06-04'),
    range('2027-05-03', '2027-05-03'),
  ],
  closures: [],
};

describe('dates as people say them, on Mon 23 Nov 2026', () => {
  it.each([
    ['Amina before half term', 'Amina', undefined, '2027-02-14'],
    ['Amina before the half-term', 'Amina', undefined, '2027-02-14'],
    ['Amina before Christmas', 'Amina', undefined, '2026-12-18'],
    ['Amina after Christmas', 'Amina', '2027-01-04', undefined],
    ['Amina before Easter', 'Amina', undefined, '2027-03-25'],
    ['Amina before the end of term', 'Amina', undefined, '2026-12-18'],
    ['Ayaan in the week of 7 Dec', 'Ayaan', '2026-12-07', '2026-12-13'],
    ['Ayaan week commencing 9 December', 'Ayaan', '2026-12-07', '2026-12-13'],
    ['Ayaan after Fri 4 Dec', 'Ayaan', '2026-12-05', undefined],
    ['Ayaan by 18th of December', 'Ayaan', undefined, '2026-12-18'],
    ['Ayaan from 2027-01-11', 'Ayaan', '2027-01-11', undefined],
    ['Ayaan between 7 Dec and Fri 18 Dec', 'Ayaan', '2026-12-07', '2026-12-18'],
    ['Ayaan next week', 'Ayaan', '2026-11-30', '2026-12-06'],
    ['Ayaan this week', 'Ayaan', '2026-11-23', '2026-11-29'],
    ['Ayaan on Thursday', 'Ayaan', '2026-11-26', '2026-11-26'],
    ['Ayaan by next Monday', 'Ayaan', undefined, '2026-11-30'],
    ['Ayaan by 5 Feb', 'Ayaan', undefined, '2027-02-05'],
    ['WM-0398', 'WM-0398', undefined, undefined],
    ['Easter Brown', 'Easter Brown', undefined, undefined],
    ['April May', 'April May', undefined, undefined],
  ])('“%s” is about %s, from %s to %s', (said, left, notBefore, notAfter) => {
    expect(wantedDays(said, today, terms)).toEqual({ left, ...(notBefore && { notBefore }), ...(notAfter && { notAfter }) });
  });

  it.each([
    ['Ayaan on Tue 7 Dec', '7 Dec 2026 is a Monday. Say the date again.'],
    ['Ayaan by 31 June', '“2027-06-31” is not a date: June 2027 has 30 days.'],
    ['Ayaan between 18 Dec and 7 Dec', 'The first day comes after the last one.'],
    ['Ayaan by 2026-11-20', 'That is in the past.'],
  ])('“%s” is asked about: %s', (said, words) => {
    expect(() => wantedDays(said, today, terms)).toThrow(words);
  });

  it('asks for a date where the school has published no terms', () => {
    expect(() => wantedDays('Ayaan before half term', today, null)).toThrow(
      'The term dates do not say when half term is. Say a date, as in “before Fri 18 Dec”.',
    );
  });
});
