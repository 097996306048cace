import { asDay, type Day } from '#domain/calendar/day.ts';

/** Public holidays of a place: facts, with one-off additions, known up to a day after which nobody has fixed them. */
export type HolidayCalendar = { readonly name: string; readonly dates: ReadonlySet<Day>; readonly knownTo: Day };

/** A holiday calendar from dates; without a last known day it is trusted for ever, as a published list of a single year is. */
export function holidayCalendar(name: string, dates: Iterable<Day>, knownTo: Day = asDay('9999-12-31')): HolidayCalendar {
  return { name, dates: new Set(dates), knownTo };
}

/** The same calendar with State or one-off holidays added. */
export function withHolidays(calendar: HolidayCalendar, name: string, added: Iterable<Day>): HolidayCalendar {
  return { ...calendar, name, dates: new Set([...calendar.dates, ...added]) };
}

function fromYears(years: Readonly<Record<number, string>>): Day[] {
  return Object.entries(years).flatMap(([year, dates]) => dates.split(' ').map((date) => asDay(`${year}-${date}`)));
}

/**
 * Bank holidays in England and Wales as gov.uk published them (Open Government Licence v3.0), substitute days and one-off holidays
 * included: 8 May 2020, 2 and 3 June 2022, 19 September 2022, 8 May 2023.
 */
export const BANK_HOLIDAYS_ENGLAND_AND_WALES: HolidayCalendar = holidayCalendar(
  'Bank holidays in England and Wales',
  fromYears({
    2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
    2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
    2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
    2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
    2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
    2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
    2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  }),
  asDay('2028-12-31'),
);

/**
 * Federal holidays of the United States on the days they are observed (5 U.S.C. 6103). 31 December 2021 and 2027 are the New Year's Days
 * of the years after, which fall on a Saturday.
 */
export const FEDERAL_HOLIDAYS: HolidayCalendar = holidayCalendar(
  'Federal holidays',
  fromYears({
    2019: '01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25',
    2020: '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
    2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
    2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
    2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
    2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
    2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
    2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
    2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  }),
  asDay('2027-12-31'),
);
