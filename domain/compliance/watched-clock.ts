import { type Day, daysBetween } from '#domain/calendar/day.ts';
import type { Owner } from '#domain/timelines/rule.ts';
import { type Side, sideOf } from './side.ts';

/** How a clock stands, as the record last counted it. */
export type KeptState = 'running' | 'late' | 'excused' | 'met' | 'met-late' | 'stopped' | 'mark' | 'expected';

/** A clock of either side: enough to say whether it was kept. */
export type WatchedClock = {
  readonly owedBy: Owner;
  readonly state: KeptState;
  readonly due: Day;
  readonly metOn: Day | null;
};

/** The square that stands for a clock: met on time, met late, late and open, due, forecast; a claim that it may be late does not make it less late. */
export type Mark = 'met' | 'met-late' | 'late' | 'due' | 'forecast';

/** The square of a clock today, or null for one that counts for nothing here: a mark that nobody owes, a clock that was stopped. */
export const markOf = ({ state, due, metOn }: WatchedClock, today: Day): Mark | null => {
  switch (state) {
    case 'mark':
    case 'stopped':
      return null;
    case 'expected':
      return 'forecast';
    case 'met':
      return 'met';
    case 'met-late':
      return 'met-late';
    case 'excused':
      return metOn ? 'met-late' : due < today ? 'late' : 'due';
    case 'running':
    case 'late':
      return due < today ? 'late' : 'due';
    default:
      return state satisfies never;
  }
};

/** How one side kept its dates: how many were due until yesterday, or were met before, and how many of those on time. Null while none was due yet. */
export type Kept = { readonly onTime: number; readonly of: number } | null;

/** What a side has open, what of that is late, and how it kept its dates so far. */
export type SideTally = { readonly open: number; readonly late: number; readonly kept: Kept };

/** A side's count of these clocks. What is forecast is in no count and no rate. */
export const tallyOf = (clocks: readonly WatchedClock[], side: Side, today: Day): SideTally => {
  const marks = clocks.filter(({ owedBy }) => sideOf(owedBy) === side).flatMap((clock) => markOf(clock, today) ?? []);
  const count = (mark: Mark): number => marks.filter((one) => one === mark).length;
  const [onTime, late] = [count('met'), count('late')];
  const of = onTime + count('met-late') + late;
  return { open: late + count('due'), late, kept: of === 0 ? null : { onTime, of } };
};

/** By how many days a clock was met late, or is late today; 0 where it was or is in time. */
export const daysLate = ({ due, metOn }: WatchedClock, today: Day): number => Math.max(0, daysBetween(due, metOn ?? today));
