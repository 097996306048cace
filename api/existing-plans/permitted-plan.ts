import type { Actor } from '#domain/access/actor.ts';
import { permit } from '../access/permit.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type PlanRow, planRow } from './existing-plan-records.ts';

const nowhere = (): Refusal => new Refusal('not-found', 'There is no such plan, or it is not yours.');

/**
 * A plan that was brought in, for those who may work on it: once a pupil is known, whoever keeps that pupil's record; before, only the
 * person who brought it, for nobody knows yet whose it is.
 */
export async function permittedPlan(tx: Transaction, parts: Parts, actor: Actor, id: string, lock = false): Promise<PlanRow> {
  const plan = await planRow(tx, actor.scope.organisation, id, lock);
  if (!plan || (plan.pupil === null && plan.broughtBy !== actor.person)) throw nowhere();
  if (plan.pupil !== null) await permit(tx, actor, 'keep-record', plan.pupil, parts.clock.today(actor.timeZone));
  return plan;
}

/** Refuses changes to a plan that is in force: what it brought stands in the record and is changed there. */
export function refuseInForce({ state }: PlanRow): void {
  if (state === 'in-force')
    throw new Refusal('not-ready', 'This plan is in force. Its needs, outcomes and provision are changed in the pupil’s record.');
}
