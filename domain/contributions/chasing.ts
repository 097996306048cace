import type { Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolDaysOn, type WritingHours } from '#domain/calendar/writing-hours.ts';

/**
 * When people are asked and reminded: all in school days, and only between `opens` and `closes`. A practice of the school, not law.
 * Two reminders at most; after them the asker is told, to ask in person.
 */
export type Chasing = WritingHours & {
  /** School days that people have to answer, when nobody says otherwise. */
  readonly answerWithin: number;
  /** The first reminder: school days before the due day. */
  readonly remindBefore: number;
  /** The second reminder: school days after the due day. */
  readonly remindAfter: number;
  /** When the asker is told who has not answered: school days after the due day. */
  readonly tellAfter: number;
};

export const USUAL_CHASING: Chasing = {
  answerWithin: 5,
  remindBefore: 1,
  remindAfter: 1,
  tellAfter: 2,
  opens: '08:00',
  closes: '17:00',
};

/** The day by which people are asked to answer when nobody says otherwise. */
export const usualDueDay = (today: Day, calendar: SchoolCalendar, { answerWithin }: Chasing): Day =>
  schoolDaysOn(today, answerWithin, calendar);

/** The steps of a chase, each on a later school day than the one before. */
export type ChaseDays = { readonly first: Day; readonly second: Day; readonly tell: Day };

/** When those who have not answered are reminded, and the asker told. Nobody is reminded on the day they were asked. */
export const chaseDays = (asked: Day, due: Day, calendar: SchoolCalendar, chasing: Chasing): ChaseDays => {
  const later = (day: Day, than: Day): Day => (day > than ? day : schoolDaysOn(than, 1, calendar));
  const first = later(schoolDaysOn(due, -chasing.remindBefore, calendar), asked);
  const second = later(schoolDaysOn(due, chasing.remindAfter, calendar), first);
  return { first, second, tell: later(schoolDaysOn(due, chasing.tellAfter, calendar), second) };
};
