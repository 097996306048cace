import { type SchoolCalendar, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { calendarFrom } from '../clocks/recount.ts';

const EMPTY = schoolCalendar({ name: 'no school', years: [], weekdays: [], noSchool: [], closures: [] });

/** Calendars already worked out, by what the school published: reading one takes longer than reading a caseload's flags. */
const worked = new Map<string, SchoolCalendar>();
const KEPT = 500;

/** Answers a school's calendar from what the record keeps of it. */
export const calendarsBySchool = (stored: readonly { readonly school: string; readonly facts: unknown }[] | null) => {
  const bySchool = new Map((stored ?? []).map(({ school, facts }) => [school, workedOut(facts)]));
  return (school: string): SchoolCalendar => bySchool.get(school) ?? EMPTY;
};

const workedOut = (facts: unknown): SchoolCalendar => {
  const key = JSON.stringify(facts);
  const known = worked.get(key);
  if (known) return known;
  if (worked.size >= KEPT) worked.clear();
  const calendar = calendarFrom(facts);
  worked.set(key, calendar);
  return calendar;
};
