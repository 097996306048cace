import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { changeMeeting } from './change-meeting.ts';
import { moveOn } from './running-records.ts';
import { membersOf, saveMember } from './team-records.ts';

/**
 * Says which places somebody fills at a meeting, and how they are excused. An excusal is kept as it is, whole or not: what it still lacks
 * stands beside it until it is there (34 CFR 300.321(e)). Family and learner are not excused.
 */
export const setMember =
  (parts: Parts): Casework['setMember'] =>
  (actor, { person, seats, excusal, ...change }) =>
    changeMeeting(parts, actor, 'set-member', 'moves', change, async (tx, meeting) => {
      const members = await membersOf(tx, actor.scope.organisation, meeting.id);
      const member = members.find(({ id }) => id === person);
      if (!member?.named)
        throw new Refusal('not-valid', 'Nobody of that name was asked to this meeting.', [
          { field: 'person', reason: 'was not asked to it' },
        ]);
      if (excusal && (member.part === 'family' || member.part === 'pupil'))
        throw new Refusal('not-valid', `${member.name} is not excused by the school: the meeting is theirs.`);
      await saveMember(tx, actor.scope.organisation, meeting.id, { person, seats, excusal });
      await moveOn(tx, actor.scope.organisation, meeting.id, parts.clock.now());
    });
