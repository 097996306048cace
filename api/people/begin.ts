import type { Actor, Role } from '#domain/access/actor.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { note } from '../audit/note.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { addFirst } from './begin-records.ts';
import { organisationOf } from './organisation-records.ts';

/** The first school of a tenant, and the people who are let in before anybody can let in others. */
export type Beginning = {
  readonly tenantId: string;
  readonly school: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly people: readonly { readonly address: string; readonly role: Role }[];
};

export type Begun = { readonly school: string; readonly people: readonly { readonly name: string; readonly role: Role }[] };

const checkPlace = ({ jurisdiction, timeZone }: Beginning): void => {
  if (!JURISDICTIONS[jurisdiction])
    throw new Refusal('not-valid', `There are no rules for "${jurisdiction}". Waymark knows ${Object.keys(JURISDICTIONS).join(', ')}.`);
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone))
    throw new Refusal('not-valid', `"${timeZone}" is no time zone. Name one as in Europe/London or America/Chicago.`);
};

/** The person behind an address, as Microsoft 365 knows them: an account is what lets them in, a typed name would not. */
const accountOf = async (parts: Parts, address: string) => {
  const found = await parts.graph.people.account(address);
  if (!found)
    throw new Refusal('not-found', `Microsoft 365 knows nobody of the address ${address} in this tenant. Look how it is spelt there.`);
  return found;
};

/**
 * Writes the organisation, its first school and its first people into a record in which nothing stands yet. It is done once, by whoever
 * has the server's command line; everybody after that comes from Settings, the roster or School Data Sync. Throws a Refusal where the
 * tenant has a record already.
 */
export const begin = async (parts: Parts, asked: Beginning): Promise<Begun> => {
  checkPlace(asked);
  const scope = { organisation: asked.tenantId, schools: [] };
  const already = new Refusal('changed-meanwhile', 'This tenant has a record already. People are added in Settings, Roles.');
  if (await parts.database.within(scope, (tx) => organisationOf(tx, asked.tenantId))) throw already;
  const people = await Promise.all(
    asked.people.map(async ({ address, role }) => ({ ...(await accountOf(parts, address)), role, id: parts.ids.next() })),
  );
  const school = parts.ids.next();
  const actor: Actor = {
    person: people[0]?.id ?? school,
    name: 'Command line',
    roles: ['administrator'],
    scope: { organisation: asked.tenantId, schools: [school] },
    door: 'command-line',
    timeZone: asked.timeZone,
  };
  await parts.database.within(actor.scope, async (tx) => {
    const { school: name, jurisdiction, timeZone } = asked;
    const from = parts.clock.today(timeZone);
    if (!(await addFirst(tx, { organisation: asked.tenantId, name, jurisdiction, timeZone, school, people, from }))) throw already;
    await note(tx, parts, actor, 'begin', school);
  });
  return { school: asked.school, people: people.map(({ givenName, surname, role }) => ({ name: `${givenName} ${surname}`.trim(), role })) };
};
