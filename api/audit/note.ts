import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { append } from './audit-records.ts';

const digests = new WeakMap<readonly string[], string>();

/** One text that stands for a list of ids, whatever their order. A frozen list, handed in again, is not gone through again. */
export const digestOf = (ids: readonly string[]): string => {
  const known = digests.get(ids);
  if (known) return known;
  const digest = `sha256:${createHash('sha256')
    .update([...ids].sort().join(','))
    .digest('hex')}`;
  if (Object.isFrozen(ids)) digests.set(ids, digest);
  return digest;
};

/**
 * Appends one row to the audit trail, in the transaction of the deed itself: a deed that fails leaves none. A list of ids (an opened
 * caseload) becomes one row with a digest and a count. `details` holds ids, kinds and versions, never names or needs.
 */
export const note = async (
  tx: Transaction,
  parts: Pick<Parts, 'ids' | 'clock'>,
  actor: Actor,
  deed: string,
  about?: string | readonly string[],
  details: object = {},
): Promise<void> => {
  const one = typeof about === 'string';
  await append(tx, {
    organisation: actor.scope.organisation,
    id: parts.ids.next(),
    at: parts.clock.now(),
    actor: actor.person,
    deed,
    about: about === undefined ? null : one ? about : digestOf(about),
    count: about === undefined ? null : one ? 1 : about.length,
    details,
    door: actor.door,
  });
};
