import type { Clock } from '#api/parts.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  today: (timeZone) => dayIn(timeZone, new Date().toISOString() as Instant),
};
