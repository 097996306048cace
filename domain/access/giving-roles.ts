import { ROLES, type Role } from './actor.ts';

/** Roles without which a house locks itself out. */
export const MUST_REMAIN: readonly Role[] = ['coordinator', 'administrator'];

/**
 * Which roles somebody may give and take. The coordinator knows the staff; who keeps the house and who watches it is the administrator's
 * to say, so that nobody who reads records also appoints those who check the reading.
 */
export const mayGive = (roles: readonly Role[]): readonly Role[] => {
  if (roles.includes('administrator')) return ROLES;
  return roles.includes('coordinator') ? ROLES.filter((role) => role !== 'administrator' && role !== 'auditor') : [];
};

/** Why a role cannot be given or taken by this person; null where it can. Nobody gives a role to themselves: two people stand behind each right. */
export const givingProblem = (
  giver: { readonly person: string; readonly roles: readonly Role[] },
  to: string,
  role: Role,
): string | null => {
  if (!mayGive(giver.roles).includes(role)) return 'Only an administrator gives or takes this role.';
  return giver.person === to ? 'Nobody gives a role to themselves. Ask another coordinator or administrator.' : null;
};
