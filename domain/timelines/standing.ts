import { workingDaysIn } from '#domain/calendar/counting.ts';
import { addDays, type Day, daysBetween } from '#domain/calendar/day.ts';
import { schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { countedDaysLeftWords, countWords, daysLeftWords, dayWords } from '#domain/calendar/wording.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import type { Calendars } from '#domain/timelines/reckoned.ts';

/** How near a date is, for colour and order: late, today or the next two days, within a week, or more. */
export type Urgency = 'late' | 'near' | 'soon' | 'quiet';

/** How near an open clock is to its date; a clock that nobody has to act on is quiet. */
export function urgencyOf(clock: Clock, today: Day): Urgency {
  if (clock.due === undefined || (clock.state !== 'running' && clock.state !== 'late' && clock.state !== 'excused')) return 'quiet';
  if (clock.state === 'excused' && clock.metOn) return 'quiet';
  const left = daysBetween(today, clock.due);
  if (left < 0) return 'late';
  return left <= 2 ? 'near' : left <= 7 ? 'soon' : 'quiet';
}

/**
 * Where a clock stands, in the words beside its date: `9 days left`, `12 school days left` where the rule counts those, `3 days late`,
 * `Met Wed 26 Aug, on the day`, `Did not arise`.
 */
export function standingWords(clock: Clock, today: Day, calendars?: Calendars): string {
  switch (clock.state) {
    case 'not-started':
      return 'No date yet';
    case 'running':
    case 'late':
      return leftWords(clock.due, clock.reckoned.unit, today, calendars);
    case 'met':
    case 'met-late':
      return `Met ${dayWords(clock.metOn, today)}, ${punctuality(clock.metOn, clock.due)}`;
    case 'excused':
      return clock.metOn ? `Met ${dayWords(clock.metOn, today)}, late and excused` : `${daysLeftWords(clock.due, today)}, excused`;
    case 'stopped':
      return stoppedWords(clock, today);
    default:
      return clock satisfies never;
  }
}

/** What became of a milestone whose day stands beside it: `Met on the day`, `Met 2 days late`, else as {@link standingWords}. */
export function milestoneOutcome(clock: Clock, today: Day, calendars?: Calendars): string {
  if (clock.state === 'met' || clock.state === 'met-late') return `Met ${punctuality(clock.metOn, clock.due)}`;
  return standingWords(clock, today, calendars);
}

function stoppedWords(clock: Extract<Clock, { state: 'stopped' }>, today: Day): string {
  if (clock.stoppedBy) return 'Did not arise';
  return clock.rule.nature === 'mark' ? `Reached ${dayWords(clock.due, today)}` : `Ran out ${dayWords(clock.due, today)}`;
}

/** `on the day`, `2 days early`, `3 days late`. */
function punctuality(metOn: Day, due: Day): string {
  const early = daysBetween(metOn, due);
  if (early === 0) return 'on the day';
  return early > 0 ? `${countWords(early, 'day')} early` : `${countWords(-early, 'day')} late`;
}

function leftWords(due: Day, unit: string, today: Day, calendars: Calendars | undefined): string {
  if (due < today || !calendars) return daysLeftWords(due, today);
  const rest = { from: addDays(today, 1), to: due };
  if (unit === 'school-days' && calendars.school) return countedDaysLeftWords(schoolDaysIn(rest, calendars.school), 'school day');
  if (unit === 'working-days') return countedDaysLeftWords(workingDaysIn(rest, calendars.holidays), 'working day');
  if (unit === 'business-days') return countedDaysLeftWords(workingDaysIn(rest, calendars.holidays), 'business day');
  return daysLeftWords(due, today);
}
