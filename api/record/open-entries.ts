import type { Entries } from '#contract/record.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { entryReplies, mayRead, mayWrite } from './entry-reply.ts';
import { openKind } from './reader.ts';
import { entriesOf, type StoredEntry, withdrawnOf } from './record-records.ts';
import type { Kept } from './tables.ts';

/** Every entry of a kind of one pupil, in the order in which they are read; and those taken out, for whoever may put them back. */
export const openEntries =
  (parts: Parts): Casework['openEntries'] =>
  async (actor, ask): Promise<Entries> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openKind(tx, parts, actor, ask, ({ kind }) => kind.read);
      const { organisation } = actor.scope;
      const rows = inReadingOrder(kept, await entriesOf(tx, organisation, ask.pupil, kept));
      const gone = (await withdrawnOf(tx, organisation, ask.pupil, kept)).filter((row) => mayWrite(kept, row, reader));
      const writes = !reader.about.leftOn && mayDo(kept.kind.write, reader.standing.roles, reader.standing.relations);
      const read = ask.kind === 'restricted-note' ? { notes: rows.filter((row) => mayRead(kept, row, reader)).map(({ id }) => id) } : {};
      await note(tx, parts, actor, 'open-entries', ask.pupil, { kind: ask.kind, ...read });
      return {
        kind: ask.kind,
        entries: await entryReplies(tx, kept, rows, reader),
        withdrawn: await entryReplies(tx, kept, gone, reader, 'withdrawn'),
        can: writes ? ['add', 'change'] : [],
      };
    });

/** Who must not be contacted first, then who answers for the child, then all others. */
const placeOfContact = ({ restriction, parental_responsibility }: StoredEntry): number =>
  restriction !== null ? 0 : parental_responsibility === true ? 1 : 2;

/** Ranked lists by rank, contacts by what one must know of them, everything else with the newest first. */
const inReadingOrder = (kept: Kept, rows: readonly StoredEntry[]): StoredEntry[] => {
  const { kind, columns } = kept;
  if (kind.name === 'contact') return [...rows].sort((a, b) => placeOfContact(a) - placeOfContact(b));
  if (columns.has('rank')) return [...rows].sort((a, b) => Number(a.rank) - Number(b.rank));
  const on = columns.get(kind.onDay ?? '');
  const dayOf = (row: StoredEntry) => String((on && row[on]) ?? row.made_at.slice(0, 10));
  return [...rows].sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.made_at.localeCompare(a.made_at));
};
