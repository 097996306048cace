import type { Actor, Door, Role } from '#domain/access/actor.ts';
import { groupsOfAccount, type SignInParts } from './groups-of-account.ts';
import { personOfAccount, type SignedIn } from './people-records.ts';

/** An Entra account as a door has found it: checked by its token, or vouched for by Teams. */
export type Account = {
  readonly tenantId: string;
  readonly entraId: string;
  readonly door: Door;
  /** Roles an administrator assigned in Entra; they count at every school of the organisation. */
  readonly claimed?: readonly Role[];
  readonly assertion?: string;
  /** Groups of the directory the token names; `ask` where they were too many for it, and Graph must be asked. */
  readonly groups?: readonly string[] | 'ask';
};

/** Whom the record knows by an account, as everything further knows them. */
export const actorFound = (found: SignedIn, { tenantId, door, claimed = [], assertion }: Account): Actor => ({
  person: found.person,
  name: found.name,
  roles: [...new Set([...found.grants.map((grant) => grant.role), ...claimed])],
  scope: { organisation: tenantId, schools: claimed.length > 0 ? found.schools : [...new Set(found.grants.map((grant) => grant.school))] },
  door,
  timeZone: found.timeZone,
  ...(assertion ? { assertion } : {}),
});

/** The person of an account with the roles they hold today, or null where the organisation knows nobody of that account. */
export const actorOfAccount =
  (parts: SignInParts) =>
  async (account: Account): Promise<Actor | null> => {
    const scope = { organisation: account.tenantId, schools: [] };
    const groups = await groupsOfAccount(parts, account);
    const found = await parts.database.within(scope, (tx) =>
      personOfAccount(tx, account.tenantId, account.entraId, parts.clock.now(), groups),
    );
    return found ? actorFound(found, account) : null;
  };
