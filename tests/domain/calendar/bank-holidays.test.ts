import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BANK_HOLIDAYS_ENGLAND_AND_WALES, FEDERAL_HOLIDAYS } from '#domain/calendar/bank-holidays.ts';
import { asDay, weekdayOf } from '#domain/calendar/day.ts';
import { itWithReference, reference } from '#tests/reference.ts';

const datesIn = (file: string, pick: (parsed: unknown) => { date: string }[]): string[] =>
  pick(JSON.parse(readFileSync(reference('calendars', file), 'utf8'))).map(({ date }) => date);

describe('public holidays', () => {
  it('are given on the weekday on which they are observed', () => {
    for (const calendar of [BANK_HOLIDAYS_ENGLAND_AND_WALES, FEDERAL_HOLIDAYS]) {
      for (const date of calendar.dates) expect([date, weekdayOf(date) <= 5]).toEqual([date, true]);
    }
  });

  it('hold the one-off days of 2022 and 2023', () => {
    const oneOff = ['2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'].map(asDay);
    expect(oneOff.every((date) => BANK_HOLIDAYS_ENGLAND_AND_WALES.dates.has(date))).toBe(true);
  });

  itWithReference('in England and Wales are those of gov.uk, weekend days that have a substitute left out', () => {
    const published = datesIn(
      'uk-bank-holidays.json',
      (file) => (file as { 'england-and-wales': { events: { date: string }[] } })['england-and-wales'].events,
    );
    expect([...BANK_HOLIDAYS_ENGLAND_AND_WALES.dates].sort()).toEqual(published.sort());
  });

  itWithReference('of the United States are the published ones, with the New Year’s Day of 2028 that is observed in 2027', () => {
    const published = datesIn('us-federal-holidays.json', (file) => (file as { holidays: { date: string }[] }).holidays);
    expect([...FEDERAL_HOLIDAYS.dates].sort()).toEqual([...published, '2027-12-31'].sort());
  });
});
