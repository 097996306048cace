import type { Day, Instant } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { isWorkingDayAt, nextOpenMoment, type WritingHours } from '#domain/calendar/writing-hours.ts';
import type { Asking } from '#domain/classes/asking.ts';

/** When somebody hears from the bot of its own accord: their day on one card, and what helps the pupils they teach. */
export type Mornings = Asking & {
  readonly morningOn: boolean;
  /** `07:45`, by the school's clock. */
  readonly morningAt: string;
  readonly strategiesAt: string;
};

/** Until somebody chooses: no morning card, and what helps once a week, on Monday before school. A practice, not law. */
export const USUAL_MORNINGS: Mornings = {
  morningOn: false,
  morningAt: '07:45',
  strategies: 'weekly',
  strategiesOn: 1,
  strategiesAt: '07:45',
  units: [],
};

/** The earliest time anybody can choose: earlier is the night, also for those who would choose it. */
export const EARLIEST = '06:30';

/** Why a time cannot be chosen; null where it can. After the school's closing hour nobody is written to. */
export const timeFault = (at: string, { closes }: Pick<WritingHours, 'closes'>): string | null =>
  at < EARLIEST || at >= closes ? `Choose a time from ${EARLIEST} and before ${closes}, when the school stops writing to people.` : null;

/** The first chosen time after now that falls on a school day, as its day and moment. */
export const nextTime = (at: string, now: Instant, calendar: SchoolCalendar, zone: Zone): { readonly day: Day; readonly at: Instant } => {
  // hours that close as they open: now is never in them, so that the time itself is always still to come
  const next = nextOpenMoment(now, calendar, { opens: at, closes: at }, zone);
  return { day: localTimeOf(next, zone).day, at: next };
};

/**
 * Whether a card set for a day and time is still right when its moment comes: the choice was not changed meanwhile, it is a school day, and it
 * is not so late (the service was down) that the school has stopped writing to people.
 */
export const isStillTime = (
  set: { readonly day: Day; readonly at: string },
  chosen: { readonly on: boolean; readonly at: string },
  now: { readonly day: Day; readonly time: string },
  calendar: SchoolCalendar,
  { closes }: Pick<WritingHours, 'closes'>,
): boolean =>
  chosen.on && chosen.at === set.at && now.day === set.day && now.time >= set.at && now.time < closes && isWorkingDayAt(calendar, set.day);
