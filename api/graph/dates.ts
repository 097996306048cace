import type { Event } from '@microsoft/microsoft-graph-types';
import type { Clients } from './clients.ts';
import type { AllDayEntry, Gateway } from './gateway.ts';
import { REPEATABLE } from './retry-layer.ts';
import { statusOf, trying } from './troubles.ts';

const DOING = 'write into the Outlook calendar';

/** All-day, free, private and silent: a date in somebody's own calendar that keeps no meeting away. */
const bodyOf = ({ subject, on, until, zone }: AllDayEntry): Event => ({
  subject,
  start: { dateTime: `${on}T00:00:00`, timeZone: zone },
  end: { dateTime: `${until}T00:00:00`, timeZone: zone },
  isAllDay: true,
  showAs: 'free',
  sensitivity: 'private',
  isReminderOn: false,
});

/** Entries in the calendars of those who follow dates: as the application, which Exchange lets into these mailboxes and no others. */
export const dates = (clients: Clients): Gateway['dates'] => {
  const eventsIn = (mailbox: string): string => `/users/${encodeURIComponent(mailbox)}/events`;
  const unlessGone = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  };
  return {
    add: (mailbox, entry) =>
      trying(DOING, async () => {
        const client = await clients.asApplication(null);
        const body = { ...bodyOf(entry), body: { contentType: 'text', content: BODY }, transactionId: entry.transactionId };
        const made = (await client.api(eventsIn(mailbox)).header(REPEATABLE, 'yes').post(body)) as Event;
        return made.id ?? '';
      }),
    change: (mailbox, event, entry) =>
      trying(DOING, async () => {
        const client = await clients.asApplication(null);
        return unlessGone(() =>
          client
            .api(`${eventsIn(mailbox)}/${encodeURIComponent(event)}`)
            .header(REPEATABLE, 'yes')
            .patch(bodyOf(entry)),
        );
      }),
    remove: (mailbox, event) =>
      trying(DOING, async () => {
        const client = await clients.asApplication(null);
        return unlessGone(() =>
          client
            .api(`${eventsIn(mailbox)}/${encodeURIComponent(event)}`)
            .header(REPEATABLE, 'yes')
            .delete(),
        );
      }),
  };
};

const BODY = 'Put here by Waymark, which moves and removes it. Why this date: open Waymark, Compliance.';
