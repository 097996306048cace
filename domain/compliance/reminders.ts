import { addDays, type Day, daysBetween, weekdayOf } from '#domain/calendar/day.ts';
import { type OwnerGroup, type ReminderRules, type Stage, stageOf } from './reminder-rules.ts';

/** A date that somebody owes. `owner` is a person whom Waymark can tell; null where there is none, as for a council or a family. */
export type OwedDate = {
  readonly subject: string;
  readonly group: OwnerGroup;
  readonly due: Day;
  readonly pupil: string | null;
  readonly owner: string | null;
  readonly coordinators: readonly string[];
};

/** One person is told one thing of one date. */
export type Telling = { readonly person: string; readonly subject: string; readonly stage: Stage; readonly pupil: string | null };

/** The day on which somebody was told something, by `toldKey`; absent where they were not. */
export type Told = ReadonlyMap<string, Day>;

export const toldKey = ({ person, subject, stage }: Omit<Telling, 'pupil'>): string => `${person} ${subject} ${stage}`;

/** A date with its day: one that moves is another, and is told anew. */
export const subjectOf = (kind: 'clock' | 'action', id: string, due: Day): string => `${kind}:${id}@${due}`;

/** Whether nobody is told of a date on a day: the school has a day off. */
export type IsDayOff = (day: Day) => boolean;

const NEVER: IsDayOff = () => false;

/**
 * Messages go out from Monday to Friday, and on no day off of the school. What falls on a weekend or into a holiday is told on the last day
 * before it, for the dates of the law do not wait for term.
 */
export const isTellingDay = (day: Day, isDayOff: IsDayOff = NEVER): boolean => weekdayOf(day) <= 5 && !isDayOff(day);

/** No holiday of a school is as long; a calendar that ends is not taken for one. */
export const LONGEST_SILENCE = 60;

/** The last day before messages go out again. */
export const silentThrough = (today: Day, isDayOff: IsDayOff = NEVER): Day => {
  let through = today;
  while (!isTellingDay(addDays(through, 1), isDayOff) && daysBetween(today, through) < LONGEST_SILENCE) through = addDays(through, 1);
  return through;
};

/**
 * Who is told what today. The owner first, at each lead and once when the date has passed; the coordinator so many days after the date,
 * and never before the owner was told that it is late (duty 3 A2). Where the owner is nobody whom Waymark can tell, the coordinator stands
 * in from the first lead on. What was told before is not told again.
 */
export const tellingsOf = (dates: readonly OwedDate[], rules: ReminderRules, told: Told, today: Day, isDayOff?: IsDayOff): Telling[] => {
  const through = silentThrough(today, isDayOff);
  const all = dates.flatMap((date) => [...ownersPart(date, rules, today, through), ...coordinatorsPart(date, rules, told, today)]);
  return all.filter((telling) => (told.get(toldKey(telling)) ?? today) === today);
};

const ownersPart = (date: OwedDate, rules: ReminderRules, today: Day, through: Day): Telling[] => {
  const stage = stageOf(date.due, rules[date.group], today, through);
  if (!stage) return [];
  const { subject, pupil, owner, coordinators } = date;
  return (owner ? [owner] : coordinators).map((person) => ({ person, subject, stage, pupil }));
};

const coordinatorsPart = (date: OwedDate, rules: ReminderRules, told: Told, today: Day): Telling[] => {
  const { subject, pupil, owner, coordinators, due, group } = date;
  if (!owner || daysBetween(due, today) < rules[group].coordinatorAfter) return [];
  const ownerHeard = told.get(toldKey({ person: owner, subject, stage: 'late' }));
  if (!ownerHeard || ownerHeard >= today) return [];
  return coordinators.filter((one) => one !== owner).map((person) => ({ person, subject, stage: 'coordinator', pupil }));
};
