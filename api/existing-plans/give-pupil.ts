import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { givePupil, planRow, takeAwayPlan } from './existing-plan-records.ts';
import { permittedPlan, refuseInForce } from './permitted-plan.ts';
import { summaries } from './plan-reply.ts';

/** Says whose plan it is, where the plan itself left that in doubt. It cannot be said again once a line is confirmed. */
export const givePlanToPupil =
  (parts: Parts): Casework['givePlanToPupil'] =>
  (actor, { plan, pupil }) =>
    parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const row = await permittedPlan(tx, parts, actor, plan, true);
      refuseInForce(row);
      await permit(tx, actor, 'keep-record', pupil, parts.clock.today(actor.timeZone));
      if (row.confirmed > 0 && row.pupil !== pupil)
        throw new Refusal('not-ready', 'Lines of this plan stand in a record already. Take them back first, then say whose plan it is.');
      await givePupil(tx, organisation, plan, pupil, `Chosen by ${actor.name}.`);
      await note(tx, parts, actor, 'give-plan-to-pupil', pupil, { plan });
      const now = await planRow(tx, organisation, plan);
      const [summary] = now ? await summaries(tx, organisation, [now]) : [];
      if (!summary) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
      return summary;
    });

/** Takes a plan off the list that was brought in by mistake; a plan with confirmed lines stays until those are taken back. */
export const takePlanAway =
  (parts: Parts): Casework['takePlanAway'] =>
  (actor, { plan }) =>
    parts.database.within(actor.scope, async (tx) => {
      const row = await permittedPlan(tx, parts, actor, plan, true);
      refuseInForce(row);
      if (row.confirmed > 0) throw new Refusal('not-ready', 'Lines of this plan stand in the record. Take them back first.');
      await takeAwayPlan(tx, actor.scope.organisation, plan);
      await note(tx, parts, actor, 'take-plan-away', row.pupil ?? undefined, { plan });
      return { gone: plan };
    });
