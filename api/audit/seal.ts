import { createHash } from 'node:crypto';
import type { Transaction } from '../database/connection.ts';
import { addSeal, lastSeal, lockSealing, markSealed, unsealedLines } from './seal-records.ts';

/** A row of the trail with the text that stands for all of it. */
export type SealedLine = { readonly id: string; readonly line: string };

/** What the first seal of an organisation is chained to. */
export const FIRST = '0'.repeat(64);

/** Rows in one seal; a seal is one transaction, and its list of ids one row. */
export const BATCH = 1_000;

/** The seal of a batch: it changes when a row, the order of rows, or anything sealed before them changes. */
export const hashOf = (previous: string, lines: readonly SealedLine[]): string => {
  const hash = createHash('sha256').update(previous);
  for (const { line } of lines) hash.update('\n').update(line);
  return hash.digest('hex');
};

/** Seals the oldest unsealed rows of an organisation, at most {@link BATCH}. True where more may be waiting. */
export const sealUnsealed = async (tx: Transaction, organisation: string): Promise<boolean> => {
  await lockSealing(tx, organisation);
  const lines = await unsealedLines(tx, organisation, BATCH);
  if (lines.length === 0) return false;
  const last = await lastSeal(tx, organisation);
  const [number, previous] = [(last?.number ?? 0) + 1, last?.hash ?? FIRST];
  const ids = lines.map((line) => line.id);
  await addSeal(tx, { organisation, number, ids, previous, hash: hashOf(previous, lines) });
  await markSealed(tx, organisation, number, ids);
  return lines.length === BATCH;
};
