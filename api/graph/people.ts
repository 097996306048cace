import { z } from 'zod';
import type { PeopleCollection, Told } from '#domain/roster/graph-things.ts';
import { Refusal, Unwell } from '../refusal.ts';
import { type BatchAnswer, inBatches } from './batch.ts';
import type { Clients } from './clients.ts';
import { memberId, readingOf } from './education.ts';
import type { Gateway, PeoplePage } from './gateway.ts';
import { brokeOff, statusOf, troubleOf, unwell } from './troubles.ts';

const page = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

const A_PAGE = 999;
const unreadable = (doing: string): Refusal =>
  new Unwell('broke-off', `Microsoft 365 answered with something that broke off, so Waymark could not ${doing} yet.`);

const toldIn = (collection: PeopleCollection, body: unknown): PeoplePage => {
  const { doing, read, gone = (id: string) => id } = readingOf(collection);
  try {
    const found = page.parse(body);
    const told = found.value.flatMap((entity): Told[] =>
      entity['@removed'] === undefined ? read(entity) : [{ gone: gone(String(entity.id)) }],
    );
    return { told, next: found['@odata.nextLink'] ?? null, done: found['@odata.deltaLink'] ?? null };
  } catch (error) {
    throw error instanceof z.ZodError ? unreadable(doing) : error;
  }
};

/** One page of a collection, as the application: nobody is present at night. */
const readPage =
  (clients: Clients): Gateway['people']['page'] =>
  async (collection, link) => {
    const { path, select, doing } = readingOf(collection);
    const client = await clients.asApplication(null);
    try {
      return toldIn(collection, await client.api(link ?? `${path}?$select=${select}`).get());
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (statusOf(error) === 410) return 'expired';
      if (statusOf(error) === 403) return 'not-allowed';
      throw brokeOff(error) ? unreadable(doing) : troubleOf(error, doing);
    }
  };

const memberPage = z.object({ value: z.array(z.object({ id: z.string() })), '@odata.nextLink': z.string().nullish() });

/** Members of these classes, class by class in batches of twenty: for tenants that do not let Waymark read the changes of groups. */
const readMembers =
  (clients: Clients): Gateway['people']['membersOf'] =>
  async (classes) => {
    const client = await clients.asApplication(null);
    const items = classes.map((id) => ({ id, method: 'GET', url: `/education/classes/${id}/members?$select=id&$top=${A_PAGE}` }));
    const doing = 'read who is in which class';
    const told: Told[] = [];
    const take = (of: string, body: unknown): string | null => {
      const found = memberPage.parse(body);
      for (const { id } of found.value) told.push({ thing: { kind: 'member', id: memberId(of, id), class: of, person: id } });
      return found['@odata.nextLink'] ?? null;
    };
    try {
      for (const answer of await inBatches(client, items)) {
        if (answer.status === 404) continue;
        if (answer.status >= 400) throw refusedPart(answer, doing);
        for (let next = take(answer.id, answer.body); next; ) next = take(answer.id, await client.api(next).get());
      }
      return told;
    } catch (error) {
      throw error instanceof z.ZodError || brokeOff(error) ? unreadable(doing) : troubleOf(error, doing);
    }
  };

const refusedPart = ({ status }: BatchAnswer, doing: string): Refusal =>
  unwell(status === 403 ? 'permission-missing' : 'half-a-batch', doing);

const directoryUser = z.object({
  id: z.guid(),
  displayName: z.string().nullish(),
  givenName: z.string().nullish(),
  surname: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string(),
  jobTitle: z.string().nullish(),
});

/** An account without a split name is told by its last word, as registers do. */
const namesOf = ({ displayName, givenName, surname }: z.infer<typeof directoryUser>): { givenName: string; surname: string } => {
  if (givenName && surname) return { givenName, surname };
  const words = (displayName ?? '').split(/\s+/).filter(Boolean);
  return { givenName: givenName ?? words.slice(0, -1).join(' '), surname: surname ?? words.at(-1) ?? '' };
};

const readAccount =
  (clients: Clients): Gateway['people']['account'] =>
  async (address) => {
    const client = await clients.asApplication(null);
    try {
      const select = 'id,displayName,givenName,surname,mail,userPrincipalName,jobTitle';
      const found = directoryUser.parse(await client.api(`/users/${encodeURIComponent(address)}?$select=${select}`).get());
      return { account: found.id, ...namesOf(found), email: found.mail ?? found.userPrincipalName, jobTitle: found.jobTitle ?? null };
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error instanceof z.ZodError ? unreadable('read an account') : troubleOf(error, 'look up who has an account');
    }
  };

/** People and classes of the tenant. */
export const people = (clients: Clients): Gateway['people'] => ({
  account: readAccount(clients),
  page: readPage(clients),
  membersOf: readMembers(clients),
});
