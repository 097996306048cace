import { givingProblem } from '#domain/access/giving-roles.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { permitInHouse } from './permit.ts';
import { grantsOf, peopleForRoles, saveGrant, schoolsOf } from './role-records.ts';
import { lastOne, rolesReply } from './roles-reply.ts';

/** Gives somebody a role at a school, from–to; the trail says who gave it. An end set for the last coordinator or administrator is refused. */
export const giveRole =
  (parts: Parts): Casework['giveRole'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'manage-roles');
    const today = parts.clock.today(actor.timeZone);
    const problem = givingProblem(actor, ask.person, ask.role);
    if (problem) throw new Refusal('not-allowed', problem);
    if (ask.to !== null && ask.to < ask.from)
      throw new Refusal('not-valid', 'The last day lies before the first.', [{ field: 'to', reason: 'lies before the first day' }]);
    return parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      if (!(await peopleForRoles(tx, organisation, today)).some(({ id }) => id === ask.person))
        throw new Refusal('not-valid', 'There is nobody of that name here, or they have left.', [
          { field: 'person', reason: 'is not known here' },
        ]);
      if (!(await schoolsOf(tx, organisation)).some(({ id }) => id === ask.school))
        throw new Refusal('not-valid', 'There is no such school here.', [{ field: 'school', reason: 'is not known here' }]);
      const grants = await grantsOf(tx, organisation, today);
      const held = grants.find((grant) => grant.person === ask.person && grant.role === ask.role && grant.school === ask.school);
      const last = held && (ask.to !== null || ask.from > today) ? lastOne(held, grants, today) : null;
      if (last) throw new Refusal('not-ready', last);
      await saveGrant(tx, organisation, ask);
      await note(tx, parts, actor, 'give-role', undefined, { ...ask });
      return rolesReply(tx, actor, today);
    });
  };
