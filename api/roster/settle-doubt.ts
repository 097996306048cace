import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { peopleSyncFor } from './open-people-sync.ts';
import { linkSame, settleDoubtRow } from './sync-list-records.ts';
import { waitAgain } from './waiting-records.ts';

/**
 * A person says whether somebody of a roster is somebody of the record. It is remembered for that roster; whoever came from Microsoft 365
 * comes into the record at once, whoever stands in a CSV set with its next import.
 */
export const settleDoubt =
  (parts: Parts): Casework['settleDoubt'] =>
  async (actor, { doubt, answer }) => {
    permitInHouse(actor, 'tell-people-apart');
    const { organisation } = actor.scope;
    const at = parts.clock.now();
    return parts.database.within(actor.scope, async (tx) => {
      const settled = await settleDoubtRow(tx, { organisation, id: doubt, answer, by: actor.person, at });
      if (!settled) throw new Refusal('changed-meanwhile', 'Somebody has settled this already, or it has settled itself.');
      if (answer === 'same') await linkSame(tx, organisation, settled, actor.person, at);
      await note(tx, parts, actor, 'tell-people-apart', settled.record, { answer, source: settled.source, kind: settled.kind });
      if (settled.source === 'graph') {
        await waitAgain(tx, organisation, settled.key.split('|')[0] ?? settled.key);
        await enqueue(tx, 'sync-people', { by: actor.person }, { key: 'asked', queue: 'people' });
      }
      return peopleSyncFor(tx, parts, actor);
    });
  };
