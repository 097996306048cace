import { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { STILL_FOR } from '#domain/watching/watched.ts';
import { append } from '../audit/audit-records.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { StoredFile } from '../graph/gateway.ts';
import { organisationZone } from '../meetings/organisation-records.ts';
import type { Parts } from '../parts.ts';
import { compareWithRecord } from '../plans/compare-with-record.ts';
import { isUnreadable } from '../plans/document/package.ts';
import { type ReadDocument, readDocument } from '../plans/document/read.ts';
import { planRow } from '../plans/plan-records.ts';
import { authorOf, noteCompared, planFiles } from './watching-records.ts';

const payload = z.object({ organisation: z.guid(), document: z.guid() });

/**
 * Compares a plan's file that somebody changed in Word without the pane: once it has been left alone for five minutes, what differs waits
 * on the plan for the coordinator, as if the pane had found it. Nothing is taken over by itself, and one edition is compared once.
 */
export const compareFileTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, document } = payload.parse(job);
    const scope = { organisation, schools: [] };
    const [known] = await parts.database.within(scope, (tx) => planFiles(tx, organisation, { document }));
    if (!known) return;
    const file = await parts.graph.files.one(null, known);
    if (!file || file.eTag === known.eTag || file.eTag === known.comparedEtag) return;
    const stillAt = addMinutes(file.changedAt, STILL_FOR);
    if (stillAt > parts.clock.now()) {
      await parts.database.within(scope, (tx) => enqueue(tx, 'compare-file', { document }, { key: document, runAt: stillAt }));
      return;
    }
    const read = readDocument(await parts.graph.files.read(null, file));
    await parts.database.within(scope, async (tx) => {
      const found = isUnreadable(read) ? 0 : await compared(tx, parts, organisation, known.plan, read, file);
      await noteCompared(tx, organisation, document, file.eTag);
      const details = { plan: known.plan, document, differences: found };
      const [id, at] = [parts.ids.next(), parts.clock.now()];
      await append(tx, {
        organisation,
        id,
        at,
        actor: null,
        deed: 'compare-document',
        about: known.pupil,
        count: 1,
        details,
        door: 'queue',
      });
    });
  };

/** How many differences wait now. A file of another plan or an older version of this one is left alone: only a person can say what it is. */
async function compared(
  tx: Transaction,
  parts: Parts,
  organisation: string,
  id: string,
  read: ReadDocument,
  file: StoredFile,
): Promise<number> {
  const plan = await planRow(tx, organisation, id, true);
  if (!plan || !read.linked || read.planId !== id || read.kind === 'minutes' || (read.version ?? 0) !== plan.issued) return 0;
  const timeZone = await organisationZone(tx, organisation);
  const { person, name } = await authorOf(tx, organisation, id);
  // The words a plan is composed in name its author; whoever drafted it is named as ever.
  const author: Actor = { person, name, roles: ['coordinator'], scope: { organisation, schools: [] }, door: 'queue', timeZone };
  const found = await compareWithRecord(tx, parts, author, plan, read, file.changedBy);
  return found === 'another-case' ? 0 : found.length;
}
