import type { Actor } from '#domain/access/actor.ts';
import type { PupilDeed } from '#domain/access/deeds.ts';
import type { KindName } from '#domain/record/kind.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { aboutPupil } from './about-records.ts';
import type { Reader } from './entry-reply.ts';
import { type Kept, keptAs } from './tables.ts';

/** A kind of one pupil's record, opened for a deed that the actor may do. */
export type Opened = { readonly kept: Kept; readonly reader: Reader };

/** Permits the deed of this kind, and reads what every entry of it is judged against. */
export const openKind = async (
  tx: Transaction,
  parts: Pick<Parts, 'clock'>,
  actor: Actor,
  ask: { readonly pupil: string; readonly kind: KindName },
  deed: (kept: Kept) => PupilDeed,
): Promise<Opened> => {
  const today = parts.clock.today(actor.timeZone);
  const kept = keptAs(ask.kind);
  await permit(tx, actor, deed(kept), ask.pupil, today);
  const [standing, about] = [await standingTo(tx, actor, ask.pupil, today), await aboutPupil(tx, actor.scope.organisation, ask.pupil)];
  if (!standing || !about) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  return { kept, reader: { actor, pupil: ask.pupil, about, standing, today } };
};

/** The same for a deed that writes: the record of a pupil who has left is only read. */
export const openToWrite = async (...of: Parameters<typeof openKind>): Promise<Opened> => {
  const opened = await openKind(...of);
  const { name, leftOn } = opened.reader.about;
  if (leftOn) throw new Refusal('not-ready', `${name} has left the school. The record can be read and no longer added to.`);
  return opened;
};
