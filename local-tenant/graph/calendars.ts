/** Events: making, reading, changing, deleting and answering them. */
import { createHash, randomUUID } from 'node:crypto';
import type { Event } from '@microsoft/microsoft-graph-types';
import { created, type GraphCall, type GraphRoute, jsonBody, nothing } from './call.ts';
import { EVENT, eventEntity, tagOf } from './event-entity.ts';
import { changedDetails, checkOrder, newDetails } from './event-input.ts';
import { changeKeyOf, type EventRecord, eventIdFrom, meetingIdFrom } from './event-record.ts';
import { badRequest, mailItemNotFound, staleTag } from './graph-errors.ts';
import { eventsOf, mailboxAt, preferredZone } from './mailboxes.ts';
import { respond, spreadMeeting, tell, withdrawMeeting } from './meetings.ts';
import { listOf, oneOf } from './odata.ts';

const eventAt = (call: GraphCall) => {
  const owner = mailboxAt(call);
  const event = eventsOf(call.tenant, owner.id).get(call.params.event ?? '');
  if (!event) throw mailItemNotFound();
  return { owner, event };
};

const checkTag = (call: GraphCall, event: EventRecord) => {
  const tag = call.headers.get('if-match');
  if (tag && tag !== '*' && tag !== tagOf(event) && tag !== `"${changeKeyOf(event)}"`) throw staleTag('ErrorIrresolvableConflict');
};

const listEvents = (call: GraphCall) => {
  const owner = mailboxAt(call);
  const zone = preferredZone(call);
  const events = eventsOf(call.tenant, owner.id)
    .all()
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return listOf(
    call,
    EVENT,
    events.map((event) => eventEntity(event, zone)),
    `users('${owner.id}')/events`,
  );
};

/** Everything that touches the window; `startDateTime` and `endDateTime` are read as UTC when they carry no offset. */
const calendarView = (call: GraphCall) => {
  const owner = mailboxAt(call);
  const [from, to] = [momentIn(call, 'startDateTime'), momentIn(call, 'endDateTime')];
  const zone = preferredZone(call);
  const events = eventsOf(call.tenant, owner.id)
    .all()
    .filter((event) => event.start < to && event.end > from)
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return listOf(
    call,
    EVENT,
    events.map((event) => eventEntity(event, zone)),
    `users('${owner.id}')/calendarView`,
  );
};

const momentIn = ({ query }: GraphCall, name: string) => {
  const text = query.get(name);
  if (!text)
    throw badRequest(
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.`,
      'ErrorInvalidParameter',
    );
  const moment = new Date(/(Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(moment.getTime())) throw badRequest(`The value '${text}' of parameter ${name} is invalid.`, 'ErrorInvalidParameter');
  return moment.toISOString();
};

/** The same `transactionId` in the same calendar gives the event that is already there: a retry books nothing twice. */
const createEvent = (call: GraphCall) => {
  const owner = mailboxAt(call);
  const input = jsonBody<Event>(call);
  const calendar = eventsOf(call.tenant, owner.id);
  const transactionId = input.transactionId ?? null;
  const zone = preferredZone(call);
  const twin = transactionId === null ? undefined : calendar.all().find((event) => event.transactionId === transactionId);
  if (twin) return withTag(call, twin, zone);

  const details = newDetails(input);
  const seed = transactionId === null ? randomUUID() : `${owner.id} ${transactionId}`;
  const at = call.tenant.now().toISOString();
  const meeting = meetingIdFrom(seed);
  const event: EventRecord = {
    ...details,
    id: eventIdFrom(seed),
    meeting,
    organizer: { name: owner.displayName, address: owner.mail },
    isOrganizer: true,
    response: 'organizer',
    isCancelled: false,
    transactionId,
    joinUrl: input.isOnlineMeeting ? joinUrlOf(call, meeting, owner.id) : null,
    created: at,
    modified: at,
    changed: call.tenant.store.nextSequence(),
  };
  calendar.put(event.id, event);
  spreadMeeting(call.tenant, owner, event);
  tell(call.tenant, owner);
  return withTag(call, event, zone);
};

const withTag = (call: GraphCall, event: EventRecord, zone: string) =>
  created(
    {
      '@odata.context': `${call.tenant.addresses.origin}/v1.0/$metadata#users('${call.params.user}')/events/$entity`,
      ...eventEntity(event, zone),
    },
    { etag: tagOf(event) },
  );

/** Where Teams opens the meeting. The thread's id stands in it, as in real links. */
export const threadOf = (meeting: string) =>
  `19:meeting_${createHash('sha256').update(meeting).digest('base64url').slice(0, 48)}@thread.v2`;
