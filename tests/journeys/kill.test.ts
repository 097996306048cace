import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KilledBooking, killedBookings } from './killed-bookings.ts';
import { aMortalService, type MortalService } from './mortal-service.ts';

const MINUTES = 60_000;
const TIMES = 20;
const SEED = 20261123;

let service: MortalService;
let done: KilledBooking[];

beforeAll(async () => {
  service = await aMortalService(process.env.WAYMARK_TEST_POSTGRES ?? '');
  done = await killedBookings(service, TIMES, SEED);
}, 5 * MINUTES);
afterAll(async () => {
  await service?.remove();
}, MINUTES);

describe(`the service, killed with -9 at ${TIMES} moments of a booking (seed ${SEED})`, () => {
  it('was killed before, during and after what a booking writes', () => {
    expect(done).toHaveLength(TIMES);
    const left = new Set(done.map((one) => one.left));
    expect([...left]).toEqual(expect.arrayContaining(['proposed', 'being-booked', 'booked']));
  });

  it('leaves exactly one event in the calendars and one review on record each time', () => {
    expect(done.filter(({ events, reviews }) => events !== 1 || reviews.length !== 1 || reviews[0] !== 'booked')).toEqual([]);
  });

  it('never loses a booking that it had acknowledged', () => {
    expect(done.filter(({ acknowledged, left }) => acknowledged !== null && left === 'proposed')).toEqual([]);
    expect(done.filter(({ acknowledged, left }) => acknowledged === 'booked' && left !== 'booked')).toEqual([]);
  });
});
