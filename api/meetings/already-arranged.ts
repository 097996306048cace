import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { dayWords, timesWords } from '#domain/calendar/wording.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import type { MeetingRow } from './meeting-records.ts';

/** `Tue 8 Dec, 14:00 to 15:00`, or `No date yet`. */
export function whenWords({ startsAt, endsAt }: Pick<MeetingRow, 'startsAt' | 'endsAt'>, zone: Zone, today: Day): string {
  if (!startsAt) return 'No date yet';
  const { day, time } = localTimeOf(startsAt, zone);
  return `${dayWords(day, today)}, ${endsAt ? timesWords(time, localTimeOf(endsAt, zone).time) : time}`;
}

/** Why no new dates are looked for: the meeting has its time already. Null where it has none. */
export function alreadyArranged(open: MeetingRow, zone: Zone, today: Day): string | null {
  const named = purposeFacts(open.purpose).title;
  const when = whenWords(open, zone, today);
  switch (open.state) {
    case 'being-booked':
      return `${named} of ${open.caseRef} is being booked for ${when}.`;
    case 'booked':
      return `${named} of ${open.caseRef} is booked for ${when}.`;
    case 'running':
      return `${named} of ${open.caseRef} is being held now.`;
    default:
      return null;
  }
}

/** `Room 4 and Teams`: every meeting can be joined from elsewhere. */
export const whereWords = ({ place }: Pick<MeetingRow, 'place'>): string => (place ? `${place} and Teams` : 'Teams');
