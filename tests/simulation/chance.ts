/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export type Chance = () => number;

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** One of these. */
export const oneOf = <T>(chance: Chance, many: readonly T[]): T => many[Math.floor(chance() * many.length)] as T;

/** A number of milliseconds between two. */
export const between = (chance: Chance, least: number, most: number): number => Math.round(least + chance() * (most - least));
