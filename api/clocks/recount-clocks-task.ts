import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { houseOf } from './clock-records.ts';
import { recount, recountFrom } from './recount.ts';

const payload = z.object({ organisation: z.guid(), pupil: z.guid().optional() });

/** Counts the clocks of one pupil, after something happened in the case; or of everyone, each night, batch by batch. */
export const recountClocksTask =
  ({ database, clock }: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, pupil } = payload.parse(job);
    const scope = { organisation, schools: [] };
    const house = await database.within(scope, (tx) => houseOf(tx, organisation));
    if (!house) return;
    const today = clock.today(house.timeZone);
    if (pupil) {
      await database.within(scope, (tx) => recount(tx, organisation, [pupil], today, clock.now()));
      return;
    }
    for (let after: string | null = null, more = true; more; more = after !== null) {
      after = await database.within(scope, (tx) => recountFrom(tx, organisation, after, today, clock.now()));
    }
  };
