import { addDays, type Day, type DayRange, isWithin } from '#domain/calendar/day.ts';
import type { ClockFact } from '#domain/caseload/case-facts.ts';
import { clockShort } from '#domain/caseload/clock-words.ts';
import { isMine, type Reader } from '#domain/caseload/owner-words.ts';
import { type Side, sideOf } from './side.ts';

/** A clock as a calendar needs it; a case without a reference is in no calendar. */
export type FollowedClock = {
  readonly clock: Pick<ClockFact, 'clock' | 'rule' | 'due' | 'owedBy' | 'state' | 'on' | 'owner'>;
  readonly ruleTitle: string;
  readonly caseRef: string | null;
  readonly pupil: string;
};
export type FollowedAction = {
  readonly id: string;
  readonly number: number;
  readonly due: Day;
  readonly caseRef: string | null;
  readonly pupil: string | null;
};

/** One all-day entry of a calendar. `subject` stays the same when the day moves. */
export type CalendarDate = { readonly subject: string; readonly on: Day; readonly words: string; readonly pupil: string | null };

const WHO: Readonly<Record<Side, string>> = {
  ours: 'ours',
  authority: 'the authority’s',
  agencies: 'an agency’s',
  families: 'the family’s',
};

/** A date of an exam season, which belongs to no case. */
export type FollowedExamDate = { readonly season: string; readonly date: string; readonly on: Day; readonly title: string };

/** What has passed stays for so long, what comes is shown so far ahead. */
const BACK = 31;
const AHEAD = 400;

/** The days of which a calendar holds entries. */
export const followedSpan = (today: Day): DayRange => ({ from: addDays(today, -BACK), to: addDays(today, AHEAD) });

/**
 * The entries for a calendar outside Waymark, nearest first: case reference, the rule's short name and whose date it is. Nothing that
 * anybody typed is in it, so no name can be.
 */
export const calendarDates = (
  clocks: readonly FollowedClock[],
  actions: readonly FollowedAction[],
  exams: readonly FollowedExamDate[],
  whose: 'all' | 'mine',
  reader: Reader,
  today: Day,
): CalendarDate[] => {
  const span = followedSpan(today);
  return [
    ...clocks.filter(({ clock, caseRef }) => caseRef !== null && (whose === 'all' || isMine(clock, reader))).map(clockDate),
    ...actions.map(actionDate),
    ...exams.map(examDate),
  ]
    .filter(({ on }) => isWithin(on, span))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.words.localeCompare(other.words)));
};

const clockDate = ({ clock, ruleTitle, caseRef, pupil }: FollowedClock): CalendarDate => ({
  subject: `clock:${clock.clock}`,
  on: clock.due,
  words: `${caseRef}: ${clockShort({ ...clock, state: 'running' }, ruleTitle)} due (${WHO[sideOf(clock.owedBy)]})`,
  pupil,
});

const examDate = ({ season, date, on, title }: FollowedExamDate): CalendarDate => ({
  subject: `exams:${season}:${date}`,
  on,
  words: title,
  pupil: null,
});

const actionDate = ({ id, number, due, caseRef, pupil }: FollowedAction): CalendarDate => ({
  subject: `action:${id}`,
  on: due,
  words: caseRef ? `${caseRef}: action ${number} due` : `Action ${number} due`,
  pupil,
});
