import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Clients } from './clients.ts';
import type { BusyTime, CalendarRead, Gateway } from './gateway.ts';
import type { GraphSettings } from './settings.ts';
import { trying } from './troubles.ts';

/** Graph takes no more mailboxes than this in one getSchedule. */
const MAILBOXES_A_CALL = 20;

const NOT_FREE = ['busy', 'tentative', 'oof', 'workingElsewhere'] as const;

/** Graph writes `2026-12-08T14:00:00.0000000` and the zone beside it; we ask for UTC. */
const instantOf = (at: { dateTime?: string | null } | null | undefined): Instant | null => {
  const parsed = Date.parse(`${at?.dateTime ?? ''}Z`);
  return Number.isNaN(parsed) ? null : (new Date(parsed).toISOString() as Instant);
};

const busyOf = (item: ScheduleItem): BusyTime[] => {
  const how = NOT_FREE.find((status) => status === item.status);
  const from = instantOf(item.start);
  const to = instantOf(item.end);
  return how && from && to ? [{ from, to, how, ...(item.subject && !item.isPrivate ? { subject: item.subject } : {}) }] : [];
};

const readOf = (email: string, found: ScheduleInformation | undefined): CalendarRead => {
  if (!found || found.error) return { email, unreadable: found?.error?.responseCode ?? 'no answer' };
  return { email, busy: (found.scheduleItems ?? []).flatMap(busyOf) };
};

const inLots = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, lot) => all.slice(lot * size, (lot + 1) * size));

/** Free and busy of colleagues: as the person who asks, or by the shared SEND mailbox where no token of theirs is at hand. */
export const calendars = (settings: GraphSettings, clients: Clients): Gateway['calendars'] => ({
  read: (actor: Actor, emails: readonly string[], from: Day, to: Day) =>
    trying('read the calendars', async () => {
      const person = await clients.asPerson(actor);
      const client = person ?? (await clients.asApplication(actor));
      const path = person ? '/me/calendar/getSchedule' : `/users/${encodeURIComponent(settings.sendMailbox)}/calendar/getSchedule`;
      const ask = async (schedules: string[]): Promise<CalendarRead[]> => {
        const reply = (await client.api(path).post({
          schedules,
          startTime: { dateTime: `${from}T00:00:00`, timeZone: 'UTC' },
          endTime: { dateTime: `${to}T23:59:00`, timeZone: 'UTC' },
          availabilityViewInterval: 30,
        })) as { value?: ScheduleInformation[] };
        const found = new Map((reply.value ?? []).map((one) => [one.scheduleId?.toLowerCase(), one]));
        return schedules.map((email) => readOf(email, found.get(email.toLowerCase())));
      };
      return (await Promise.all(inLots(emails, MAILBOXES_A_CALL).map(ask))).flat();
    }),
});
