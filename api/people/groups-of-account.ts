import { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import type { Gateway } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import type { Account } from './actor-of-account.ts';
import { mappedGroups } from './mapped-group-records.ts';

/** What signing in is given. Without a way to Graph, a token that names no groups counts as one of somebody in none. */
export type SignInParts = Pick<Parts, 'database' | 'clock'> & { readonly graph?: Pick<Gateway, 'groups'> };

/** A membership that was asked for holds so long, so that not every call of a page asks Graph. */
const MINUTES = 5;
const MOST_KEPT = 2_000;

type Kept = { readonly groups: readonly string[]; readonly until: Instant };
const kept = new Map<string, Kept>();

const ids = z.array(z.guid()).catch([]);

/**
 * The groups of an account that give a role here. Those a token names are taken as they are; where they were too many for the token, Graph is
 * asked which of the groups that matter the person is in. Groups that are not ids (an administrator chose names) give nothing.
 */
export const groupsOfAccount = async ({ database, graph, clock }: SignInParts, account: Account): Promise<readonly string[]> => {
  const { groups = [], tenantId, entraId, assertion } = account;
  if (groups !== 'ask') return groups.length > 0 ? ids.parse(groups.filter((one) => z.guid().safeParse(one).success)) : [];
  if (!graph || !assertion) return [];
  const mapped = await database.within({ organisation: tenantId, schools: [] }, (tx) => mappedGroups(tx, tenantId));
  if (mapped.length === 0) return [];
  const key = `${tenantId} ${entraId} ${mapped.join()}`;
  const known = kept.get(key);
  if (known && known.until > clock.now()) return known.groups;
  const found = await graph.groups.among(asker(account), mapped);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(key, { groups: found, until: addMinutes(clock.now(), MINUTES) });
  return found;
};

/** Nobody yet: a token whose person is still being looked up. */
const asker = ({ tenantId, entraId, door, assertion }: Account): Actor => ({
  person: entraId,
  name: '',
  roles: [],
  scope: { organisation: tenantId, schools: [] },
  door,
  timeZone: 'UTC',
  ...(assertion ? { assertion } : {}),
});
