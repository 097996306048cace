/** Chance that falls the same way each time: the made-up school must be the same school after every start. */
export type Chance = {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True so often in a hundred. */
  percent(share: number): boolean;
  pick<Thing>(things: readonly Thing[]): Thing;
  /** One of the things, each as likely as its weight says. */
  weighted<Thing>(things: readonly (readonly [Thing, number])[]): Thing;
};

/** Chance from a word: the same word gives the same run (mulberry32 over an FNV hash). */
export const chanceFrom = (seed: string): Chance => {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(next() * things.length)] as Thing;
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    percent: (share) => next() * 100 < share,
    pick,
    weighted: (things) => {
      let left = next() * things.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [thing, weight] of things) {
        left -= weight;
        if (left < 0) return thing;
      }
      return pick(things)[0];
    },
  };
};

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
};
