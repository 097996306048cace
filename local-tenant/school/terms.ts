import { addDays, type Day, type DayRange, dayOf, weekdayOf } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { type SchoolCalendar, type SchoolCalendarFacts, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';

/** Hollin Bank's terms from two years before today's school year to two after it, as the school would publish them. */
export const hollinBankTerms = (today: Day): SchoolCalendarFacts => {
  const first = yearOf(schoolYearOf(today).from);
  const starts = [first - 2, first - 1, first, first + 1, first + 2];
  return {
    name: 'Hollin Bank School',
    years: starts.map((year) => ({ from: onOrAfter(dayOf(year, 9, 1), 3), to: onOrAfter(dayOf(year + 1, 7, 19), 2) })),
    weekdays: [1, 2, 3, 4, 5],
    noSchool: starts.flatMap(holidaysOf),
    closures: [],
  };
};

/** The same, ready to count with. */
export const hollinBankCalendar = (today: Day): SchoolCalendar => schoolCalendar(hollinBankTerms(today));

/** Half-terms, Christmas, Easter and May Day of the school year that starts in a year. */
const holidaysOf = (year: number): DayRange[] => {
  const autumn = onOrBefore(dayOf(year, 10, 31), 1);
  const february = onOrAfter(dayOf(year + 1, 2, 15), 1);
  const goodFriday = addDays(easterSunday(year + 1), -2);
  const mayDay = onOrAfter(dayOf(year + 1, 5, 1), 1);
  const whitsun = onOrBefore(dayOf(year + 1, 5, 31), 1);
  return [
    weekFrom(autumn),
    { from: addDays(onOrBefore(dayOf(year, 12, 20), 5), 3), to: addDays(onOrAfter(dayOf(year + 1, 1, 3), 1), -3) },
    weekFrom(february),
    { from: goodFriday, to: addDays(goodFriday, 14) },
    { from: mayDay, to: mayDay },
    weekFrom(whitsun),
  ];
};

const weekFrom = (monday: Day): DayRange => ({ from: monday, to: addDays(monday, 4) });
const onOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7);
const onOrBefore = (day: Day, weekday: number): Day => addDays(day, -((weekdayOf(day) - weekday + 7) % 7));

/** Easter Sunday of a year (the anonymous Gregorian computus). */
const easterSunday = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const month = Math.floor((moon + sunday - 7 * late + 114) / 31);
  return dayOf(year, month, ((moon + sunday - 7 * late + 114) % 31) + 1);
};
