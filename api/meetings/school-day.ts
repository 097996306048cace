import { z } from 'zod';
import { day } from '#contract/fields.ts';
import { type SchoolCalendar, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import type { Stretch } from '#domain/meetings/availability.ts';
import type { MeetingDay } from '#domain/meetings/slot.ts';
import { USUAL_STARTS } from '#domain/meetings/slots.ts';

const range = z.object({ from: day, to: day });

/** `school.calendar` as it lies in the record: what the school published, and how meetings fit into its day. */
const facts = z.object({
  name: z.string().default('the school'),
  years: z.array(range).default([]),
  weekdays: z.array(z.number()).default([1, 2, 3, 4, 5]),
  noSchool: z.array(range).default([]),
  closures: z.array(z.object({ on: day, reason: z.string(), announcedOn: day.exactOptional() })).default([]),
  meetings: z
    .object({
      starts: z.array(z.string()).default([]),
      schoolEnds: z.string().default('15:30'),
      rooms: z.array(z.object({ name: z.string(), email: z.string() })).default([]),
      events: z.array(z.object({ day, from: z.string(), to: z.string(), words: z.string() })).default([]),
    })
    .prefault({}),
});
type Facts = z.infer<typeof facts>;

/** A school's days, and how its meetings are held. A school that has published nothing yet has an empty calendar and the usual times. */
export type SchoolDay = { readonly calendar: SchoolCalendar; readonly meetings: Facts['meetings'] };

/** Reads what the record keeps of a school's calendar. */
export function schoolDay(stored: unknown): SchoolDay {
  const read = facts.parse(stored ?? {});
  const { meetings, ...published } = read;
  return { calendar: schoolCalendar(published), meetings };
}

/** What is known of a room's time: `busy` answers its calendar, null where it could not be read; `taken` our own record. */
type RoomTimes = { readonly busy: (email: string) => readonly Stretch[] | null; readonly taken: (room: string) => readonly Stretch[] };

/** The school's day as slots are looked for in it. */
export function meetingDay({ meetings }: SchoolDay, zone: string, { busy, taken }: RoomTimes): MeetingDay {
  return {
    starts: meetings.starts.length > 0 ? meetings.starts.map(asWallClock) : USUAL_STARTS,
    schoolEnds: asWallClock(meetings.schoolEnds),
    rooms: meetings.rooms.map(({ name, email }) => ({ name, busy: busy(email), taken: taken(name) })),
    events: meetings.events.map(({ day: on, from, to, words }) => ({
      from: instantOf(on, asWallClock(from), zone),
      to: instantOf(on, asWallClock(to), zone),
      words,
    })),
  };
}
