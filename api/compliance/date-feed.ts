import { createHash } from 'node:crypto';
import ical, { ICalEventBusyStatus, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { addDays, type Day, type Instant } from '#domain/calendar/day.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import type { CalendarDate } from '#domain/compliance/followed-dates.ts';
import { note } from '../audit/note.ts';
import { isDigestOf, readToken } from '../links/secrets.ts';
import type { Parts } from '../parts.ts';
import { datesFollowed, followerOf } from './followed-dates.ts';
import { countReading, feedOf, type StoredFeed } from './followed-records.ts';

/** Calendars ask every few hours; one that asks more often than this is told to wait. */
const MOST_AN_HOUR = 60;

/** What a feed's address answers: nothing there, too often, unchanged, or the calendar. */
export type FeedReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-often'; readonly seconds: number }
  | { readonly kind: 'same'; readonly etag: string }
  | { readonly kind: 'calendar'; readonly etag: string; readonly text: string };

export type Feeds = { read(token: string, known: string | undefined): Promise<FeedReading> };

/**
 * Calendar feeds, for programs that cannot sign in. The secret in the address is compared by its digest; then the person's roles and
 * relations of this very day decide what is in it. A wrong secret, a feed that was ended and a person who may no longer see dates are
 * one and the same: nothing there.
 */
export const feeds = (parts: Parts): Feeds => ({
  read: async (text, known) => {
    const token = readToken(text);
    if (!token) return { kind: 'nothing' };
    const { organisation, link: person, secret } = token;
    const opened = await open(parts, organisation, person, secret);
    if ('kind' in opened) return opened;
    const actor = await followerOf(parts, organisation, person, 'link');
    if (!actor) return { kind: 'nothing' };
    return parts.database.within(actor.scope, async (tx): Promise<FeedReading> => {
      const dates = await datesFollowed(tx, parts, actor, opened.whose);
      const calendar = calendarText(dates, opened.madeAt, parts.origin);
      const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
      if (isKnown(known, etag)) return { kind: 'same', etag };
      await note(tx, parts, actor, 'read-date-feed', [...new Set(dates.flatMap(({ pupil }) => pupil ?? []))]);
      return { kind: 'calendar', etag, text: calendar };
    });
  },
});

const open = async (parts: Parts, organisation: string, person: string, secret: string): Promise<StoredFeed | FeedReading> =>
  parts.database.within({ organisation, schools: [] }, async (tx) => {
    const feed = await feedOf(tx, organisation, person, true);
    if (!feed || !isDigestOf(feed.digest, secret)) return { kind: 'nothing' };
    const at = parts.clock.now();
    const hourFrom = feed.hourFrom && addMinutes(feed.hourFrom, 60) > at ? feed.hourFrom : at;
    const count = hourFrom === feed.hourFrom ? feed.readsInHour + 1 : 1;
    if (count > MOST_AN_HOUR) return { kind: 'too-often', seconds: 3600 };
    await countReading(tx, organisation, person, { at, hourFrom, count });
    return feed;
  });

/** Whether a list of tags in `If-None-Match` holds this one; a weak tag stands for the same text (RFC 9110, 13.1.2). */
const isKnown = (known: string | undefined, etag: string): boolean =>
  known?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

/** Midnight UTC of a day: an all-day entry has a date and no zone, so it is the same day everywhere (RFC 5545, 3.3.4). */
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Entries as an iCalendar file: all-day, free, private. The moment in it is the feed's own, so that the same dates are the same text. */
export const calendarText = (dates: readonly CalendarDate[], madeAt: Instant, origin: string | undefined): string => {
  const calendar = ical({ name: 'Waymark dates', prodId: { company: 'Waymark', product: 'Dates', language: 'EN' }, ttl: 4 * 3600 });
  for (const { subject, on, words } of dates)
    calendar.createEvent({
      id: `${createHash('sha256').update(subject).digest('hex').slice(0, 32)}@waymark`,
      stamp: new Date(madeAt),
      start: dateOf(on),
      end: dateOf(addDays(on, 1)),
      allDay: true,
      summary: words,
      description: origin ? `Why this date: ${origin}/tab/compliance` : 'Why this date: open Waymark, Compliance.',
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
    });
  return calendar.toString();
};
