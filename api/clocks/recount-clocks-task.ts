import { z } from 'zod';
import { followers } from '../compliance/outlook-records.ts';
import { placeSoon } from '../compliance/place-dates-task.ts';
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
      await database.within(scope, async (tx) => {
        await recount(tx, organisation, [pupil], today, clock.now());
        for (const person of await followers(tx, organisation)) await placeSoon(tx, person);
      });
      return;
    }
    for (let after: string | null = null, more = true; more; more = after !== null) {
      after = await database.within(scope, (tx) => recountFrom(tx, organisation, after, today, clock.now()));
    }
  };
