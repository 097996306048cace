import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { actionBy, type ListedAction, openActionsOf, saveDone } from './action-records.ts';
import { actionsReply } from './actions-reply.ts';

/** Closes an action, by its id or by the number people say (*done 3*). Only its owner or the coordinator may; done twice it stays done. */
export const markActionDone =
  (parts: Parts): Casework['markActionDone'] =>
  (actor, ask) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const action = await actionBy(tx, actor, today, ask);
      if (!action)
        throw new Refusal('not-found', 'number' in ask ? `There is no action ${ask.number} of yours.` : 'There is no such action.');
      await permitAction(tx, actor, action, today);
      await saveDone(tx, actor, action.id, today);
      await note(tx, parts, actor, 'mark-action-done', action.pupil ?? undefined, { action: action.id });
      const open = await openActionsOf(tx, actor, today, false);
      return actionsReply([{ ...action, doneOn: action.doneOn ?? today }, ...open], actor, today);
    });

/** The owner, or a coordinator of the pupil's school. A colleague who may read the record is told why not. */
async function permitAction(tx: Transaction, actor: Actor, action: ListedAction, today: Day): Promise<void> {
  if (action.ownerId === actor.person) return;
  if (action.pupil) await permit(tx, actor, 'do-action', action.pupil, today);
  const roles = action.pupil ? ((await standingTo(tx, actor, action.pupil, today))?.roles ?? []) : actor.roles;
  if (!roles.includes('coordinator'))
    throw new Refusal('not-allowed', `Only ${action.owner ?? 'its owner'} or the coordinator can close this action.`);
}
