import type { Entry } from '#contract/record.ts';
import { daysBetween, type Instant } from '#domain/calendar/day.ts';
import { changesBetween } from '#domain/record/changes.ts';
import type { Values } from '#domain/record/kind.ts';
import { note } from '../audit/note.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { afterWriting } from './after-writing.ts';
import { outdated } from './current-entry.ts';
import { entryReplies, type Reader } from './entry-reply.ts';
import { entryOf, type StoredEntry, updateEntry } from './record-records.ts';
import { type Kept, rowOf, valuesOf } from './tables.ts';

export type Saving = {
  readonly row: StoredEntry;
  readonly version: number;
  readonly values: Values;
  readonly deed: 'changed' | 'undone';
  readonly reason: string | null;
};

/**
 * Saves a further edition of an entry. What is finished changes only with a reason, as an amendment that stays visible; its own writer may
 * still complete it for ten minutes.
 */
export const saveEdition = async (tx: Transaction, parts: Parts, kept: Kept, saving: Saving, reader: Reader): Promise<Entry> => {
  const { row, version, values, reason } = saving;
  const { actor, pupil } = reader;
  const before = valuesOf(kept, row);
  const changes = changesBetween(kept.kind, before, values);
  // The same save sent again after its answer was lost: it stands already.
  const again = row.version === version + 1 && row.changed_by === actor.person;
  if (changes.length === 0 && (again || row.version === version)) return (await entryReplies(tx, kept, [row], reader))[0]!;
  if (row.version !== version) throw await outdated(tx, kept, row, version, reader);
  const now = parts.clock.now();
  const finished = kept.kind.finishes?.when(before) ?? false;
  if (finished && reason === null && !stillWriting(row, actor.person, now)) throw reasonNeeded(kept);
  const amends = finished && reason !== null;
  const deed = amends && saving.deed === 'changed' ? ('amended' as const) : saving.deed;
  const amended = amends ? { at: now, by: actor.person, reason: reason! } : row.amended;
  const change = { id: row.id, version, row: rowOf(kept, values), by: actor.person, at: now, deed, reason, amended };
  await updateEntry(tx, actor.scope.organisation, kept, change);
  const moved = await afterWriting(tx, parts, kept, row.id, { before, after: values }, reader);
  const fields = changes.map(({ field }) => field);
  await note(tx, parts, actor, DEEDS[deed], pupil, {
    kind: kept.kind.name,
    entry: row.id,
    version: version + 1,
    fields,
    ...(moved.length > 0 ? { moved } : {}),
  });
  const saved = (await entryOf(tx, actor.scope.organisation, pupil, kept, row.id))!;
  return { ...(await entryReplies(tx, kept, [saved], reader))[0]!, moved };
};

const DEEDS = { changed: 'change-entry', undone: 'undo-entry', amended: 'amend-entry' } as const;

const MINUTES = 10;

/** Whether the last to write is the same person, minutes ago: finishing a form is not yet correcting a finished thing. */
const stillWriting = (row: StoredEntry, person: string, now: Instant): boolean => {
  if ((row.changed_by ?? row.made_by) !== person) return false;
  const last = instantText(row.changed_at)!;
  return minutesBetween(last, now) <= MINUTES;
};

const minutesBetween = (from: Instant, to: Instant): number => {
  const minuteOf = (at: Instant) => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  return daysBetween(from.slice(0, 10) as never, to.slice(0, 10) as never) * 1440 + minuteOf(to) - minuteOf(from);
};

const reasonNeeded = ({ kind }: Kept): Refusal =>
  new Refusal('not-valid', `This is finished (${kind.finishes!.words.toLowerCase()}). Say why it is changed; the change stays visible.`, [
    { field: 'reason', reason: 'is missing: a finished entry is changed with a reason' },
  ]);
