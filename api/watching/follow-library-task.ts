import { z } from 'zod';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { STILL_FOR } from '#domain/watching/watched.ts';
import { enqueue } from '../database/enqueue.ts';
import type { LibraryPage, StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { libraryMark, moveLibraryMark, type PlanFile, planFiles } from './watching-records.ts';

const payload = z.object({ organisation: z.guid() });

/** An edition that the record neither filed itself nor compared before. */
const isNews = (file: StoredFile, known: PlanFile): boolean => file.eTag !== known.eTag && file.eTag !== known.comparedEtag;

/**
 * Reads what changed in the SEND library since the last time, and has the files of plans compared once they have been left alone. Woken by
 * a notification, and every night for those that never came; a mark that Graph no longer knows costs one reading of the whole library.
 */
export const followLibraryTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation } = payload.parse(job);
    const scope = { organisation, schools: [] };
    let next = await parts.database.within(scope, (tx) => libraryMark(tx, organisation));
    let begun = next === null;
    for (;;) {
      const page: LibraryPage | 'expired' = await parts.graph.files.changes(next);
      if (page === 'expired') {
        if (begun) throw new Error('a reading of the whole library expired while it went on');
        [next, begun] = [null, true];
        continue;
      }
      await parts.database.within(scope, async (tx) => {
        const known = await planFiles(tx, organisation, { items: page.changed.map(({ itemId }) => itemId) });
        for (const one of known) {
          const file = page.changed.find(({ itemId }) => itemId === one.itemId);
          if (!file || !isNews(file, one)) continue;
          await enqueue(
            tx,
            'compare-file',
            { document: one.document },
            { key: one.document, runAt: addMinutes(file.changedAt, STILL_FOR) },
          );
        }
        // The mark moves with the jobs it led to: a crash reads the page once more, and finds the same jobs.
        const mark = page.next ?? page.done;
        if (mark) await moveLibraryMark(tx, organisation, mark, parts.clock.now());
      });
      if (page.next === null) return;
      next = page.next;
    }
  };
