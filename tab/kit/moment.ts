import type { Day, Instant } from '#domain/calendar/day.ts';
import { numberOf } from '#domain/calendar/day-number.ts';

const DAY_IN_MS = 86_400_000;

/** Milliseconds of an instant, read from its text; the platform's formatter takes them as they are. */
const millisecondsOf = (instant: Instant): number => {
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, 19).split(':').map(Number);
  return numberOf(instant.slice(0, 10) as Day) * DAY_IN_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
};

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (zone: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = zone + JSON.stringify(parts);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...parts, ...(zone ? { timeZone: zone } : {}) });
  formatters.set(key, made);
  return made;
};

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `14:22`: what clocks at the school show. Temporal would do it too, at twenty times the download. */
export const clockTime = (instant: Instant, zone: string): string => formatter(zone, CLOCK).format(millisecondsOf(instant));

/** `Fri 16:52`: for things that changed in the last days. */
export const weekdayTime = (instant: Instant, zone: string): string =>
  formatter(zone, { weekday: 'short', ...CLOCK })
    .format(millisecondsOf(instant))
    .replace(',', '');

/** The day it is at the school at a moment. */
export const dayAt = (instant: Instant, zone: string): Day => {
  const parts = formatter(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(millisecondsOf(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}` as Day;
};

/** `Fri 16:10` by the reader's own clock, now. */
export const nowWords = (): string =>
  formatter('', { weekday: 'short', ...CLOCK })
    .format()
    .replace(',', '');
