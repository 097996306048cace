/** Whose mailbox a caller may open, and what lies in it. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import type { Caller, GraphCall } from './call.ts';
import type { EventRecord } from './event-record.ts';
import { badRequest, mailboxDenied } from './graph-errors.ts';
import { personAt } from './people.ts';
import { windowsNameOf, zoneNamed } from './time-zones.ts';

/**
 * The mailbox of the address, if the caller may open it: a person their own (and others' with a `.Shared` scope), an application all of
 * them, or only those that Exchange's own grant names.
 */
export const mailboxAt = (call: GraphCall): Account => {
  const owner = personAt(call, call.params.user ?? '');
  if (!mayOpen(call.tenant, call.caller, owner)) throw mailboxDenied();
  return owner;
};

const mayOpen = (tenant: Tenant, { person, clientId, permissions }: Caller, owner: Account) => {
  if (person)
    return (
      person.id === owner.id ||
      (owner.kind === 'mailbox' && person.role === 'coordinator' && [...permissions].some((name) => name.endsWith('.Shared')))
    );
  const scoped = tenant.client(clientId)?.mailboxes;
  return scoped === undefined || scoped.some((address) => tenant.directory.account(address)?.id === owner.id);
};

export const eventsOf = ({ store }: Tenant, mailbox: string) => store.table<EventRecord>(`events/${mailbox}`);

/** The zone in which times are to be told: `Prefer: outlook.timezone="…"`, else UTC. */
export const preferredZone = ({ headers }: GraphCall): string => {
  const found = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(headers.get('prefer') ?? '')?.[1];
  if (!found) return 'UTC';
  if (!zoneNamed(found))
    throw badRequest(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${found}'.`,
      'TimeZoneNotSupportedException',
    );
  return found;
};

export const schoolZone = ({ settings }: Tenant) => windowsNameOf(settings.school.organisation.timeZone);
