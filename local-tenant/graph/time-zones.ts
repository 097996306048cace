/** Exchange names zones as Windows does, and writes times without an offset beside the zone's name. */

const WINDOWS: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'US Mountain Standard Time': 'America/Phoenix',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Alaskan Standard Time': 'America/Anchorage',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
  UTC: 'UTC',
};

/** The IANA name behind a Windows or IANA name, or undefined when nobody knows it. */
export const zoneNamed = (name: string): string | undefined => {
  const known = zones.get(name);
  if (known) return known;
  const zone = WINDOWS[name] ?? name;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return undefined;
  }
  zones.set(name, zone);
  return zone;
};
/** Only names that are zones are remembered, so that a caller's inventions do not pile up. */
const zones = new Map<string, string>();

export const windowsNameOf = (zone: string) => Object.entries(WINDOWS).find(([, iana]) => iana === zone)?.[0] ?? zone;

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string) => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
};

/** Wall-clock text `2026-11-23T09:00:00` of an instant in a zone. */
export const wallClockIn = (zone: string, instant: Date): string => {
  if (zone === 'UTC') return instant.toISOString().slice(0, 19);
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
};

/**
 * The instant of a wall-clock text in a zone. A time that happens twice, when clocks go back, is the first of the two; one that never
 * happens, when they go forward, is an hour later.
 */
export const instantOf = (wallClock: string, zone: string): Date => {
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(wallClock)) return new Date(wallClock);
  const asUtc = Date.parse(`${wallClock.length === 10 ? `${wallClock}T00:00:00` : wallClock.replace(/\.\d+$/, '')}Z`);
  const offsetAt = (moment: number) => Date.parse(`${wallClockIn(zone, new Date(moment))}Z`) - moment;
  const before = offsetAt(asUtc - 86_400_000);
  const after = offsetAt(asUtc + 86_400_000);
  const early = asUtc - before;
  if (before === after || offsetAt(early) === before) return new Date(early);
  const late = asUtc - after;
  return new Date(offsetAt(late) === after ? late : early);
};

/** `dateTimeTimeZone` as Exchange writes it: seven decimals, no offset. */
export const inZone = (instant: string | Date, zoneName: string) => ({
  dateTime: `${wallClockIn(zoneNamed(zoneName) ?? 'UTC', new Date(instant))}.0000000`,
  timeZone: zoneName,
});
