import type { ExistingKind } from '#domain/existing-plans/plan-facts.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { planRow } from './existing-plan-records.ts';
import { fileExistingPlan, fileName } from './file-existing-plan.ts';
import { permittedPlan, refuseInForce } from './permitted-plan.ts';
import { noteIssued, writePlanInForce } from './plan-in-force-records.ts';
import { summaries } from './plan-reply.ts';

/** What happened on the day that a plan of each kind is dated, in the words of the nation's clocks; support plans start none. */
const ISSUED: Readonly<Partial<Record<ExistingKind, string>>> = { ehcp: 'plan-final', iep: 'iep-in-effect' };

/**
 * Brings a plan into force once no line is to do: the plan stands in the record with its own dates, its statutory clocks start, and the file
 * is put into the case folder. The file is tried at once and, where Microsoft 365 does not answer, again by the queue.
 */
export const bringIntoForce =
  (parts: Parts): Casework['bringIntoForce'] =>
  async (actor, { plan, kind, dated, until }) => {
    const { organisation } = actor.scope;
    const today = parts.clock.today(actor.timeZone);
    const summary = await parts.database.within(actor.scope, async (tx) => {
      const row = await permittedPlan(tx, parts, actor, plan, true);
      refuseInForce(row);
      const toDo = row.found - row.confirmed - row.leftOut;
      if (row.pupil === null) throw new Refusal('not-ready', 'Say whose plan this is first.');
      if (toDo > 0) throw new Refusal('not-ready', `${toDo} ${toDo === 1 ? 'line is' : 'lines are'} still to do.`);
      if (row.confirmed === 0)
        throw new Refusal('not-ready', 'No line of this plan was confirmed, so there is nothing to bring into force.');
      if (dated > today)
        throw new Refusal('not-valid', 'A plan cannot be in force from a day that lies ahead.', [{ field: 'dated', reason: 'lies ahead' }]);
      if (until !== null && until < dated)
        throw new Refusal('not-valid', 'The plan ends before it starts.', [
          { field: 'until', reason: 'is before the day the plan is dated' },
        ]);
      const at = parts.clock.now();
      const made = parts.ids.next();
      const named = { ...row, kind, dated };
      const file = { id: parts.ids.next(), name: row.itemId ? row.name : fileName(named), driveId: row.driveId, itemId: row.itemId };
      await writePlanInForce(tx, {
        organisation,
        pupil: row.pupil,
        existing: plan,
        plan: made,
        kind,
        dated,
        until,
        by: actor.person,
        at,
        file,
      });
      const event = ISSUED[kind];
      if (event)
        await noteIssued(tx, { organisation, id: parts.ids.next(), pupil: row.pupil, kind: event, on: dated, by: actor.person, at });
      await enqueue(tx, 'recount-clocks', { pupil: row.pupil }, { key: row.pupil });
      await enqueue(tx, 'file-existing-plan', { plan }, { key: plan });
      await note(tx, parts, actor, 'bring-plan-into-force', row.pupil, { plan, made, kind });
      const now = await planRow(tx, organisation, plan);
      return now ? (await summaries(tx, organisation, [now]))[0] : undefined;
    });
    if (!summary) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
    // The queue holds the same task: what fails here is done there, and the person need not wait for it.
    await fileExistingPlan(parts, actor, organisation, plan).catch((fault: unknown) => {
      if (!(fault instanceof Refusal)) throw fault;
      parts.log.warn({ plan, kind: fault.kind }, 'the file of a plan waits for the queue');
    });
    return summary;
  };
