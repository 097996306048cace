import { addDays, type Day, type Instant } from '../calendar/day.ts';
import { addMinutes, asInstant } from '../calendar/wall-clock.ts';

/** From one o'clock UTC, spread over three hours, so that a thousand schools do not ask Microsoft 365 in the same minute. */
const FROM = '01:00';
const SPREAD_MINUTES = 180;

/** The minute of the night that is this organisation's own: always the same, and no two for long the same. */
const ownMinute = (organisation: string): number =>
  [...organisation.replaceAll('-', '')].reduce((sum, digit) => (sum * 31 + Number.parseInt(digit, 16)) % 65_521, 7) % SPREAD_MINUTES;

/** When the people of an organisation are read in the night that begins on this UTC day. */
export const nightlyOn = (organisation: string, day: Day): Instant =>
  addMinutes(asInstant(`${day}T${FROM}:00.000Z`), ownMinute(organisation));

/** The next time after `now` at which they are read by the clock. */
export const nextNightly = (organisation: string, now: Instant): Instant => {
  const tonight = nightlyOn(organisation, now.slice(0, 10) as Day);
  return tonight > now ? tonight : nightlyOn(organisation, addDays(now.slice(0, 10) as Day, 1));
};
