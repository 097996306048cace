import { z } from 'zod';
import type { Scope } from '#domain/access/actor.ts';
import { append } from '../audit/audit-records.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type Came, eraseInside, eraseOutside } from './erase-step.ts';
import { erasureNamed, moveErasure, noteTrouble, raiseTombstone, type StoredErasure } from './erasure-records.ts';
import { nextStep, type StoredStep, settleStep, stepsOf } from './erasure-step-records.ts';
import { subjectOf } from './subject-records.ts';

const payload = z.object({ organisation: z.guid(), erasure: z.guid() });

/**
 * Carries out a confirmed erasure, copy by copy. Each copy is settled in a transaction of its own and every way of dealing with one may be
 * repeated, so a crash at any point goes on where it stopped. Where Microsoft 365 is away the job waits and comes back; the page says so.
 */
export const eraseRecordTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, erasure: id } = payload.parse(job);
    const scope: Scope = { organisation, schools: [] };
    const trouble = (words: string | null) => parts.database.within(scope, (tx) => noteTrouble(tx, organisation, id, words));
    for (;;) {
      const at = await parts.database.within(scope, async (tx) => ({
        erasure: await erasureNamed(tx, organisation, id),
        step: await nextStep(tx, organisation, id),
      }));
      if (at.erasure?.state !== 'running') return;
      try {
        await notHeld(parts, scope, at.erasure);
        if (!at.step) return await parts.database.within(scope, (tx) => finish(tx, parts, organisation, at.erasure as StoredErasure));
        await settle(parts, scope, at.erasure, at.step);
      } catch (fault) {
        await trouble(fault instanceof Refusal ? fault.message : 'Something went wrong in Waymark. It is tried again by itself.');
        throw fault;
      }
      if (at.erasure.trouble) await trouble(null);
    }
  };

/** A hold set while the erasure runs stops it where it is. */
const notHeld = async (parts: Parts, scope: Scope, { pupil }: StoredErasure): Promise<void> => {
  const subject = await parts.database.within(scope, (tx) => subjectOf(tx, scope.organisation, pupil));
  if (subject?.held) throw new Refusal('not-ready', 'The record was put under a hold. The erasure waits until it is lifted.');
};

const settle = async (parts: Parts, scope: Scope, erasure: StoredErasure, step: StoredStep): Promise<void> => {
  const { organisation } = scope;
  const outside = await eraseOutside(parts, organisation, step);
  await parts.database.within(scope, async (tx) => {
    const came: Came = outside ?? (await eraseInside(tx, organisation, erasure, step));
    await settleStep(tx, organisation, erasure.id, step.rank, { ...came, at: parts.clock.now() });
  });
};

/** Everything is settled: the tombstone is raised, and the trail says so by id alone. */
const finish = async (tx: Transaction, parts: Parts, organisation: string, erasure: StoredErasure): Promise<void> => {
  const at = parts.clock.now();
  const steps = await stepsOf(tx, organisation, erasure.id);
  const count = (outcome: StoredStep['outcome']) => steps.filter((step) => step.outcome === outcome).length;
  const what = { done: count('done'), 'not-possible': count('not-possible'), told: count('told') };
  if (!(await moveErasure(tx, organisation, erasure.id, 'running', { state: 'done', at }))) return;
  await raiseTombstone(tx, organisation, erasure, at, what);
  await append(tx, {
    organisation,
    id: parts.ids.next(),
    at,
    actor: erasure.confirmer,
    deed: 'record-erased',
    about: erasure.pupil,
    count: 1,
    details: { erasure: erasure.id, ...what },
    door: 'queue',
  });
};
