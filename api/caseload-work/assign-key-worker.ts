import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { workingHere } from '../people/staff-records.ts';
import { Refusal } from '../refusal.ts';
import { forMany } from './for-many.ts';
import { writeKeyWorker } from './many-records.ts';

/**
 * Gives several pupils one key worker, who may open their records from that moment. A pupil who was given somebody else meanwhile is left
 * and named: whoever asked saw another key worker.
 */
export const assignKeyWorker =
  (parts: Parts): Casework['assignKeyWorker'] =>
  async (actor, { pupils, person }) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    const seen = new Map(pupils.map((one) => [one.pupil, one.seen]));
    return parts.database.within(actor.scope, async (tx) => {
      const reply = await forMany(tx, actor, {
        deed: 'assign-key-worker',
        pupils: pupils.map(({ pupil }) => pupil),
        today,
        judge: ({ id, keyWorker, keyWorkerName }) => {
          if (keyWorker === person) return 'already';
          if (keyWorker === (seen.get(id) ?? null)) return 'do';
          return { why: `${keyWorkerName ?? 'nobody'} is the key worker by now` };
        },
        write: async (changed) => {
          if (person && !(await workingHere(tx, organisation, person, today)))
            throw new Refusal('not-valid', 'A key worker is somebody who works here.', [{ field: 'person', reason: 'does not work here' }]);
          await writeKeyWorker(tx, organisation, changed, person);
        },
      });
      await note(tx, parts, actor, 'assign-key-worker', reply.done, { person });
      return reply;
    });
  };
