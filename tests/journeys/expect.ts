import { isDeepStrictEqual } from 'node:util';

/** Ends the story where something does not hold, in words that say what. */
export const hold = (holds: boolean, words: string): void => {
  if (!holds) throw new Error(words);
};

/** Ends the story where two things that must be the same are not. */
export const same = (found: unknown, wanted: unknown, what: string): void =>
  hold(isDeepStrictEqual(found, wanted), `${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);

/** Asks until the answer will do, for work that the queue does in its own time. */
export const eventually = async <T>(ask: () => Promise<T>, willDo: (found: T) => boolean, what: string, patience = 60_000): Promise<T> => {
  const until = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (willDo(found)) return found;
    hold(Date.now() < until, `${what}: not within ${patience / 1000} s, last found ${JSON.stringify(found)?.slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};
