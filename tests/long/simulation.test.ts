import { expect, it } from '@jest/globals';
import { simulate } from '#tests/simulation/simulation.ts';

const seed = Number(process.env.WAYMARK_TEST_SEED ?? Math.floor(Math.random() * 1_000_000_000));
const MINUTES = 60_000;
/** `WAYMARK_TEST_MINUTES=1` is enough to look. */
const LASTS = Number(process.env.WAYMARK_TEST_MINUTES ?? 10) * MINUTES;

it(
  `people at work through every fault for ten minutes: each accepted deed once, none lost (seed ${seed})`,
  async () => {
    console.log(`seed ${seed}: WAYMARK_TEST_SEED=${seed} npm run test:long tests/long/simulation repeats this run`);
    const run = await simulate(seed, LASTS, true);
    console.log(`${run.deeds} deeds, ${run.accepted} accepted, ${run.troubles} troubles, the longest answer after ${run.longest} ms`);
    expect(run.broken).toEqual([]);
    expect(run.longest).toBeLessThan(60_000);
  },
  LASTS + 10 * MINUTES,
);
