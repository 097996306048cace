import type { Entry } from '#contract/record.ts';
import type { Values } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { tellClocks } from './case-events.ts';
import type { Reader } from './entry-reply.ts';
import { noteLastSession, noteReceived } from './record-records.ts';
import type { Kept } from './tables.ts';

/** An entry before and after a deed; null where it was not there, or is no longer. */
export type Written = { readonly before: Values | null; readonly after: Values | null };

/** What follows from a change, in its transaction: the case's clocks, the day a provision was last given, the moment a view came in. */
export const afterWriting = async (
  tx: Transaction,
  parts: Parts,
  kept: Kept,
  entry: string,
  { before, after }: Written,
  reader: Reader,
): Promise<Entry['moved']> => {
  const { organisation } = reader.actor.scope;
  if (kept.kind.name === 'session') {
    const lines = new Set([before?.line, after?.line].filter((line): line is string => typeof line === 'string'));
    const was = before?.state === 'delivered' && typeof before.on === 'string' ? before.on : null;
    for (const line of lines) await noteLastSession(tx, organisation, line, was);
  }
  if (kept.kind.name === 'contribution' && after?.receivedOn && !before?.receivedOn)
    await noteReceived(tx, organisation, entry, parts.clock.now());
  return tellClocks(tx, parts, kept, entry, after, reader);
};
