import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { permit } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { planPane } from './plan-pane.ts';
import { type PlanRow, planRow } from './plan-records.ts';

/** The plan, for those who may work on it; `not-found` says nothing of whether it exists. */
export async function permittedPlan(tx: Transaction, actor: Actor, id: string, today: Day, lock = false): Promise<PlanRow> {
  const plan = await planRow(tx, actor.scope.organisation, id, lock);
  if (!plan) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
  await permit(tx, actor, 'draft-plan', plan.pupil, today);
  if (plan.template === 'brought-in')
    throw new Refusal('not-ready', 'This plan was brought in from a file and stays as it was issued. Draft a new plan to change it.');
  return plan;
}

/** The pane of a plan as it stands. */
export const openPlan =
  (parts: Parts): Casework['openPlan'] =>
  (actor, { plan }) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      await permittedPlan(tx, actor, plan, today);
      return planPane(tx, parts, actor, plan, today);
    });
