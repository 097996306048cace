/** What a caller says about an event, read into the way a mailbox keeps it. */
import type { Event } from '@microsoft/microsoft-graph-types';
import type { Attendee, EventRecord } from './event-record.ts';
import { badRequest } from './graph-errors.ts';
import { instantOf, zoneNamed } from './time-zones.ts';

export type EventDetails = Pick<
  EventRecord,
  | 'subject'
  | 'body'
  | 'start'
  | 'end'
  | 'timeZone'
  | 'isAllDay'
  | 'showAs'
  | 'sensitivity'
  | 'importance'
  | 'location'
  | 'categories'
  | 'attendees'
  | 'reminderMinutes'
  | 'responseRequested'
>;

const DEFAULTS = {
  subject: '',
  body: { contentType: 'html', content: '' },
  isAllDay: false,
  showAs: 'busy',
  sensitivity: 'normal',
  importance: 'normal',
  location: '',
  categories: [],
  attendees: [],
  reminderMinutes: 15,
  responseRequested: true,
} as const satisfies Partial<EventDetails>;

const WRITABLE = new Set([
  'subject',
  'body',
  'start',
  'end',
  'isAllDay',
  'showAs',
  'sensitivity',
  'importance',
  'location',
  'locations',
  'categories',
  'attendees',
  'reminderMinutesBeforeStart',
  'isReminderOn',
  'responseRequested',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'transactionId',
  'allowNewTimeProposals',
  'hideAttendees',
  'recurrence',
  'originalStartTimeZone',
  'originalEndTimeZone',
]);

/** A new event whole. Start and end must be given and in order. */
export const newDetails = (input: Partial<Event>): EventDetails => {
  const changes = changedDetails(input);
  const { start, end, timeZone } = changes;
  if (!start || !end || !timeZone) throw badRequest('The start and end of an event are required.', 'ErrorInvalidRequest');
  const details = { ...DEFAULTS, ...changes, start, end, timeZone };
  checkOrder(details);
  return details;
};

/** Only what the caller named. */
export const changedDetails = (input: Partial<Event>): Partial<EventDetails> => {
  for (const name of Object.keys(input))
    if (!name.includes('@') && !WRITABLE.has(name))
      throw badRequest(
        `The property '${name}' does not exist on type 'microsoft.graph.event' or cannot be written. Make sure to only use property names that are defined by the type.`,
        'RequestBodyRead',
      );
  if (input.recurrence) throw badRequest('The local tenant does not play recurring events.', 'ErrorInvalidRequest');
  return Object.fromEntries(Object.entries(namedDetails(input)).filter(([, value]) => value !== undefined));
};

const namedDetails = (input: Partial<Event>) => ({
  subject: input.subject ?? undefined,
  body: input.body ? { contentType: input.body.contentType ?? 'html', content: input.body.content ?? '' } : undefined,
  start: input.start ? momentOf(input.start) : undefined,
  end: input.end ? momentOf(input.end) : undefined,
  timeZone: input.start?.timeZone ?? (input.start ? 'UTC' : undefined),
  isAllDay: input.isAllDay ?? undefined,
  showAs: input.showAs ?? undefined,
  sensitivity: input.sensitivity ?? undefined,
  importance: input.importance ?? undefined,
  location: input.location ? (input.location.displayName ?? '') : undefined,
  categories: input.categories ?? undefined,
  attendees: input.attendees ? input.attendees.map(attendeeFrom) : undefined,
  reminderMinutes: input.reminderMinutesBeforeStart ?? undefined,
  responseRequested: input.responseRequested ?? undefined,
});

const attendeeFrom = (attendee: NonNullable<Event['attendees']>[number]): Attendee => {
  const address = attendee.emailAddress?.address;
  if (!address) throw badRequest('At least one attendee has no address.', 'ErrorInvalidRecipients');
  return { type: attendee.type ?? 'required', name: attendee.emailAddress?.name ?? address, address, response: 'none', respondedAt: null };
};

const momentOf = ({ dateTime, timeZone }: { dateTime?: string | null | undefined; timeZone?: string | null | undefined }) => {
  const zone = zoneNamed(timeZone ?? 'UTC');
  if (!zone) throw badRequest(`The time zone '${timeZone}' is not supported.`, 'ErrorTimeZone');
  const moment = instantOf(dateTime ?? '', zone);
  if (Number.isNaN(moment.getTime())) throw badRequest(`'${dateTime}' is not a date and time.`, 'ErrorInvalidRequest');
  return moment.toISOString();
};

export const checkOrder = ({ start, end, isAllDay }: Pick<EventRecord, 'start' | 'end' | 'isAllDay'>) => {
  if (start > end) throw badRequest('The end of an event must be after its start.', 'ErrorCalendarEndDateIsEarlierThanStartDate');
  if (isAllDay && (Date.parse(end) - Date.parse(start)) % 3_600_000 !== 0)
    throw badRequest('An all-day event runs from midnight to midnight.', 'ErrorInvalidRequest');
};