const joinUrlOf = ({ tenant }: GraphCall, meeting: string, organiser: string) =>
  `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(threadOf(meeting))}/0?context=${encodeURIComponent(JSON.stringify({ Tid: tenant.id, Oid: organiser }))}`;

const changeEvent = (call: GraphCall) => {
  const { owner, event } = eventAt(call);
  checkTag(call, event);
  const input = jsonBody<Event>(call);
  const details = changedDetails(input);
  const kept = details.attendees?.map(
    (one) => event.attendees.find(({ address }) => address.toLowerCase() === one.address.toLowerCase()) ?? one,
  );
  const changed: EventRecord = {
    ...event,
    ...details,
    ...(kept ? { attendees: kept } : {}),
    // An online meeting, once made, stays one: Graph takes no `false` here.
    joinUrl: event.joinUrl ?? (input.isOnlineMeeting ? joinUrlOf(call, event.meeting, owner.id) : null),
    modified: call.tenant.now().toISOString(),
    changed: call.tenant.store.nextSequence(),
  };
  checkOrder(changed);
  eventsOf(call.tenant, owner.id).put(event.id, changed);
  if (event.isOrganizer) spreadMeeting(call.tenant, owner, changed, event);
  tell(call.tenant, owner);
  return oneOf(call, EVENT, eventEntity(changed, preferredZone(call)), `users('${owner.id}')/events/$entity`);
};

const deleteEvent = (call: GraphCall) => {
  const { owner, event } = eventAt(call);
  checkTag(call, event);
  eventsOf(call.tenant, owner.id).remove(event.id);
  if (event.isOrganizer) withdrawMeeting(call.tenant, event);
  tell(call.tenant, owner);
  return nothing();
};

/** Out of this mailbox past its deleted items; copies in other mailboxes are theirs. */
const eraseEvent = (call: GraphCall) => {
  const { owner, event } = eventAt(call);
  eventsOf(call.tenant, owner.id).remove(event.id);
  tell(call.tenant, owner);
  return nothing();
};

const cancelEvent = (call: GraphCall) => {
  const { event } = eventAt(call);
  if (!event.isOrganizer)
    throw badRequest("Your request can't be completed. You need to be an organizer to cancel a meeting.", 'ErrorAccessDenied');
  deleteEvent(call);
  return nothing(202);
};

const answerWith = (response: 'accepted' | 'tentativelyAccepted' | 'declined') => (call: GraphCall) => {
  const { owner, event } = eventAt(call);
  if (event.isOrganizer)
    throw badRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      'ErrorInvalidRequest',
    );
  respond(call.tenant, owner, event, response, call.tenant.now().toISOString());
  return nothing(202);
};

const READ = {
  delegated: ['Calendars.Read', 'Calendars.ReadWrite', 'Calendars.ReadBasic', 'Calendars.ReadWrite.Shared', 'Calendars.Read.Shared'],
  application: ['Calendars.Read', 'Calendars.ReadWrite'],
};
const WRITE = { delegated: ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'], application: ['Calendars.ReadWrite'] };

const under = (prefix: string): readonly GraphRoute[] => [
  { method: 'GET', path: `${prefix}/calendarView`, needs: READ, handle: calendarView },
  { method: 'GET', path: `${prefix}/events`, needs: READ, handle: listEvents },
  { method: 'POST', path: `${prefix}/events`, needs: WRITE, handle: createEvent },
  {
    method: 'GET',
    path: `${prefix}/events/{event}`,
    needs: READ,
    handle: (call) => {
      const { owner, event } = eventAt(call);
      return oneOf(call, EVENT, eventEntity(event, preferredZone(call)), `users('${owner.id}')/events/$entity`);
    },
  },
  { method: 'PATCH', path: `${prefix}/events/{event}`, needs: WRITE, handle: changeEvent },
  { method: 'DELETE', path: `${prefix}/events/{event}`, needs: WRITE, handle: deleteEvent },
  { method: 'POST', path: `${prefix}/events/{event}/cancel`, needs: WRITE, handle: cancelEvent },
  { method: 'POST', path: `${prefix}/events/{event}/permanentDelete`, needs: WRITE, handle: eraseEvent },
  { method: 'POST', path: `${prefix}/events/{event}/accept`, needs: WRITE, handle: answerWith('accepted') },
  { method: 'POST', path: `${prefix}/events/{event}/tentativelyAccept`, needs: WRITE, handle: answerWith('tentativelyAccepted') },
  { method: 'POST', path: `${prefix}/events/{event}/decline`, needs: WRITE, handle: answerWith('declined') },
];

export const calendarRoutes: readonly GraphRoute[] = [...under('/users/{user}'), ...under('/users/{user}/calendar')];
