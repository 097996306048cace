import { addDays, type Day, type DayRange, daysBetween, isWithin } from '#domain/calendar/day.ts';
import { countWords, dayWords, rangeWords } from '#domain/calendar/wording.ts';
import type { Column } from './period.ts';

/** A short note beside the chart: what to see in it, and where pressing it leads. */
export type Note = { readonly title: string; readonly words: string; readonly column: Day | null };

/** Fewer than this in a week are no load worth a word. */
const HEAVY = 4;

type Due = { readonly due: Day };

const inColumn = <T extends Due>(clocks: readonly T[], column: Column): T[] => clocks.filter(({ due }) => isWithin(due, column));

/**
 * The week (or month) ahead in which most of our own clocks fall, where it stands out from the others; the dates do not move. Dates in the
 * summer, from the last school day on, are work of the terms before: they make no month heavy and are only counted.
 */
export const heaviestAhead = (
  ours: readonly Due[],
  columns: readonly Column[],
  today: Day,
  summer: DayRange | null = null,
): Note | null => {
  const inTerm = summer ? ours.filter(({ due }) => !isWithin(due, summer)) : ours;
  const ahead = columns.filter(({ from }) => from > today).map((column) => ({ column, count: inColumn(inTerm, column).length }));
  const [most, next] = [...ahead].sort((one, other) => other.count - one.count);
  if (!most || most.count < HEAVY || most.count <= (next?.count ?? 0)) return null;
  const others = ahead.filter(({ column, count }) => column !== most.column && count > 0).map(({ count }) => count);
  const [least, top] = [Math.min(...others), Math.max(...others)];
  const rest = others.length === 0 ? 'none' : least === top ? String(top) : `${least} to ${top}`;
  return {
    title: `Heaviest ahead: ${most.column.title}`,
    words: `${most.count} of ours, against ${rest} in the other ${unitOf(most.column)} after this one.${summerWords(ours, columns, today, summer)} The dates do not move; the work can start earlier.`,
    column: most.column.from,
  };
};

const unitOf = ({ from, to }: Column): string => (daysBetween(from, to) > 6 ? 'months' : 'weeks');

const summerWords = (ours: readonly Due[], columns: readonly Column[], today: Day, summer: DayRange | null): string => {
  if (!summer) return '';
  const late = ours.filter(({ due }) => isWithin(due, summer) && columns.some((column) => isWithin(due, column))).length;
  return late === 0 ? '' : ` ${late} more fall after the last school day, ${dayWords(addDays(summer.from, -1), today)}.`;
};

/** A stretch of at least a week without school, and the clocks of others that end in it: calendar days run on. */
export const whileClosed = (others: readonly Due[], breaks: readonly DayRange[], today: Day): Note | null => {
  const next = breaks.find(({ from, to }) => to >= today && addDays(from, 6) <= to);
  if (!next) return null;
  const ending = others.filter(({ due }) => isWithin(due, next)).length;
  return {
    title: `School closed, ${rangeWords(next.from, next.to)}`,
    words:
      ending === 0
        ? 'No clock of the authority, of agencies or of families ends while the school is shut. Clocks in calendar days run on.'
        : `${countWords(ending, 'clock')} of others ${ending === 1 ? 'ends' : 'end'} while the school is shut: someone must read the post. Clocks in calendar days run on.`,
    column: null,
  };
};

/** How the dashed squares are made. `usual` is null where the school's own record is too young for a usual number. */
export const forecastNote = (dated: number, usual: { readonly count: number; readonly words: string } | null): Note => {
  const follow = `${countWords(dated, 'dashed square')} ${dated === 1 ? 'follows' : 'follow'} from reviews that are booked`;
  return {
    title: 'Forecast, not fact',
    words: usual
      ? `${follow}, ${usual.count} from the usual number of new requests (${usual.words}). None is in a count or a rate.`
      : `${follow}. New requests are not guessed at: that takes two years of the school’s own. None is in a count or a rate.`,
    column: null,
  };
};

/** Weeks in which the school is closed on every weekday. */
export const isClosedThrough = (column: Column, breaks: readonly DayRange[]): boolean =>
  breaks.some(({ from, to }) => from <= column.from && to >= addDays(column.from, 4));
