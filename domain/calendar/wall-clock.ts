import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from '#domain/calendar/day.ts';

/** A time on the wall, 24 hours: `09:00`. With a day and a zone it becomes an instant. */
export type WallClock = string & { readonly __brand: 'WallClock' };

/** An IANA zone name such as `Europe/London`. */
export type Zone = string;

/** A day and a time as people at a place read them. */
export type LocalTime = { readonly day: Day; readonly time: WallClock };

const TIME_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The time that a text names. Throws a RangeError naming the text where it is not of the form `14:30`. */
export function asWallClock(text: string): WallClock {
  if (!TIME_SHAPE.test(text)) throw new RangeError(`“${text}” is not a time of the form 14:30.`);
  return text as WallClock;
}

/**
 * The moment at which clocks in a zone show a time on a day. In the hour that is skipped in spring the later reading is taken, in the hour
 * that comes twice in autumn the first.
 */
export function instantOf(day: Day, time: WallClock, zone: Zone): Instant {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return writeInstant(zoned.toInstant());
}

/** The day and time that clocks in a zone show at a moment, with the offset valid at that moment and not today's. */
export function localTimeOf(instant: Instant, zone: Zone): LocalTime {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { day: zoned.toPlainDate().toString() as Day, time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }) as WallClock };
}

/** The day it is in a zone at a moment: today, where now is handed in. */
export function dayIn(zone: Zone, instant: Instant): Day {
  return localTimeOf(instant, zone).day;
}

/** The moment that a text with its offset names (`2026-10-24T23:30:00Z`, `…+01:00`), in UTC. Throws a RangeError where it names none. */
export function asInstant(text: string): Instant {
  return writeInstant(Temporal.Instant.from(text));
}

/** The moment so many minutes later, or earlier where negative. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return writeInstant(Temporal.Instant.from(instant).add({ minutes }));
}

/** Whole minutes from one moment to another, negative when the second comes first. */
export function minutesBetween(from: Instant, to: Instant): number {
  const milliseconds = Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
  return Math.trunc(milliseconds / 60_000);
}

function writeInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: 'millisecond' }) as Instant;
}
