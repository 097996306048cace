import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { expireArchives } from './request-records.ts';

const payload = z.object({ organisation: z.guid() });

/** Deletes archives whose time has run out. */
export const expireArchivesTask =
  ({ database, clock }: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation } = payload.parse(job);
    await database.within({ organisation, schools: [] }, (tx) => expireArchives(tx, organisation, clock.now()));
  };
