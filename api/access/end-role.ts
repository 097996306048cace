import { givingProblem } from '#domain/access/giving-roles.ts';
import { lastDayOfLeaver } from '#domain/access/membership.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { permitInHouse } from './permit.ts';
import { endGrant, grantsOf } from './role-records.ts';
import { lastOne, rolesReply } from './roles-reply.ts';

/** Takes a role away with this deed. The last coordinator of a school and the last administrator remain. */
export const endRole =
  (parts: Parts): Casework['endRole'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'manage-roles');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const grants = await grantsOf(tx, actor.scope.organisation, today);
      const held = grants.find((grant) => grant.person === ask.person && grant.role === ask.role && grant.school === ask.school);
      if (!held) throw new Refusal('not-ready', 'This person no longer holds that role.');
      const last = lastOne(held, grants, today);
      if (last) throw new Refusal('not-ready', last);
      const problem = givingProblem(actor, ask.person, ask.role);
      if (problem) throw new Refusal('not-allowed', problem);
      await endGrant(tx, actor.scope.organisation, held, lastDayOfLeaver(today));
      await note(tx, parts, actor, 'end-role', undefined, { ...ask });
      return rolesReply(tx, actor, today);
    });
  };
