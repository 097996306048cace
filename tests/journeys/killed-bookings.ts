import { setTimeout as wait } from 'node:timers/promises';
import { CallFailed } from '#contract/calls.ts';
import type { BookedReview, Proposal, Slot } from '#contract/meetings.ts';
import type { MortalService } from './mortal-service.ts';

/** What a booking needs of the service it is made at. */
export type Bookable = Pick<MortalService, 'call' | 'graph' | 'sql'>;

/** What became of one booking during which the service was killed. */
export type KilledBooking = {
  readonly caseRef: string;
  /** How long after the press the service was to die, in milliseconds, and how long a booking takes that nobody disturbs. */
  readonly after: number;
  readonly of: number;
  /** The answer that had left before the kill, if any. */
  readonly acknowledged: BookedReview['state'] | null;
  /** State of the review as the restarted service found it: what the kill left behind. */
  readonly left: string;
  /** New reviews of the case in the record and new events in the tenant, once queue and person had done their part. */
  readonly reviews: readonly string[];
  readonly events: number;
};

/** Into so many parts the time of a booking is divided; one kill falls into each. */
const SPREAD = 20;

/** The same numbers for the same seed: mulberry32. */
export const chanceFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Asks again a second later where the service says to try again in a minute, as it may right after a start on a busy machine. */
const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (fault) {
      if (tries === 20 || !(fault instanceof CallFailed) || fault.problem.status !== 503) throw fault;
      await wait(1_000);
    }
  }
};

type Offer = { readonly proposal: Proposal; readonly slot: Slot };

const overlap = (one: Slot, other: Slot): boolean => one.day === other.day && one.from < other.to && other.from < one.to;

/**
 * Dates to book, one after another. A pupil whose review is arranged already is passed over, and so is a time that an earlier review
 * of this run took: the coordinator sits in all of them.
 */
export async function* offers(service: Bookable): AsyncGenerator<Offer> {
  const { rows } = await patiently(() => service.call('caseload'));
  const taken: Slot[] = [];
  for (const row of rows) {
    const proposal = await patiently(() => service.call('propose', { path: { pupil: row.id }, body: {} })).catch(() => null);
    const slot = proposal?.slots.find((one) => !taken.some((other) => overlap(one, other)));
    if (!proposal || !slot) continue;
    taken.push(slot);
    yield { proposal, slot };
  }
}

const book = (service: Bookable, { proposal: { meeting, version }, slot }: Offer): Promise<BookedReview> =>
  service.call('book', { path: { meeting }, body: { slot: slot.id, version, agreed: 'phone' } });

const stateOf = async (service: Bookable, meeting: string): Promise<string> =>
  (await service.sql<{ state: string }>(`select state from waymark.meeting where id = '${meeting}'`))[0]?.state ?? 'gone';

/** A booking waits a minute for its own press before the queue takes it over; here that minute is over at once. */
export const queueTakesOver = (service: Bookable): Promise<unknown> =>
  service.sql(`update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
                where t.id = j.task_id and t.identifier = 'book-review' and j.locked_at is null`);

export const settled = async (service: Bookable, meeting: string): Promise<void> => {
  for (let waited = 0; waited < 15_000 && (await stateOf(service, meeting)) === 'being-booked'; waited += 100) await wait(100);
};

/** On a slow machine Microsoft 365 may outlast the patience of the press itself: the person reads that it is being booked, and the queue does it. */
const finished = async (service: Bookable, meeting: string): Promise<void> => {
  await settled(service, meeting);
  if ((await stateOf(service, meeting)) !== 'being-booked') return;
  await queueTakesOver(service);
  await settled(service, meeting);
};

export const reviewsOf = (service: Bookable, pupil: string): Promise<{ id: string; state: string }[]> =>
  service.sql(`select id, state from waymark.meeting where pupil_id = '${pupil}' and state in ('being-booked', 'booked')`);

export const eventsOf = async (service: Bookable, caseRef: string): Promise<number> =>
  (await service.graph.events()).filter(({ subject }) => subject === `Review ${caseRef}`).length;

type Answered = { readonly state: BookedReview['state']; readonly within: number };

/** Books; answers how long the answer took, or nothing where none came. */
const press = async (service: Bookable, offer: Offer): Promise<Answered | null> => {
  const began = performance.now();
  const answer = await book(service, offer).catch(() => null);
  return answer && { state: answer.state, within: performance.now() - began };
};

/** The person presses once more. */
export const pressAgain = (service: Bookable, offer: Offer): Promise<unknown> => patiently(() => book(service, offer));

/** Books, kills the service so long after the press, starts it again, and lets queue or person finish. */
const killed = async (service: MortalService, offer: Offer, moment: Moment, byQueue: boolean): Promise<Killed> => {
  const { meeting, pupil } = offer.proposal;
  const before = await reviewsOf(service, pupil.id);
  const eventsBefore = await eventsOf(service, pupil.caseRef);
  const pressed = press(service, offer);
  await (moment.after < moment.of ? wait(moment.after) : pressed);
  await service.kill();
  const answered = await pressed;
  await service.start();
  const left = await stateOf(service, meeting);
  if (byQueue && left === 'being-booked') await queueTakesOver(service);
  else await pressAgain(service, offer);
  await finished(service, meeting);
  const reviews = (await reviewsOf(service, pupil.id)).filter(({ id }) => !before.some((known) => known.id === id));
  const booking = {
    caseRef: pupil.caseRef,
    ...moment,
    acknowledged: answered?.state ?? null,
    left,
    reviews: reviews.map(({ state }) => state),
    events: (await eventsOf(service, pupil.caseRef)) - eventsBefore,
  };
  return { booking, within: answered?.within ?? moment.of };
};

type Moment = Pick<KilledBooking, 'after' | 'of'>;
type Killed = { readonly booking: KilledBooking; readonly within: number };

/**
 * Kills the service in the middle of so many bookings, at moments spread over the time that a booking takes (as the latest that was
 * answered took); a moment beyond that waits for the answer and kills right behind it. Every second booking is finished by the queue,
 * the others by the person, who presses again.
 */
export const killedBookings = async (service: MortalService, times: number, seed: number): Promise<KilledBooking[]> => {
  const chance = chanceFrom(seed);
  const done: KilledBooking[] = [];
  let of = 0;
  for await (const offer of offers(service)) {
    if (of === 0) {
      of = (await press(service, offer))?.within ?? 300;
      continue;
    }
    // Seven steps lead to any other place among twenty, so that early and late moments take turns.
    const place = (done.length * 7) % SPREAD;
    const after = (of * 1.1 * (place + chance())) / SPREAD;
    const { booking, within } = await killed(service, offer, { after, of }, done.length % 2 === 1);
    done.push(booking);
    of = within;
    if (done.length === times) break;
  }
  return done;
};
