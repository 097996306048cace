import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { peopleSyncFor } from './open-people-sync.ts';
import { takeRun } from './sync-run-records.ts';

/**
 * Asks for people to be read from Microsoft 365 now; the queue does it, and nobody waits for it. One reading at a time. `closeMany` lets a
 * reading close as many as it finds gone.
 */
export const syncPeople =
  (parts: Parts): Casework['syncPeople'] =>
  async (actor, { closeMany }) => {
    permitInHouse(actor, 'sync-people');
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const now = parts.clock.now();
      const run = await takeRun(tx, { organisation, id: parts.ids.next(), by: actor.person, door: actor.door, now, asked: true });
      if (!run) throw new Refusal('changed-meanwhile', 'People are being read from Microsoft 365 just now. It ends by itself.');
      await enqueue(tx, 'sync-people', { closeMany, by: actor.person }, { key: 'asked', queue: 'people' });
      return peopleSyncFor(tx, parts, actor);
    });
  };
