import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { sealUnsealed } from './seal.ts';

const payload = z.object({ organisation: z.guid() });

/** Seals what is unsealed of one organisation, batch by batch, each in its own transaction. */
export const sealAuditTask =
  ({ database }: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation } = payload.parse(job);
    const scope = { organisation, schools: [] };
    while (await database.within(scope, (tx) => sealUnsealed(tx, organisation)));
  };
