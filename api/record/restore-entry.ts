import type { Entry } from '#contract/record.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { afterWriting } from './after-writing.ts';
import { outdated } from './current-entry.ts';
import { entryReplies, mayWrite } from './entry-reply.ts';
import { openToWrite } from './reader.ts';
import { entryOf, putBack, withdrawnOf } from './record-records.ts';
import { valuesOf } from './tables.ts';

/** Puts back an entry that was taken out, as it last was. */
export const restoreEntry =
  (parts: Parts): Casework['restoreEntry'] =>
  async (actor, ask): Promise<Entry> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openToWrite(tx, parts, actor, ask, ({ kind }) => kind.write);
      const { organisation } = actor.scope;
      const standing = await entryOf(tx, organisation, ask.pupil, kept, ask.entry);
      if (standing) throw await outdated(tx, kept, standing, ask.version, reader);
      const last = (await withdrawnOf(tx, organisation, ask.pupil, kept)).find(({ id }) => id === ask.entry);
      if (!last || !mayWrite(kept, last, reader)) throw new Refusal('not-found', 'There is no such entry.');
      await putBack(tx, kept, last, { by: actor.person, at: parts.clock.now(), reason: ask.reason ?? null });
      const moved = await afterWriting(tx, parts, kept, ask.entry, { before: null, after: valuesOf(kept, last) }, reader);
      await note(tx, parts, actor, 'restore-entry', ask.pupil, {
        kind: ask.kind,
        entry: ask.entry,
        ...(moved.length > 0 ? { moved } : {}),
      });
      const row = (await entryOf(tx, organisation, ask.pupil, kept, ask.entry))!;
      return { ...(await entryReplies(tx, kept, [row], reader))[0]!, moved };
    });
