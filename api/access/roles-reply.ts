import type { Roles } from '#contract/access.ts';
import type { Actor, Role } from '#domain/access/actor.ts';
import { givingProblem, MUST_REMAIN, mayGive } from '#domain/access/giving-roles.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { grantsOf, groupsOf, peopleForRoles, type StoredGrant, schoolsOf } from './role-records.ts';

/** Who holds which role and which groups give one, with the reason where one cannot be taken away. */
export const rolesReply = async (tx: Transaction, actor: Actor, today: Day): Promise<Roles> => {
  const { organisation } = actor.scope;
  const grants = await grantsOf(tx, organisation, today);
  const groups = await groupsOf(tx, organisation);
  return {
    grants: grants.map((grant) => ({ ...grant, fixed: lastOne(grant, grants, today) ?? givingProblem(actor, grant.person, grant.role) })),
    groups: [...groups],
    people: [...(await peopleForRoles(tx, organisation, today))],
    schools: [...(await schoolsOf(tx, organisation))],
    mayGive: [...mayGive(actor.roles)],
  };
};

const LAST: Readonly<Partial<Record<Role, string>>> = {
  coordinator: 'The last coordinator of a school cannot be removed. Give the role to somebody else first.',
  administrator: 'The last administrator cannot be removed. Give the role to somebody else first.',
};

/** Why a role must remain: nobody else holds it today, at this school or, for an administrator, anywhere. */
export const lastOne = (
  grant: Pick<StoredGrant, 'person' | 'school' | 'role'>,
  grants: readonly StoredGrant[],
  today: Day,
): string | null => {
  if (!MUST_REMAIN.includes(grant.role)) return null;
  const others = grants.filter(
    (other) =>
      other.role === grant.role &&
      other.person !== grant.person &&
      other.from <= today &&
      other.to === null &&
      (grant.role === 'administrator' || other.school === grant.school),
  );
  return others.length === 0 ? (LAST[grant.role] ?? null) : null;
};
