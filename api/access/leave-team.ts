import { lastDayOfLeaver, membershipState } from '#domain/access/membership.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { accessReply } from './access-reply.ts';
import { permittedMembership } from './permitted-membership.ts';
import { changeMembershipRow, setShared } from './team-records.ts';

/** Takes somebody off the team: they lose access with this deed, and what was shared with them is theirs no more (duty 3 A3). */
export const leaveTeam =
  (parts: Parts): Casework['leaveTeam'] =>
  (actor, { member }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const place = await permittedMembership(tx, actor, member, today);
      if (membershipState(place, today) === 'ended') throw new Refusal('not-ready', `${place.name} is no longer on the team.`);
      await changeMembershipRow(tx, actor.scope.organisation, { ...place, id: member, to: lastDayOfLeaver(today) });
      const { pupil, person } = place;
      await setShared(tx, actor.scope.organisation, { pupil, person, documents: [], by: actor.person });
      await note(tx, parts, actor, 'leave-team', pupil, { member, person });
      return accessReply(tx, actor, pupil, today);
    });
  };
