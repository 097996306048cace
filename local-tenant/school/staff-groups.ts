import { madeUpId } from './made-up-id.ts';
import type { StaffMember } from './school.ts';

/** The groups of the made-up directory, one for each kind of work: their ids as Entra shows them. */
export const staffGroup = (role: StaffMember['role']): string => madeUpId(`group ${role}`);

/** The groups an account is in. */
export const groupsOf = ({ role }: { readonly role?: string }): readonly string[] =>
  role ? [staffGroup(role as StaffMember['role'])] : [];
