import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type MeetingRow, meetingRow, peopleOf } from './meeting-records.ts';
import { meetingReply, type Sight } from './meeting-reply.ts';

/** The meeting as it stands: for those who record it, the school's leaders, and those who were asked to it. */
export const openMeeting =
  (parts: Parts): Casework['openMeeting'] =>
  (actor, { meeting }) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const found = await meetingRow(tx, actor.scope.organisation, meeting);
      if (!found) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'open-pupil', found.pupilId, today);
      const sight = await sightOf(tx, actor, found, today);
      await note(tx, parts, actor, 'open-meeting', found.pupilId, { meeting });
      return meetingReply(tx, actor, meeting, today, sight);
    });

async function sightOf(tx: Transaction, actor: Actor, meeting: MeetingRow, today: Day): Promise<Sight> {
  const standing = await standingTo(tx, actor, meeting.pupilId, today);
  if (!standing) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  if (mayDo('record-meeting', standing.roles, standing.relations) || standing.roles.includes('leader')) return 'everything';
  const asked = (await peopleOf(tx, actor.scope.organisation, meeting.id)).some((one) => one.person === actor.person);
  if (!asked) throw new Refusal('not-allowed', 'This meeting is open to those who were asked to it.');
  return 'own-until-held';
}
