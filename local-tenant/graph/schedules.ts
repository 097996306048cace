/** Free and busy: `getSchedule`, at most twenty mailboxes and 62 days at a time. */
import type { ScheduleInformation } from '@microsoft/microsoft-graph-types';
import type { Account } from '../state/directory.ts';
import { contextOf, type GraphCall, type GraphRoute, jsonBody, ok } from './call.ts';
import type { EventRecord } from './event-record.ts';
import { badRequest, GraphError } from './graph-errors.ts';
import { eventsOf, mailboxAt, preferredZone, schoolZone } from './mailboxes.ts';
import { instantOf, inZone, zoneNamed } from './time-zones.ts';

type DateTimeZone = { readonly dateTime: string; readonly timeZone: string };
type Ask = {
  readonly schedules: readonly string[];
  readonly startTime: DateTimeZone;
  readonly endTime: DateTimeZone;
  readonly availabilityViewInterval: number;
};
type Window = { readonly from: number; readonly to: number; readonly step: number };

const MOST_MAILBOXES = 20;
const LONGEST = 62 * 86_400_000;
/** How strongly each state counts when several meet in one interval: the view shows the strongest. */
const STRENGTH: Readonly<Record<EventRecord['showAs'], number>> = {
  free: 0,
  unknown: 0,
  workingElsewhere: 4,
  tentative: 1,
  busy: 2,
  oof: 3,
};
const RANK = [0, 4, 1, 2, 3];

const getSchedule = (call: GraphCall) => {
  mailboxAt(call);
  const { schedules, startTime, endTime, availabilityViewInterval = 30 } = jsonBody<Ask>(call);
  if (!schedules?.length) throw badRequest('The value of the parameter schedules is invalid.', 'ErrorInvalidParameter');
  if (schedules.length > MOST_MAILBOXES)
    throw new GraphError(400, 'ErrorInvalidParameter', `The number of mailboxes in the request is over the limit of ${MOST_MAILBOXES}.`);
  const window = windowOf(startTime, endTime, availabilityViewInterval);
  const zone = preferredZone(call);
  return ok({
    '@odata.context': contextOf(call, 'Collection(microsoft.graph.scheduleInformation)'),
    value: schedules.map((address) => scheduleOf(call, address, window, zone)),
  });
};

const windowOf = (start: DateTimeZone | undefined, end: DateTimeZone | undefined, minutes: number): Window => {
  if (!start || !end) throw badRequest('startTime and endTime are required.', 'ErrorInvalidParameter');
  const from = momentOf(start);
  const to = momentOf(end);
  if (!(from < to)) throw badRequest('The start of the time window must be before its end.', 'ErrorInvalidTimeInterval');
  if (to - from > LONGEST)
    throw badRequest(
      'The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. Allowed limit is 62 days.',
      'ErrorTimeIntervalTooBig',
    );
  if (!(minutes >= 5 && minutes <= 1440))
    throw badRequest('availabilityViewInterval must lie between 5 and 1440 minutes.', 'ErrorInvalidMergedFreeBusyInterval');
  return { from, to, step: minutes * 60_000 };
};

const momentOf = ({ dateTime, timeZone }: DateTimeZone) => {
  const zone = zoneNamed(timeZone ?? 'UTC');
  if (!zone) throw badRequest(`The time zone '${timeZone}' is not supported.`, 'ErrorTimeZone');
  const moment = instantOf(dateTime, zone).getTime();
  if (Number.isNaN(moment)) throw badRequest(`'${dateTime}' is not a date and time.`, 'ErrorInvalidParameter');
  return moment;
};

const scheduleOf = (call: GraphCall, address: string, window: Window, zone: string): ScheduleInformation => {
  const owner = call.tenant.directory.account(address);
  if (!owner || owner.kind === 'pupil') return { scheduleId: address, availabilityView: '', error: unknownMailbox(address) };
  const [from, to] = [new Date(window.from).toISOString(), new Date(window.to).toISOString()];
  const events = eventsOf(call.tenant, owner.id)
    .all()
    .filter((event) => event.start < to && event.end > from && !event.isCancelled)
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return {
    scheduleId: address,
    availabilityView: viewOf(events, window),
    scheduleItems: events.filter(({ showAs }) => showAs !== 'free').map((event) => scheduleItem(call, owner, event, zone)),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: schoolZone(call.tenant) },
    },
  };
};

/** Others see when, never what; one's own entries show their subject. Private ones show nothing to anybody else. */
const scheduleItem = (call: GraphCall, owner: Account, event: EventRecord, zone: string) => {
  const own = call.caller.person?.id === owner.id;
  const isPrivate = event.sensitivity === 'private';
  return {
    isPrivate,
    status: event.showAs,
    ...(own ? { subject: event.subject, location: event.location } : {}),
    start: inZone(event.start, zone),
    end: inZone(event.end, zone),
  };
};

/** One figure an interval: 0 free, 1 tentative, 2 busy, 3 away, 4 working elsewhere. */
const viewOf = (events: readonly EventRecord[], { from, to, step }: Window) => {
  const view = new Array<number>(Math.ceil((to - from) / step)).fill(0);
  for (const event of events) {
    const state = STRENGTH[event.showAs];
    const first = Math.max(0, Math.floor((Date.parse(event.start) - from) / step));
    const end = Math.min(view.length, Math.ceil((Date.parse(event.end) - from) / step));
    for (let at = first; at < end; at += 1) if (RANK.indexOf(state) > RANK.indexOf(view[at] ?? 0)) view[at] = state;
  }
  return view.join('');
};

const unknownMailbox = (address: string) => ({
  message: `Unable to resolve e-mail address ${address} to an Active Directory object.`,
  responseCode: 'ErrorMailRecipientNotFound',
});

const needs = {
  delegated: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  application: ['Calendars.ReadBasic', 'Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'],
};

export const scheduleRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/users/{user}/calendar/getSchedule', needs, handle: getSchedule },
];
