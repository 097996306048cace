import type { Entry } from '#contract/record.ts';
import { changesBetween } from '#domain/record/changes.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { acceptValues } from './accept-values.ts';
import { entryToChange, outdated } from './current-entry.ts';
import { openToWrite } from './reader.ts';
import { editionsOf } from './record-records.ts';
import { saveEdition } from './save-edition.ts';
import { valuesOf } from './tables.ts';

/** Makes the edition before the last change a new one: nothing is taken out of the history, and an undo can itself be undone. */
export const undoEntry =
  (parts: Parts): Casework['undoEntry'] =>
  async (actor, ask): Promise<Entry> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openToWrite(tx, parts, actor, ask, ({ kind }) => kind.write);
      const row = await entryToChange(tx, kept, ask, reader);
      if (row.version !== ask.version) throw await outdated(tx, kept, row, ask.version, reader);
      const now = valuesOf(kept, row);
      const editions = await editionsOf(tx, actor.scope.organisation, ask.pupil, kept, ask.entry);
      const before = editions
        .map((edition) => valuesOf(kept, edition))
        .findLast((values) => changesBetween(kept.kind, values, now).length > 0);
      if (!before) throw new Refusal('not-ready', 'There is nothing to undo: this is as it was first written.');
      const values = await acceptValues(tx, kept, before, reader, now);
      return saveEdition(tx, parts, kept, { row, version: ask.version, values, deed: 'undone', reason: ask.reason ?? null }, reader);
    });
