import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chanceFrom } from '#tests/journeys/killed-bookings.ts';
import { type SeveralServices, severalServices } from '#tests/journeys/several-services.ts';
import { againstThePromise, type Outcome, underLoad } from '#tests/journeys/under-load.ts';

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
  it('were killed and replaced often enough, with enough going on', () => {
    expect([killed > 5, replaced > 2, outcome.moved > killed]).toEqual([true, true, true]);
    const twice = outcome.answers.filter(({ answers }) => answers > 1).length;
    const told = [`${killed} kills`, `${replaced} replacements`, `${outcome.notes.length} notes`, `${outcome.bookings.length} bookings`];
    console.log([...told, `${outcome.answers.length} things said to the bot, ${twice} of them answered twice`].join(', '));
  });

  it('keep every note that was acknowledged, once', () => {
    expect(outcome.notes.filter((times) => times !== 1)).toEqual([]);
  });

  it('answer everything that was said to the bot and do it once; a second answer says the same, and only a killed process leaves one', () => {
    expect(againstThePromise(outcome.answers)).toEqual([]);
  });

  it('book each review once, in the record and in the calendars', () => {
    expect(outcome.bookings.filter(({ reviews, events }) => reviews !== 1 || events !== 1)).toEqual([]);
  });

  it('leave no job undone', () => {
    expect(outcome.leftOver).toBe(0);
  });
});
