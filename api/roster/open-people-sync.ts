import type { PeopleSync } from '#contract/people-sync.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { nextNightly } from '#domain/roster/nightly.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { countDoubts, lastRead, newestChanges, newestRun, openDoubts } from './sync-list-records.ts';

const LISTED = 200;

/** How people come from Microsoft 365, as this reader may see it: an administrator sees counts, the coordinator names. */
export const peopleSyncFor = async (tx: Transaction, parts: Parts, actor: Actor): Promise<PeopleSync> => {
  const { organisation } = actor.scope;
  const settle = mayDoInHouse('tell-people-apart', actor.roles);
  const changes = settle ? await newestChanges(tx, organisation, LISTED + 1) : [];
  const doubts = settle ? await openDoubts(tx, organisation) : [];
  return {
    last: await newestRun(tx, organisation),
    readAt: await lastRead(tx, organisation),
    nextAt: nextNightly(organisation, parts.clock.now()),
    changes: changes.slice(0, LISTED),
    more: changes.length > LISTED,
    doubts,
    waiting: await countDoubts(tx, organisation),
    may: { see: settle, settle },
  };
};

/** What the last reading of people did and when the next one is; names and doubts only for the coordinator. */
export const openPeopleSync =
  (parts: Parts): Casework['openPeopleSync'] =>
  async (actor) => {
    permitInHouse(actor, 'sync-people');
    return parts.database.within(actor.scope, async (tx) => {
      const found = await peopleSyncFor(tx, parts, actor);
      if (found.may.see && found.changes.length + found.doubts.length > 0)
        await note(
          tx,
          parts,
          actor,
          'open-people-sync',
          found.doubts.map(({ id }) => id),
        );
      return found;
    });
  };
