import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chanceFrom } from '#tests/journeys/killed-bookings.ts';
import { type SeveralServices, severalServices } from '#tests/journeys/several-services.ts';
import { type Outcome, underLoad } from '#tests/journeys/under-load.ts';

const MINUTES = 60_000;
const PROCESSES = 3;
const LASTS = 10 * MINUTES;
const seed = Number(process.env.WAYMARK_TEST_SEED ?? Math.floor(Math.random() * 1_000_000_000));

let services: SeveralServices;
let outcome: Outcome;
let [killed, replaced] = [0, 0];

/** One after another is killed or told to end, at random, and started again after a while. */
const neverQuiet = async (): Promise<void> => {
  const chance = chanceFrom(seed);
  const until = Date.now() + LASTS;
  while (Date.now() < until) {
    await wait(1_000 + chance() * 9_000);
    const place = Math.floor(chance() * PROCESSES);
    if (chance() < 0.6) {
      await services.kill(place);
      killed += 1;
    } else {
      await services.stop(place);
      replaced += 1;
    }
    await wait(chance() * 3_000);
    await services.start(place);
  }
};

beforeAll(async () => {
  console.log(`seed ${seed}: WAYMARK_TEST_SEED=${seed} npm run test:long tests/long/several repeats this run`);
  services = await severalServices(process.env.WAYMARK_TEST_POSTGRES ?? '', PROCESSES);
  outcome = await underLoad(services, neverQuiet);
}, 30 * MINUTES);
afterAll(async () => {
  await services?.remove();
}, MINUTES);

describe('three processes on one record, killed and replaced for ten minutes', () => {
  it('lose nothing and do nothing twice', () => {
    expect(killed).toBeGreaterThan(5);
    expect(replaced).toBeGreaterThan(2);
    expect(outcome.notes.filter((times) => times !== 1)).toEqual([]);
    expect(outcome.answers.filter((times) => times !== 1)).toEqual([]);
    expect(outcome.bookings.filter(({ reviews, events }) => reviews !== 1 || events !== 1)).toEqual([]);
    expect(outcome.leftOver).toBe(0);
  });
});
