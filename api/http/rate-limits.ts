import type { Actor } from '#domain/access/actor.ts';
import { type Allowance, type Left, leftBy, spend } from '#domain/access/allowance.ts';
import { TooOften } from '../refusal.ts';

/** How much may be asked: by one person, by all of one organisation, and from one network address by people without an account. */
export type Allowances = { readonly person: Allowance; readonly organisation: Allowance; readonly visitor: Allowance };

/**
 * A page asks for a handful of things and a person opens a page every few seconds; three hundred coordinators of one organisation at once
 * stay below a tenth of what it may ask. Each process counts for itself: with several, the bound is this times their number.
 */
export const USUAL_ALLOWANCES: Allowances = {
  person: { atOnce: 600, aMinute: 1_200 },
  organisation: { atOnce: 6_000, aMinute: 30_000 },
  visitor: { atOnce: 120, aMinute: 240 },
};

/** So many are remembered; whoever has not asked for longest is forgotten first, which gives them no more than they had when new. */
const MOST_REMEMBERED = 20_000;

/** Seconds of a clock that nobody can set back. */
const seconds = (): number => performance.now() / 1_000;

/** Counts requests against an allowance, each asker apart. Answers how many seconds to wait; 0 where the request may go on. */
export const countAgainst = (allowance: Allowance, now: () => number = seconds, most = MOST_REMEMBERED) => {
  const known = new Map<string, Left>();
  const forget = (at: number): void => {
    for (const [asker, left] of known) if (leftBy(allowance, left, at) >= allowance.atOnce) known.delete(asker);
    for (const asker of known.keys()) if (known.size > most) known.delete(asker);
  };
  return (asker: string): number => {
    const at = now();
    const { left, wait } = spend(allowance, known.get(asker), at);
    // taken out first, so that the map stays in the order of who asked last
    known.delete(asker);
    known.set(asker, left);
    if (known.size > most) forget(at);
    return wait;
  };
};

/** What holds requests to their allowances; each throws {@link TooOften} with the seconds to wait, before anything was read or changed. */
export type RateLimits = {
  ofActor(actor: Pick<Actor, 'person' | 'scope'>): void;
  ofVisitor(address: string): void;
  /** Seconds until this person may ask again, for doors with manners of their own; counted like a request. */
  wait(actor: Pick<Actor, 'person' | 'scope'>): number;
};

const howLong = (wait: number): string => (wait === 1 ? 'a second' : `${wait} seconds`);

const tooMuch = (wait: number): TooOften =>
  new TooOften(`That was a lot at once, so this was not done. Nothing was changed. Wait ${howLong(wait)}, then try again.`, wait);

/** The limits of one process. */
export const rateLimits = (allowances: Allowances = USUAL_ALLOWANCES, now: () => number = seconds): RateLimits => {
  const [person, organisation, visitor] = [allowances.person, allowances.organisation, allowances.visitor].map((one) =>
    countAgainst(one, now),
  ) as [(asker: string) => number, (asker: string) => number, (asker: string) => number];
  const wait: RateLimits['wait'] = ({ person: id, scope }) => person(`${scope.organisation} ${id}`) || organisation(scope.organisation);
  return {
    wait,
    ofActor: (actor) => {
      const found = wait(actor);
      if (found > 0) throw tooMuch(found);
    },
    ofVisitor: (address) => {
      const found = visitor(address);
      if (found > 0) throw tooMuch(found);
    },
  };
};
