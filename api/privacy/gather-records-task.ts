import { z } from 'zod';
import type { Scope } from '#domain/access/actor.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { documentsFor, findPassages, gatherRecord } from './gather.ts';
import { keepFindings, moveRequest, noteProgress, requestNamed } from './request-records.ts';

const payload = z.object({ organisation: z.guid(), request: z.guid() });

/** Reads the whole record and its documents, and lists what a person must decide. May be repeated: decisions stand. */
export const gatherRecordsTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, request: id } = payload.parse(job);
    const scope: Scope = { organisation, schools: [] };
    const request = await parts.database.within(scope, (tx) => requestNamed(tx, organisation, id));
    if (request?.state !== 'gathering') return;
    await saying(parts, scope, id, async () => {
      const gathered = await gatherRecord(parts, organisation, request);
      if (!gathered) return;
      const files = await documentsFor(parts, gathered.subject);
      const progress = (done: number) =>
        parts.database.within(scope, (tx) => noteProgress(tx, organisation, id, { done, total: files.length + 1 }));
      await progress(0);
      const found = await findPassages(parts, gathered, files, progress);
      await parts.database.within(scope, async (tx) => {
        await keepFindings(tx, organisation, id, found);
        await moveRequest(tx, organisation, id, ['gathering'], 'to-decide');
      });
    });
  };

/** Does the work; what stops it stands on the request as a sentence, and the job comes back. */
export const saying = async (parts: Parts, { organisation }: Scope, id: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (fault) {
    const trouble =
      fault instanceof Refusal
        ? `${fault.message} It is tried again by itself.`
        : 'Something went wrong in Waymark. It is tried again by itself.';
    await parts.database.within({ organisation, schools: [] }, (tx) => noteProgress(tx, organisation, id, { trouble }));
    throw fault;
  }
};
