import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { runSync } from './run-sync.ts';

const payload = z.object({
  organisation: z.guid(),
  closeMany: z.boolean().optional(),
  again: z.boolean().optional(),
  by: z.guid().nullish(),
});

/** Reads people from Microsoft 365: at night, when somebody asks, and again after a reading that could not go on. */
export const syncPeopleTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, closeMany = false, again = false, by = null } = payload.parse(job);
    await runSync(parts, { organisation, person: by, door: 'queue' }, { closeMany, again });
  };
