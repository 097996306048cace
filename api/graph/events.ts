import type { Client } from '@microsoft/microsoft-graph-client';
import type { Event } from '@microsoft/microsoft-graph-types';
import type { Instant } from '#domain/calendar/day.ts';
import type { EventNow } from '#domain/watching/moved-meeting.ts';
import { type BatchAnswer, inBatches } from './batch.ts';
import type { Clients } from './clients.ts';
import type { BookedEvent, EventToBook, Gateway } from './gateway.ts';
import { REPEATABLE } from './retry-layer.ts';
import type { GraphSettings } from './settings.ts';
import { statusOf, trying, unwell } from './troubles.ts';

const utc = (instant: string) => ({ dateTime: instant.replace(/(\.\d+)?Z$/, ''), timeZone: 'UTC' });

/** How Outlook calls an answer, and how the record does; one that was not given yet is none. */
const REPLIES: Readonly<Record<string, 'yes' | 'no' | 'tentative'>> = { accepted: 'yes', declined: 'no', tentativelyAccepted: 'tentative' };

const moment = (at: Event['start']): Instant => new Date(`${at?.dateTime?.replace(/Z$/, '') ?? ''}Z`).toISOString() as Instant;

const eventNow = (answer: BatchAnswer | undefined): EventNow => {
  if (answer?.status === 404) return null;
  if (!answer || answer.status >= 400)
    throw unwell(answer?.status === 403 ? 'permission-missing' : 'half-a-batch', 'look at the meetings in Outlook');
  const event = answer.body as Event;
  const replies = (event.attendees ?? []).flatMap(({ emailAddress, status }) => {
    const reply = REPLIES[status?.response ?? ''];
    return reply && emailAddress?.address ? [[emailAddress.address.toLowerCase(), reply] as const] : [];
  });
  return {
    startsAt: moment(event.start),
    endsAt: moment(event.end),
    cancelled: event.isCancelled === true,
    replies: Object.fromEntries(replies),
  };
};

/** The event as Graph takes it: private, with an online meeting, and with nothing in it that names a child. */
const bodyOf = (event: EventToBook): Event => ({
  subject: event.subject,
  body: { contentType: 'text', content: 'Papers and the record of this meeting are in Waymark.' },
  start: utc(event.startsAt),
  end: utc(event.endsAt),
  sensitivity: 'private',
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  allowNewTimeProposals: false,
  transactionId: event.transactionId,
  ...(event.place ? { location: { displayName: event.place } } : {}),
  attendees: event.invited.map((one) => ({
    type: one.required ? 'required' : 'optional',
    emailAddress: { name: one.name, address: one.email },
  })),
});

/**
 * Books in the calendar of the shared SEND mailbox: as the person, who has that calendar shared with them, else as the application.
 * The transaction id makes every repeat answer with the same event, whoever repeats it.
 */
export const events = (settings: GraphSettings, clients: Clients): Gateway['events'] => {
  const post = async (client: Client, event: EventToBook): Promise<BookedEvent> => {
    const made = (await client
      .api(`/users/${encodeURIComponent(settings.sendMailbox)}/events`)
      .header(REPEATABLE, 'yes')
      .post(bodyOf(event))) as Event & { '@odata.etag'?: string };
    return { id: made.id ?? '', etag: made['@odata.etag'] ?? '', joinUrl: made.onlineMeeting?.joinUrl ?? null };
  };
  const at = (event: string): string => `/users/${encodeURIComponent(settings.sendMailbox)}/events/${encodeURIComponent(event)}`;
  const act = async (path: string): Promise<boolean> => {
    const application = await clients.asApplication(null);
    try {
      await application.api(path).header(REPEATABLE, 'yes').post({});
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  };
  const look = async (ids: readonly string[]): Promise<EventNow[]> => {
    const client = await clients.asApplication(null);
    const items = ids.map((id) => ({ id, method: 'GET', url: `${at(id)}?$select=id,start,end,isCancelled,attendees` }));
    const answers = new Map((await inBatches(client, items)).map((answer) => [answer.id, answer]));
    return ids.map((id) => eventNow(answers.get(id)));
  };
  return {
    look: (ids) => trying('look at the meetings in Outlook', () => look(ids)),
    remove: (event, ahead) =>
      trying('take the meeting out of the calendar', () => act(`${at(event)}/${ahead ? 'cancel' : 'permanentDelete'}`)),
    book: (actor, event) => trying('put the meeting into the calendars', () => clients.asEither(actor, (client) => post(client, event))),
  };
};
