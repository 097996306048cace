import { membershipState } from '#domain/access/membership.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { accessReply } from './access-reply.ts';
import { permittedMembership } from './permitted-membership.ts';
import { documentsAmong, setShared } from './team-records.ts';

/** Chooses which documents of the case somebody from outside is shown: these and no others, until their last day on the team (duty 3 A4). */
export const shareWith =
  (parts: Parts): Casework['shareWith'] =>
  (actor, { member, documents }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const place = await permittedMembership(tx, actor, member, today);
      const { pupil, person, name, employer } = place;
      if (employer === null) throw new Refusal('not-ready', `${name} works here and reads the documents of the case already.`);
      if (membershipState(place, today) === 'ended') throw new Refusal('not-ready', `${name} is no longer on the team.`);
      const known = await documentsAmong(tx, actor.scope.organisation, pupil, documents);
      if (known.length !== new Set(documents).size) throw new Refusal('not-valid', 'One of these documents is not in this case.');
      await setShared(tx, actor.scope.organisation, { pupil, person, documents: known, by: actor.person });
      await note(tx, parts, actor, 'share-with', pupil, { member, person, documents: known });
      return accessReply(tx, actor, pupil, today);
    });
  };
