import type { Entry } from '#contract/record.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { acceptValues } from './accept-values.ts';
import { afterWriting } from './after-writing.ts';
import { entryReplies } from './entry-reply.ts';
import { openToWrite } from './reader.ts';
import { editionsOf, entryOf, insertEntry } from './record-records.ts';
import { rowOf } from './tables.ts';

/** Adds an entry to a pupil's record. The page makes the id, so that the same request sent again answers the same and adds nothing. */
export const recordEntry =
  (parts: Parts): Casework['recordEntry'] =>
  async (actor, ask): Promise<Entry> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openToWrite(tx, parts, actor, ask, ({ kind }) => kind.write);
      const { organisation } = actor.scope;
      const known = await entryOf(tx, organisation, ask.pupil, kept, ask.id);
      if (known) return (await entryReplies(tx, kept, [known], reader))[0]!;
      const values = await acceptValues(tx, kept, ask.values, reader, null);
      const at = parts.clock.now();
      const gone = (await editionsOf(tx, organisation, ask.pupil, kept, ask.id)).length > 0;
      const entry = { id: ask.id, pupil: ask.pupil, row: rowOf(kept, values), by: actor.person, at };
      if (gone || !(await insertEntry(tx, organisation, kept, entry)))
        return retried(() => entryOf(tx, organisation, ask.pupil, kept, ask.id));
      const moved = await afterWriting(tx, parts, kept, ask.id, { before: null, after: values }, reader);
      await note(tx, parts, actor, 'record-entry', ask.pupil, { kind: ask.kind, entry: ask.id, ...(moved.length > 0 ? { moved } : {}) });
      const row = (await entryOf(tx, organisation, ask.pupil, kept, ask.id))!;
      return { ...(await entryReplies(tx, kept, [row], reader))[0]!, moved };

      /** The same request came twice at one moment: the other one has written it. */
      async function retried(read: () => ReturnType<typeof entryOf>): Promise<Entry> {
        const row = await read();
        if (!row) throw new Refusal('changed-meanwhile', 'This entry was taken out, or its id belongs to another. Nothing was added.');
        return (await entryReplies(tx, kept, [row], reader))[0]!;
      }
    });
