import { mayGive } from '#domain/access/giving-roles.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { permitInHouse } from './permit.ts';
import { dropGroup, groupsOf, saveGroup } from './role-records.ts';
import { rolesReply } from './roles-reply.ts';

const refuseUnlessAdministrator = (may: boolean): void => {
  if (!may) throw new Refusal('not-allowed', 'Only an administrator says which groups of the directory give a role.');
};

/** Lets a group of the directory give its members a role, at one school or at all. Only an administrator: membership of a group is decided in Entra. */
export const mapGroup =
  (parts: Parts): Casework['mapGroup'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'manage-roles');
    refuseUnlessAdministrator(mayGive(actor.roles).includes('administrator'));
    return parts.database.within(actor.scope, async (tx) => {
      await saveGroup(tx, actor.scope.organisation, { id: parts.ids.next(), ...ask, by: actor.person });
      await note(tx, parts, actor, 'map-group', undefined, { group: ask.group, role: ask.role, school: ask.school });
      return rolesReply(tx, actor, parts.clock.today(actor.timeZone));
    });
  };

/** A group no longer gives a role; who held it only through the group has none from the next sign-in on. */
export const unmapGroup =
  (parts: Parts): Casework['unmapGroup'] =>
  async (actor, { mapping }) => {
    permitInHouse(actor, 'manage-roles');
    refuseUnlessAdministrator(mayGive(actor.roles).includes('administrator'));
    return parts.database.within(actor.scope, async (tx) => {
      const found = (await groupsOf(tx, actor.scope.organisation)).find(({ id }) => id === mapping);
      if (!found) throw new Refusal('not-ready', 'That group gives no role any more.');
      await dropGroup(tx, actor.scope.organisation, mapping);
      await note(tx, parts, actor, 'unmap-group', undefined, { group: found.group, role: found.role });
      return rolesReply(tx, actor, parts.clock.today(actor.timeZone));
    });
  };
