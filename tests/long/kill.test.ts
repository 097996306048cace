import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KilledBooking, killedBookings } from '#tests/journeys/killed-bookings.ts';
import { aMortalService, type MortalService } from '#tests/journeys/mortal-service.ts';

const MINUTES = 60_000;
/** Ten schools, for one school runs out of pupils and of hours in which its coordinator is free. */
const ROUNDS = 10;
const EACH = 20;
const seed = Number(process.env.WAYMARK_TEST_SEED ?? Math.floor(Math.random() * 1_000_000_000));

let service: MortalService | undefined;
const done: KilledBooking[] = [];

beforeAll(async () => {
  console.log(`seed ${seed}: WAYMARK_TEST_SEED=${seed} npm run test:long tests/long/kill repeats this run`);
  for (let round = 0; round < ROUNDS; round += 1) {
    service = await aMortalService(process.env.WAYMARK_TEST_POSTGRES ?? '');
    done.push(...(await killedBookings(service, EACH, seed + round)));
    await service.remove();
    service = undefined;
  }
}, 60 * MINUTES);
afterAll(async () => {
  await service?.remove();
}, MINUTES);

describe(`the service, killed ${ROUNDS * EACH} times in the middle of a booking`, () => {
  it('leaves exactly one event and one review each time', () => {
    expect(done).toHaveLength(ROUNDS * EACH);
    expect(done.filter(({ events, reviews }) => events !== 1 || reviews.length !== 1 || reviews[0] !== 'booked')).toEqual([]);
  });

  it('never loses a booking that it had acknowledged', () => {
    expect(done.filter(({ acknowledged, left }) => acknowledged !== null && left === 'proposed')).toEqual([]);
  });
});
