import { addDays, type Day, daysBetween, overlapOf } from '#domain/calendar/day.ts';
import { type SchoolCalendar, schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { daysLeftWords, dayWords } from '#domain/calendar/wording.ts';

/** A timetable of less than the whole week, agreed for a time. */
export type PartTime = {
  readonly id: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly hoursAWeek: number | null;
  readonly reviewOn: Day | null;
  readonly reason: string | null;
};

/** What a person should look at: nothing, the date that comes next, or what was left open. */
export type PartTimeStanding = {
  readonly state: 'to-come' | 'running' | 'ended';
  readonly urgency: 'late' | 'near' | 'soon' | 'later';
  readonly words: string;
  /** School days of it so far; null where the school has published no calendar for that time. */
  readonly schoolDays: number | null;
};

const SOON = 7;

/** Where a part-time timetable stands: its review or end with the days left, or that nobody agreed when it is looked at again. */
export const partTimeStanding = (one: PartTime, calendar: SchoolCalendar, today: Day): PartTimeStanding => {
  const schoolDays = daysSoFar(one, calendar, today);
  if (one.to && one.to < today) return { state: 'ended', urgency: 'later', words: `Ended ${dayWords(one.to, today)}`, schoolDays };
  const state = one.from > today ? 'to-come' : 'running';
  return { state, schoolDays, ...nextDate(one, today) };
};

const nextDate = ({ reviewOn, to }: PartTime, today: Day): Pick<PartTimeStanding, 'urgency' | 'words'> => {
  if (reviewOn && reviewOn < today && (!to || to >= today))
    return { urgency: 'late', words: `Review was due ${dayWords(reviewOn, today)}, ${daysLeftWords(reviewOn, today)}` };
  if (reviewOn)
    return { urgency: urgencyOf(reviewOn, today), words: `Review ${dayWords(reviewOn, today)}, ${daysLeftWords(reviewOn, today)}` };
  if (to) return { urgency: urgencyOf(to, today), words: `Ends ${dayWords(to, today)}, ${daysLeftWords(to, today)}` };
  return { urgency: 'near', words: 'No end and no review agreed' };
};

const urgencyOf = (day: Day, today: Day): PartTimeStanding['urgency'] => {
  const left = daysBetween(today, day);
  return left <= 2 ? 'near' : left <= SOON ? 'soon' : 'later';
};

const daysSoFar = ({ from, to }: PartTime, calendar: SchoolCalendar, today: Day): number | null => {
  if (from > today) return 0;
  const until = to && to < today ? to : today;
  const span = { from, to: until < from ? from : until };
  return calendar.years.some((year) => overlapOf(span, { from: year.from, to: addDays(year.to, 1) })) ? schoolDaysIn(span, calendar) : null;
};
