import type { Meeting } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import type { Outcome } from '#domain/meetings/record.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type MeetingRow, meetingRow } from './meeting-records.ts';
import { meetingReply } from './meeting-reply.ts';
import { firstTime } from './running-records.ts';

export type Change = { readonly meeting: string; readonly request: string; readonly version?: number | undefined };

/** `adds`: two people may do it at once and both stand. `moves`: it acts on what the person saw, so an older sight is refused. */
export type Manner = 'adds' | 'moves';

type Work = (tx: Transaction, meeting: MeetingRow) => Promise<void>;

/**
 * One change of a meeting, as every deed here makes it: the row is held, the person is permitted, a request that was done before is
 * answered again and not done again, what is older than the record is refused, and the change and its audit line are one transaction.
 */
export async function changeMeeting(
  parts: Parts,
  actor: Actor,
  deed: string,
  manner: Manner,
  change: Change,
  work: Work,
): Promise<Meeting> {
  const organisation = actor.scope.organisation;
  const today = parts.clock.today(actor.timeZone);
  return parts.database.within(actor.scope, async (tx) => {
    const meeting = await meetingRow(tx, organisation, change.meeting, true);
    if (!meeting) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
    await permit(tx, actor, 'record-meeting', meeting.pupilId, today);
    if (await firstTime(tx, organisation, change.request, deed)) {
      if (manner === 'moves' && change.version !== undefined && change.version !== meeting.version) throw movedOn(meeting, actor);
      await work(tx, meeting);
      await note(tx, parts, actor, deed, meeting.pupilId, { meeting: meeting.id });
    }
    return meetingReply(tx, actor, meeting.id, today);
  });
}

const movedOn = (meeting: MeetingRow, actor: Actor): Refusal =>
  new Refusal('changed-meanwhile', `This moved on at ${localTimeOf(meeting.changedAt, actor.timeZone).time}.`);

/** What a judgement allowed, or its words as a refusal. */
export function allowed<T>(outcome: Outcome<T>): T {
  if ('not' in outcome) throw new Refusal('not-ready', outcome.not);
  return outcome.done;
}
