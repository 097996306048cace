import { z } from 'zod';
import { placeForAll } from '../compliance/place-dates-task.ts';
import type { Parts } from '../parts.ts';
import { houseOf, noteCounted } from './clock-records.ts';
import { recount, recountFrom } from './recount.ts';

const payload = z.object({ organisation: z.guid(), pupil: z.guid().optional() });

/**
 * Counts the clocks of one pupil, after something happened in the case; or of everyone, each night, batch by batch: only what came out
 * otherwise is written. Calendars that follow the dates are brought to them afterwards.
 */
export const recountClocksTask =
  ({ database, clock }: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, pupil } = payload.parse(job);
    const scope = { organisation, schools: [] };
    const house = await database.within(scope, (tx) => houseOf(tx, organisation));
    if (!house) return;
    const today = clock.today(house.timeZone);
    if (pupil) {
      await database.within(scope, async (tx) => {
        await recount(tx, organisation, [pupil], today, clock.now());
        await placeForAll(tx, organisation);
      });
      return;
    }
    const now = clock.now();
    for (let after: string | null = null, more = true; more; more = after !== null) {
      after = await database.within(scope, (tx) => recountFrom(tx, organisation, after, today, now));
    }
    await database.within(scope, async (tx) => {
      await noteCounted(tx, organisation, now);
      await placeForAll(tx, organisation);
    });
  };
