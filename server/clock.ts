import type { Clock } from '#api/parts.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';

/** A clock whose moment is the machine's, so many milliseconds later. */
const clockAhead = (by: number): Clock => {
  const now = (): Instant => new Date(Date.now() + by).toISOString() as Instant;
  return { now, today: (timeZone) => dayIn(timeZone, now()) };
};

/** The machine's own clock. */
export const systemClock: Clock = clockAhead(0);

/** A clock that stands at this moment now and moves on from there, for the made-up school; the machine's own where none is named. */
export const clockFrom = (moment: Instant | null): Clock => (moment ? clockAhead(Date.parse(moment) - Date.now()) : systemClock);
