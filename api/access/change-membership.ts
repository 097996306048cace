import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { accessReply } from './access-reply.ts';
import { refuseProblems } from './join-team.ts';
import { permittedMembership } from './permitted-membership.ts';
import { changeMembershipRow, overlaps } from './team-records.ts';

/** Gives a place on the team other dates, or other words for what its holder does. */
export const changeMembership =
  (parts: Parts): Casework['changeMembership'] =>
  (actor, { member, from, to, words }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const place = await permittedMembership(tx, actor, member, today);
      refuseProblems({ relation: place.relation, from, to, outside: place.employer !== null });
      if (await overlaps(tx, actor.scope.organisation, { ...place, from, to }))
        throw new Refusal('not-ready', 'This person already has that place on the team on some of these days.');
      await changeMembershipRow(tx, actor.scope.organisation, { id: member, from, to, words });
      await note(tx, parts, actor, 'change-membership', place.pupil, { member, from, to, before: { from: place.from, to: place.to } });
      return accessReply(tx, actor, place.pupil, today);
    });
  };
