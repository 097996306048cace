import { expect, it } from '@jest/globals';
import { simulate } from './simulation.ts';

const seed = Number(process.env.WAYMARK_TEST_SEED ?? Math.floor(Math.random() * 1_000_000_000));
const MILLISECONDS = 12_000;
/** Nobody waits longer for an answer, whatever the weather; twice as long on a machine that does other work. */
const PATIENCE = 40_000;

it(`people at work through faults drawn at random: each accepted deed once, none lost (WAYMARK_TEST_SEED=${seed} repeats it)`, async () => {
  const run = await simulate(seed, MILLISECONDS, false);
  expect(run.broken).toEqual([]);
  expect(run.accepted).toBeGreaterThan(0);
  expect(run.longest).toBeLessThan(PATIENCE);
}, 300_000);
