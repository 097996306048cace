import type { Entry } from '#contract/record.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { acceptValues } from './accept-values.ts';
import { entryToChange, outdated } from './current-entry.ts';
import { openToWrite } from './reader.ts';
import { saveEdition } from './save-edition.ts';
import { valuesOf } from './tables.ts';

/** Changes an entry as the person saw it. Where somebody saved meanwhile nothing is written, and the refusal carries both versions. */
export const changeEntry =
  (parts: Parts): Casework['changeEntry'] =>
  async (actor, ask): Promise<Entry> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openToWrite(tx, parts, actor, ask, ({ kind }) => kind.write);
      const row = await entryToChange(tx, kept, ask, reader);
      if (row.version > ask.version + 1) throw await outdated(tx, kept, row, ask.version, reader);
      const values = await acceptValues(tx, kept, ask.values, reader, valuesOf(kept, row));
      return saveEdition(tx, parts, kept, { row, version: ask.version, values, deed: 'changed', reason: ask.reason ?? null }, reader);
    });
