import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { permitInHouse } from './permit.ts';
import { rolesReply } from './roles-reply.ts';

/** Who holds which role, from–to, and which groups of the directory give one. */
export const openRoles =
  ({ database, clock }: Parts): Casework['openRoles'] =>
  async (actor) => {
    permitInHouse(actor, 'manage-roles');
    return database.within(actor.scope, (tx) => rolesReply(tx, actor, clock.today(actor.timeZone)));
  };
