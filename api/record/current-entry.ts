import type { Entry } from '#contract/record.ts';
import type { Actor } from '#domain/access/actor.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import type { Values } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { entryReplies, mayRead, mayWrite, type Reader } from './entry-reply.ts';
import { Outdated } from './outdated.ts';
import { editionsOf, entryOf, type StoredEntry, withdrawnOf } from './record-records.ts';
import { type Kept, valuesOf } from './tables.ts';

/** The entry that a deed is to change, held, and the reader allowed to. Not there: not found; not theirs: not allowed, with the reason. */
export const entryToChange = async (
  tx: Transaction,
  kept: Kept,
  { entry, version }: { readonly entry: string; readonly version: number },
  reader: Reader,
): Promise<StoredEntry> => {
  const { actor, pupil } = reader;
  const row = await entryOf(tx, actor.scope.organisation, pupil, kept, entry);
  if (!row) throw await goneOrUnknown(tx, kept, entry, version, reader);
  if (!mayRead(kept, row, reader)) throw new Refusal('not-allowed', 'This note is open only to those it names.');
  if (!mayWrite(kept, row, reader)) throw new Refusal('not-allowed', 'Only the person who wrote this, or the coordinator, can change it.');
  return row;
};

const goneOrUnknown = async (tx: Transaction, kept: Kept, entry: string, version: number, reader: Reader): Promise<Refusal> => {
  const { actor, pupil } = reader;
  const gone = (await withdrawnOf(tx, actor.scope.organisation, pupil, kept)).find(({ id }) => id === entry);
  if (!gone || !mayRead(kept, gone, reader)) return new Refusal('not-found', 'There is no such entry.');
  const [current] = await entryReplies(tx, kept, [gone], reader, 'withdrawn');
  const base = await valuesAt(tx, kept, entry, version, reader);
  return new Outdated(`${current!.withdrawn!.by ?? 'Somebody'} took this out meanwhile. Nothing was changed.`, { base, current: current! });
};

/** The refusal that shows what both wrote. */
export const outdated = async (tx: Transaction, kept: Kept, row: StoredEntry, version: number, reader: Reader): Promise<Outdated> => {
  const [current] = await entryReplies(tx, kept, [row], reader);
  const base = await valuesAt(tx, kept, row.id, version, reader);
  return new Outdated(`${whoAndWhen(current!, reader.actor)}. Nothing was lost: both are kept.`, { base, current: current! });
};

const whoAndWhen = ({ changedAt, changedBy }: Entry, actor: Actor): string =>
  `${changedBy ?? 'Somebody'} saved this at ${localTimeOf(changedAt, actor.timeZone).time}, after you opened it`;

const valuesAt = async (tx: Transaction, kept: Kept, entry: string, version: number, { actor, pupil }: Reader): Promise<Values | null> => {
  const edition = (await editionsOf(tx, actor.scope.organisation, pupil, kept, entry)).find((one) => one.version === version);
  return edition ? valuesOf(kept, edition) : null;
};
