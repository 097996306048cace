import type { Entry } from '#contract/record.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { afterWriting } from './after-writing.ts';
import { entryToChange, outdated } from './current-entry.ts';
import { entryReplies, type Reader } from './entry-reply.ts';
import { openToWrite } from './reader.ts';
import { hasScores, removeEntry, type StoredEntry, updateEntry, withdrawnOf } from './record-records.ts';
import { type Kept, rowOf, valuesOf } from './tables.ts';

/** Takes out an entry that was made in error: it leaves every list, its history stays, and it can be put back. */
export const withdrawEntry =
  (parts: Parts): Casework['withdrawEntry'] =>
  async (actor, ask): Promise<Entry> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openToWrite(tx, parts, actor, ask, ({ kind }) => kind.write);
      const row = await entryToChange(tx, kept, ask, reader);
      if (row.version !== ask.version) throw await outdated(tx, kept, row, ask.version, reader);
      await mayLeave(tx, kept, row, reader);
      const { organisation } = actor.scope;
      const values = valuesOf(kept, row);
      const { id, version, amended } = row;
      const last = {
        id,
        version,
        row: rowOf(kept, values),
        by: actor.person,
        at: parts.clock.now(),
        deed: 'withdrawn' as const,
        reason: ask.reason,
        amended,
      };
      await updateEntry(tx, organisation, kept, last);
      await removeEntry(tx, organisation, kept, id);
      const moved = await afterWriting(tx, parts, kept, id, { before: values, after: null }, reader);
      await note(tx, parts, actor, 'withdraw-entry', ask.pupil, { kind: ask.kind, entry: id, ...(moved.length > 0 ? { moved } : {}) });
      const gone = (await withdrawnOf(tx, organisation, ask.pupil, kept)).filter((one) => one.id === id);
      return { ...(await entryReplies(tx, kept, gone, reader, 'withdrawn'))[0]!, moved };
    });

/** What rests on an entry would hang in the air; what protects somebody is not taken out by everybody. */
const mayLeave = async (tx: Transaction, kept: Kept, row: StoredEntry, { actor, standing }: Reader): Promise<void> => {
  if (kept.kind.name === 'goal' && (await hasScores(tx, actor.scope.organisation, row.id)))
    throw new Refusal('not-ready', 'Scores rest on this goal. Mark it as stopped instead.');
  if (kept.kind.name === 'contact' && row.restriction !== null && !mayDo('restrict-contact', standing.roles, standing.relations))
    throw new Refusal('not-allowed', 'Only a coordinator can take out somebody who must not be contacted.');
};
