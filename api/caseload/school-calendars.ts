import { type SchoolCalendar, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { calendarFrom } from '../clocks/recount.ts';

const EMPTY = schoolCalendar({ name: 'no school', years: [], weekdays: [], noSchool: [], closures: [] });

/** Calendars already worked out, by what the school published: reading one takes longer than reading a caseload's flags. */
const worked = new Map<string, SchoolCalendar>();
const KEPT = 500;

/** Answers a school's calendar from the JSON text that the record keeps of it. */
export const calendarsBySchool = (stored: readonly { readonly school: string; readonly published: string }[]) => {
  const bySchool = new Map(stored.map(({ school, published }) => [school, workedOut(published)]));
  return (school: string): SchoolCalendar => bySchool.get(school) ?? EMPTY;
};

const workedOut = (published: string): SchoolCalendar => {
  const known = worked.get(published);
  if (known) return known;
  if (worked.size >= KEPT) worked.clear();
  const calendar = calendarFrom(JSON.parse(published));
  worked.set(published, calendar);
  return calendar;
};
