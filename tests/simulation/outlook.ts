import { eventsOf } from '#local-tenant/graph/mailboxes.ts';
import type { LocalTenant } from '#local-tenant/start.ts';

/** Moves an event of the SEND mailbox by so many days, as somebody does in Outlook itself; false where it is not there. */
export const moveEvent = async ({ tenant }: LocalTenant, id: string, days: number): Promise<boolean> => {
  const mailbox = tenant.directory.account('send@hollinbank.example')?.id ?? '';
  const table = eventsOf(tenant, mailbox);
  const event = table.get(id);
  if (!event) return false;
  const later = (moment: string): string => new Date(Date.parse(moment) + days * 86_400_000).toISOString();
  table.put(id, { ...event, start: later(event.start), end: later(event.end) });
  await tenant.store.settled();
  return true;
};
