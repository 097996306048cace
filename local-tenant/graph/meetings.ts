/** Keeps the copies of one meeting in step: what the organiser does reaches the calendar of everyone invited who has an account. */
import type { Account } from '../state/directory.ts';
import { meetingChat } from '../teams/chat-records.ts';
import type { Tenant } from '../tenant.ts';
import { type EventRecord, eventIdFrom } from './event-record.ts';
import { eventsOf } from './mailboxes.ts';

/** Tells attendees of a new or changed meeting; those no longer invited see it as cancelled. */
export const spreadMeeting = (tenant: Tenant, organiser: Account, event: EventRecord, before?: EventRecord) => {
  const invited = new Set(event.attendees.map(({ address }) => tenant.directory.account(address)?.id));
  for (const { address } of before?.attendees ?? []) {
    const gone = tenant.directory.account(address);
    if (gone && !invited.has(gone.id)) cancelCopy(tenant, gone, event.meeting);
  }
  for (const { address } of event.attendees) {
    const attendee = tenant.directory.account(address);
    if (attendee && attendee.id !== organiser.id) putCopy(tenant, attendee, event);
  }
  if (event.joinUrl !== null) meetingChat(tenant, { event, organiser });
};

/** Deleting the organiser's event cancels the meeting for all. */
export const withdrawMeeting = (tenant: Tenant, event: EventRecord) => {
  for (const { address } of event.attendees) {
    const attendee = tenant.directory.account(address);
    if (attendee) cancelCopy(tenant, attendee, event.meeting);
  }
};

const putCopy = (tenant: Tenant, attendee: Account, event: EventRecord) => {
  const calendar = eventsOf(tenant, attendee.id);
  const id = copyId(event.meeting, attendee);
  const known = calendar.get(id);
  const changed = tenant.store.nextSequence();
  const moved = known && (known.start !== event.start || known.end !== event.end);
  const response = known && !moved ? known.response : 'notResponded';
  calendar.put(id, {
    ...event,
    id,
    isOrganizer: false,
    response,
    showAs: response === 'accepted' ? event.showAs : 'tentative',
    transactionId: null,
    changed,
  });
  tell(tenant, attendee);
};

const cancelCopy = (tenant: Tenant, attendee: Account, meeting: string) => {
  const calendar = eventsOf(tenant, attendee.id);
  const copy = calendar.get(copyId(meeting, attendee));
  if (!copy) return;
  calendar.put(copy.id, {
    ...copy,
    isCancelled: true,
    showAs: 'free',
    subject: copy.subject.startsWith('Canceled: ') ? copy.subject : `Canceled: ${copy.subject}`,
    changed: tenant.store.nextSequence(),
  });
  tell(tenant, attendee);
};

/** An attendee's answer, written into their own copy and the organiser's list. */
export const respond = (
  tenant: Tenant,
  owner: Account,
  copy: EventRecord,
  response: 'accepted' | 'tentativelyAccepted' | 'declined',
  at: string,
) => {
  const changed = () => tenant.store.nextSequence();
  const own = eventsOf(tenant, owner.id);
  if (response === 'declined') own.remove(copy.id);
  else own.put(copy.id, { ...copy, response, showAs: response === 'accepted' ? 'busy' : 'tentative', modified: at, changed: changed() });
  const organiser = tenant.directory.account(copy.organizer.address);
  const original =
    organiser &&
    eventsOf(tenant, organiser.id)
      .all()
      .find((event) => event.meeting === copy.meeting && event.isOrganizer);
  if (!organiser || !original) return;
  const attendees = original.attendees.map((one) =>
    tenant.directory.account(one.address)?.id === owner.id ? { ...one, response, respondedAt: at } : one,
  );
  eventsOf(tenant, organiser.id).put(original.id, { ...original, attendees, changed: changed() });
  tell(tenant, organiser);
};

const copyId = (meeting: string, attendee: Account) => eventIdFrom(`${meeting} ${attendee.id}`);
export const tell = (tenant: Tenant, owner: Account) => {
  for (const listener of tenant.onChange) listener(`events/${owner.id}`);
};
