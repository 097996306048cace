import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { addMinutes, asInstant, asWallClock, dayIn, instantOf, localTimeOf, minutesBetween } from '#domain/calendar/wall-clock.ts';

const LONDON = 'Europe/London';

describe('wall-clock times', () => {
  it('nine o’clock in Hollin Bank is 09:00 UTC in winter and 08:00 UTC in summer', () => {
    expect(instantOf(asDay('2026-12-08'), asWallClock('09:00'), LONDON)).toBe('2026-12-08T09:00:00.000Z');
    expect(instantOf(asDay('2026-06-08'), asWallClock('09:00'), LONDON)).toBe('2026-06-08T08:00:00.000Z');
  });

  it('a request that came at 23:30 UTC on the last night of summer time came on Sunday', () => {
    expect(dayIn(LONDON, asInstant('2026-10-24T23:30:00Z'))).toBe('2026-10-25');
    expect(dayIn('America/New_York', asInstant('2026-10-24T23:30:00Z'))).toBe('2026-10-24');
  });

  it('the hour that is skipped in spring is read an hour later, the hour that comes twice in autumn as the first', () => {
    expect(instantOf(asDay('2026-03-29'), asWallClock('01:30'), LONDON)).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf(asDay('2026-10-25'), asWallClock('01:30'), LONDON)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('there and back gives the same day and time', () => {
    const instant = instantOf(asDay('2026-07-01'), asWallClock('14:05'), 'America/Chicago');
    expect(localTimeOf(instant, 'America/Chicago')).toEqual({ day: '2026-07-01', time: '14:05' });
  });

  it('refuses half past twenty-five by name', () => {
    expect(() => asWallClock('25:30')).toThrow('“25:30” is not a time of the form 14:30.');
  });

  it('adds and counts minutes', () => {
    const start = asInstant('2026-12-08T14:00:00+00:00');
    expect(addMinutes(start, 60)).toBe('2026-12-08T15:00:00.000Z');
    expect(minutesBetween(start, addMinutes(start, -45))).toBe(-45);
  });
});
