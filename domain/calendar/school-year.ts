import { addDays, addYears, type Day, dayOf, weekdayOf } from '#domain/calendar/day.ts';
import { dayOfDate, monthOf, yearOf } from '#domain/calendar/day-number.ts';

/** An academic year, 1 September to 31 August, named as schools write it: `2026/27`. */
export type SchoolYear = { readonly name: string; readonly from: Day; readonly to: Day };

/** The academic year that holds a day: 1 September to 31 August (Education Act 1996 s.8 and s.579). */
export function schoolYearOf(day: Day): SchoolYear {
  return schoolYearStarting(monthOf(day) >= 9 ? yearOf(day) : yearOf(day) - 1);
}

/** The academic year that starts on 1 September of a year. */
export function schoolYearStarting(year: number): SchoolYear {
  return { name: `${year}/${String((year + 1) % 100).padStart(2, '0')}`, from: dayOfDate(year, 9, 1), to: dayOfDate(year + 1, 8, 31) };
}

/** Completed years on a day, as English law counts: someone born on 29 February is a year older on 1 March of an ordinary year. */
export function ageOn(dateOfBirth: Day, on: Day): number {
  return Math.floor(ageInMonths(dateOfBirth, on) / 12);
}

/** Completed months of age on a day; `10 years 8 months` is 128. A month is complete on its corresponding date, or the day after a short month. */
export function ageInMonths(dateOfBirth: Day, on: Day): number {
  const months = (yearOf(on) - yearOf(dateOfBirth)) * 12 + monthOf(on) - monthOf(dateOfBirth);
  return on.slice(8) < dateOfBirth.slice(8) ? months - 1 : months;
}

/** The day a person reaches an age, taking 28 February for those born on the 29th: the careful reading of a limit that ends on a birthday. */
export function birthdayAt(dateOfBirth: Day, age: number): Day {
  return addYears(dateOfBirth, age);
}

/**
 * National curriculum year in an academic year: age on 31 August before it starts, minus 4; Reception is 0, nursery is below. Pupils taught
 * out of their year need the recorded year group instead.
 */
export function curriculumYear(dateOfBirth: Day, yearStart: Day): number {
  return ageOn(dateOfBirth, dayOf(yearOf(schoolYearOf(yearStart).from), 8, 31)) - 4;
}

/** Last Friday of June of the academic year in which the person turns 16: the end of compulsory school age (Education Act 1996 s.8(3)). */
export function endOfCompulsorySchoolAge(dateOfBirth: Day): Day {
  const year = schoolYearOf(addYears(dateOfBirth, 16));
  const lastOfJune = dayOf(yearOf(year.to), 6, 30);
  return addDays(lastOfJune, -((weekdayOf(lastOfJune) + 2) % 7));
}

/** The nth given weekday of a month, for days such as the third Thursday of January. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}
