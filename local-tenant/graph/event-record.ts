/** An event as a mailbox keeps it. Each attendee with an account has a copy of their own, tied to the organiser's by `meeting`. */
import { createHash } from 'node:crypto';
import type { CalendarEntry } from '../school/school.ts';
import type { Account } from '../state/directory.ts';
import { instantOf, windowsNameOf } from './time-zones.ts';

export type Response = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
export type Attendee = {
  readonly type: 'required' | 'optional' | 'resource';
  readonly name: string;
  readonly address: string;
  readonly response: Response;
  readonly respondedAt: string | null;
};

export type EventRecord = {
  readonly id: string;
  /** The same in every copy of one meeting: the iCalendar UID. */
  readonly meeting: string;
  readonly subject: string;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  /** Instants. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly isAllDay: boolean;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly importance: 'low' | 'normal' | 'high';
  readonly location: string;
  readonly categories: readonly string[];
  readonly attendees: readonly Attendee[];
  readonly organizer: { readonly name: string; readonly address: string };
  readonly isOrganizer: boolean;
  readonly response: Response;
  readonly isCancelled: boolean;
  readonly reminderMinutes: number;
  readonly responseRequested: boolean;
  readonly transactionId: string | null;
  readonly joinUrl: string | null;
  readonly created: string;
  readonly modified: string;
  readonly changed: number;
};

type Entry = {
  readonly key: string;
  readonly owner: Pick<Account, 'displayName' | 'mail'>;
  readonly timeZone: string;
  readonly changed: number;
};

/** A lesson, clinic or meeting that stood in somebody's calendar before the story begins. */
export const eventFromEntry = (entry: CalendarEntry, { key, owner, timeZone, changed }: Entry): EventRecord => {
  const at = (time: string) => instantOf(`${entry.day}T${time.length === 5 ? `${time}:00` : time}`, timeZone).toISOString();
  return {
    id: eventIdFrom(key),
    meeting: meetingIdFrom(key),
    subject: entry.subject,
    body: { contentType: 'html', content: '' },
    start: at(entry.from),
    end: at(entry.to),
    timeZone: windowsNameOf(timeZone),
    isAllDay: false,
    showAs: entry.showAs,
    sensitivity: 'normal',
    importance: 'normal',
    location: '',
    categories: [],
    attendees: [],
    organizer: { name: owner.displayName, address: owner.mail },
    isOrganizer: true,
    response: 'organizer',
    isCancelled: false,
    reminderMinutes: 15,
    responseRequested: true,
    transactionId: null,
    joinUrl: null,
    created: '2026-09-01T08:00:00.000Z',
    modified: '2026-09-01T08:00:00.000Z',
    changed,
  };
};

/** Exchange ids are long URL-safe base64; ours are shaped alike. */
export const eventIdFrom = (seed: string) => `AAMkAD${createHash('sha512').update(`event ${seed}`).digest('base64url').slice(0, 80)}AAA=`;
export const meetingIdFrom = (seed: string) =>
  `040000008200E00074C5B7101A82E008${createHash('sha256').update(`meeting ${seed}`).digest('hex').toUpperCase().slice(0, 56)}`;
/** The change key stands in the ETag: `W/"…"`. */
export const changeKeyOf = ({ id, changed }: Pick<EventRecord, 'id' | 'changed'>) =>
  createHash('sha1').update(`${id} ${changed}`).digest('base64').slice(0, 24);
