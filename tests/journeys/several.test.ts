import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chanceFrom } from './killed-bookings.ts';
import { type SeveralServices, severalServices } from './several-services.ts';
import { againstThePromise, type Outcome, underLoad } from './under-load.ts';

const MINUTES = 60_000;
const PROCESSES = 3;
const seed = Number(process.env.WAYMARK_TEST_SEED ?? Math.floor(Math.random() * 1_000_000_000));

let services: SeveralServices;
let outcome: Outcome;

/** One is killed at a random moment; when it is back, another is told to end and started again, as a roll-out does. */
const killAndRollOut = async (): Promise<void> => {
  const chance = chanceFrom(seed);
  const [killed, after] = [Math.floor(chance() * PROCESSES), 500 + chance() * 2_500];
  await wait(after);
  await services.kill(killed);
  await services.start(killed);
  const rolled = (killed + 1) % PROCESSES;
  await services.stop(rolled);
  await services.start(rolled);
  await wait(500);
};

beforeAll(async () => {
  services = await severalServices(process.env.WAYMARK_TEST_POSTGRES ?? '', PROCESSES);
  outcome = await underLoad(services, killAndRollOut);
}, 8 * MINUTES);
afterAll(async () => {
  await services?.remove();
}, MINUTES);

describe(`three processes on one record, one killed and one replaced under load (seed ${seed})`, () => {
  it('keep every note that was acknowledged, once', () => {
    expect(outcome.notes.length).toBeGreaterThan(10);
    expect(outcome.notes.filter((times) => times !== 1)).toEqual([]);
  });

  it('answer everything that was said to the bot and do it once; a second answer says the same, and only a killed process leaves one', () => {
    expect(outcome.answers.length).toBeGreaterThan(5);
    expect(againstThePromise(outcome.answers)).toEqual([]);
  });

  it('book each review once, in the record and in the calendars', () => {
    expect(outcome.bookings.length).toBeGreaterThan(0);
    expect(outcome.bookings.filter(({ reviews, events }) => reviews !== 1 || events !== 1)).toEqual([]);
  });

  it('leave no job undone, not even what the killed one had in hand', () => {
    expect(outcome.leftOver).toBe(0);
  });
});
