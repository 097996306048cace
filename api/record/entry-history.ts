import type { EntryHistory } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import { changesBetween } from '#domain/record/changes.ts';
import { choiceWords, type Field, type Value } from '#domain/record/kind.ts';
import { note } from '../audit/note.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { mayRead, namesIn, writerOf } from './entry-reply.ts';
import { openKind } from './reader.ts';
import { editionsOf, entryOf } from './record-records.ts';
import { valuesOf } from './tables.ts';

/** Every edition of an entry, the newest first: who, when, what from and to, and why. */
export const entryHistory =
  (parts: Parts): Casework['entryHistory'] =>
  async (actor, ask): Promise<EntryHistory> =>
    parts.database.within(actor.scope, async (tx) => {
      const { kept, reader } = await openKind(tx, parts, actor, ask, ({ kind }) => kind.read);
      const { organisation } = actor.scope;
      const standing = await entryOf(tx, organisation, ask.pupil, kept, ask.entry);
      const rows = [...(await editionsOf(tx, organisation, ask.pupil, kept, ask.entry)), ...(standing ? [standing] : [])];
      const last = rows.at(-1);
      if (!last) throw new Refusal('not-found', 'There is no such entry.');
      if (!mayRead(kept, last, reader)) throw new Refusal('not-allowed', 'This note is open only to those it names.');
      const named = await namesIn(tx, kept, rows, reader);
      await note(tx, parts, actor, 'entry-history', ask.pupil, { kind: ask.kind, entry: ask.entry });
      const editions = rows.map((row, index) => {
        const by = index === 0 ? (writerOf(row) ?? row.changed_by) : row.changed_by;
        const before = rows[index - 1];
        const changes = changesBetween(kept.kind, before ? valuesOf(kept, before) : null, valuesOf(kept, row));
        return {
          version: row.version,
          at: instantText(row.changed_at)!,
          by: by ? (named.get(by) ?? null) : null,
          deed: row.deed,
          reason: row.reason,
          changes: changes.map((change) => {
            const field = kept.kind.fields.find(({ key }) => key === change.field)!;
            const words = (value: Value) => valueWords(field, value, named, reader.about.nation);
            return { ...change, fromWords: words(change.from), toWords: words(change.to) };
          }),
        };
      });
      return { kind: ask.kind, id: ask.entry, editions: editions.reverse() };
    });

/** A value as a person reads it; the empty text where there is none. */
const valueWords = (field: Field, value: Value, named: ReadonlyMap<string, string>, nation: Nation): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one, named, nation)).join(', ');
  if (field.type === 'day') return dayWordsWithYear(value as Day);
  if (field.type === 'pence') return (Number(value) / 100).toFixed(2);
  if (field.choices) return choiceWords(field.choices, value as string, nation);
  return named.get(String(value)) ?? String(value);
};
