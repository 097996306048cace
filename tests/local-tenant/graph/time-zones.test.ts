import { describe, expect, it } from '@jest/globals';
import { instantOf, inZone, windowsNameOf, zoneNamed } from '#local-tenant/graph/time-zones.ts';

describe('wall-clock times', () => {
  it.each([
    ['2026-11-23T09:00:00', 'Europe/London', '2026-11-23T09:00:00.000Z'],
    ['2026-06-23T09:00:00', 'Europe/London', '2026-06-23T08:00:00.000Z'],
    ['2026-06-23T09:00:00.0000000', 'America/New_York', '2026-06-23T13:00:00.000Z'],
    ['2026-06-23', 'UTC', '2026-06-23T00:00:00.000Z'],
    ['2026-06-23T09:00:00+02:00', 'UTC', '2026-06-23T07:00:00.000Z'],
  ])('%s in %s is %s', (wallClock, zone, instant) => {
    expect(instantOf(wallClock, zone).toISOString()).toBe(instant);
  });

  it('that happen twice in the night when clocks go back are the first of the two', () => {
    expect(instantOf('2026-10-25T01:30:00', 'Europe/London').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('that never happen in the night when clocks go forward are an hour later', () => {
    expect(inZone(instantOf('2027-03-28T01:30:00', 'Europe/London'), 'GMT Standard Time').dateTime).toBe('2027-03-28T02:30:00.0000000');
  });

  it('carry Exchange’s names of zones', () => {
    expect(zoneNamed('GMT Standard Time')).toBe('Europe/London');
    expect(windowsNameOf('Europe/London')).toBe('GMT Standard Time');
    expect(zoneNamed('Middle Earth Standard Time')).toBeUndefined();
  });
});
